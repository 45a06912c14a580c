package org.bellbuoy.register.exchange;

import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.model.Statement;

/**
 * Where an entry of a file stands: a line, a row, an item of a list.
 *
 * @param file its name
 * @param source its index among the files of the run
 * @param offset first byte
 * @param length bytes it takes
 * @param line line number from 1
 */
public record Entry(String file, int source, long offset, int length, long line) {
  private static final int SHOWN_CHARS = 60;

  /** That entry as one that cannot be used. */
  public Reject reject(String reason, String detail) {
    return new Reject(reason, source, offset, length, line, detail);
  }

  /** Its place for a statement. */
  public Statement.Place place() {
    return new Statement.Place(file, line);
  }

  /** A value as a message quotes it: its first characters in quotes. */
  public static String shown(String value) {
    return value.length() > SHOWN_CHARS
        ? "'" + value.substring(0, SHOWN_CHARS) + "…'"
        : "'" + value + "'";
  }
}
