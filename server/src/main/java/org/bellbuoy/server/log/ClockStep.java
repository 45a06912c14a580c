package org.bellbuoy.server.log;

/**
 * A row more than {@link LogTally#STEP_MILLIS} older than the row before it.
 *
 * @param offset of the later row
 * @param line of the later row
 * @param fromEpochMillis time of the row before
 * @param toEpochMillis its own time
 */
public record ClockStep(long offset, long line, long fromEpochMillis, long toEpochMillis) {}
