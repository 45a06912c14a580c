package org.bellbuoy.server.sweep;

/**
 * One answer about one server: a word for the table, a sentence for its story.
 *
 * @param word a few words
 * @param sentence plain, with the numbers
 * @param tone how urgent it is
 */
public record Cell(String word, String sentence, Tone tone) {
  /** How urgent an answer is. */
  public enum Tone {
    /** Act now. */
    ALARM,
    /** Look today. */
    WARNING,
    /** Nothing to do. */
    CALM,
    /** It cannot be told. */
    UNKNOWN
  }
}
