package org.bellbuoy.core.source;

/**
 * A source that cannot be read at all. The message is one sentence that says which, why and what to
 * do.
 */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem in one sentence. */
  public SourceException(String sentence) {
    super(sentence);
  }

  /** A problem in one sentence, with its cause. */
  public SourceException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
