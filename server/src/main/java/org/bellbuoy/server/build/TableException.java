package org.bellbuoy.server.build;

/**
 * A build table that cannot be used. The message is one sentence with file, line, column, value and
 * what is allowed.
 */
public final class TableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem in one sentence. */
  public TableException(String sentence) {
    super(sentence);
  }

  /** A problem in one sentence, with its cause. */
  public TableException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
