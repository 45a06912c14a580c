package org.bellbuoy.port.policy;

/**
 * A policy file that cannot be used. The message is one sentence with file, line, column, key,
 * value and what is allowed.
 */
public final class PolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem in one sentence. */
  public PolicyException(String sentence) {
    super(sentence);
  }

  /** A problem in one sentence, with its cause. */
  public PolicyException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
