package org.bellbuoy.server.detect;

import java.time.LocalDate;
import org.bellbuoy.server.log.LogKind;

/**
 * One day of one family of logs, in UTC.
 *
 * @param kind which logs
 * @param day which day
 * @param rows rows of that day
 * @param usualRows median of the same weekday near it, of all days where those are few; −1 where
 *     there is too little to compare with
 * @param silentHours hours without a row in which rows are usual, or outside the log
 * @param state what follows
 */
public record CoverageDay(
    LogKind kind, LocalDate day, long rows, double usualRows, int silentHours, State state) {

  /** Whether a day's log can be relied on. */
  public enum State {
    /** As many rows as usual. */
    COVERED,
    /**
     * Some hours are silent that are not usually, or have rows that lack what would tell; or a log
     * of the day was not read whole.
     */
    PARTLY,
    /** Rows lack the method, the path, the query or the status, in which an entry would show. */
    BLIND,
    /** Far fewer rows than usual. */
    THINNED,
    /** No row, on a server where days without any also occur otherwise. */
    QUIET,
    /** No row where there usually are some. */
    MISSING
  }

  /** Whether it may be said of this day that nothing was seen. */
  public boolean isCovered() {
    return state == State.COVERED;
  }
}
