package org.bellbuoy.server.sweep;

import java.util.List;
import org.bellbuoy.core.finding.Level;

/**
 * One thing of a server's story.
 *
 * @param fromMillis when it began, {@link #NO_TIME} where nothing tells
 * @param toMillis when it ended
 * @param count how often it was seen
 * @param level how sure it is that it came through or was left behind
 * @param what some sentences
 * @param lines the first bytes that show it
 */
public record StoryLine(
    long fromMillis, long toMillis, long count, Level level, String what, List<Line> lines) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  public StoryLine {
    lines = List.copyOf(lines);
  }

  /**
   * Bytes.
   *
   * @param where file with line, event or byte, as an investigator finds it again
   * @param quote as text, untrusted; empty where they are not shown
   */
  public record Line(String where, String quote) {}
}
