package org.bellbuoy.cli;

/** An option has a value that cannot be; the message is one sentence for the user. */
final class WrongUsageException extends CommandException {
  private static final long serialVersionUID = 1L;

  WrongUsageException(String sentence) {
    super(sentence);
  }
}
