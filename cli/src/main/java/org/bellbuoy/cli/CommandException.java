package org.bellbuoy.cli;

/**
 * A command cannot go on; the message is one sentence for the user. It says whether the command
 * line or the world around it was wrong.
 */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private CommandException(String sentence, boolean usage) {
    super(sentence);
    this.usage = usage;
  }

  /** Something failed: exit status 1. */
  CommandException(String sentence) {
    this(sentence, false);
  }

  /** The command line asks for what cannot be: exit status 2. */
  static CommandException usage(String sentence) {
    return new CommandException(sentence, true);
  }

  int status() {
    return usage ? Bellbuoy.USAGE : Bellbuoy.FAILED;
  }
}
