package org.bellbuoy.server.tree;

/**
 * A fleet file that cannot be used. The message is one sentence with file, line, key, value and
 * what is allowed.
 */
public final class FleetException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem in one sentence. */
  public FleetException(String sentence) {
    super(sentence);
  }

  /** A problem in one sentence, with its cause. */
  public FleetException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
