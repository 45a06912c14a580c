package org.bellbuoy.sea.trial;

/** A recording holds too few silences to learn from; the message is a sentence that says so. */
public final class TooLittle extends Exception {
  private static final long serialVersionUID = 1;

  TooLittle(String message) {
    super(message);
  }
}
