package org.bellbuoy.cli;

/** A command cannot go on; the message is one sentence for the user. */
class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandException(String sentence) {
    super(sentence);
  }
}
