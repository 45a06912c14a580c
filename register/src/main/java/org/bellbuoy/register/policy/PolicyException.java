package org.bellbuoy.register.policy;

/** A file of rules that cannot be used; the message names file, rule and column. */
public final class PolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  PolicyException(String sentence) {
    super(sentence);
  }
}
