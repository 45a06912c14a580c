package org.bellbuoy.server.detect;

/**
 * What {@link LogCoverage} judges by.
 *
 * @param thinShare with less than this share of the usual rows a day is thinned
 * @param leastUsualRows only where so many rows a day are usual
 * @param leastUsualHour an hour is silent only where so many rows are usual in it
 * @param mostSilentHours with more silent hours a day is covered in part
 * @param clockBackMillis a row so much earlier than the one before means that the clock was put
 *     back
 */
public record LogCoverageOptions(
    double thinShare,
    int leastUsualRows,
    int leastUsualHour,
    int mostSilentHours,
    long clockBackMillis) {
  /** A fifth, 50 rows, 10 rows, 1 hour, 5 minutes. */
  public static LogCoverageOptions defaults() {
    return new LogCoverageOptions(0.2, 50, 10, 1, 300_000);
  }
}
