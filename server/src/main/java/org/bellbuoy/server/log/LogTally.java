package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was counted while the lines of one source were read. */
public final class LogTally {
  /** How far a row must lie before the one above it to be told as a step of the clock. */
  public static final long STEP_MILLIS = 60_000;

  /** Steps that are kept one by one; all are counted. */
  public static final int STEPS_KEPT = 100;

  private static final WebField[] FIELDS = WebField.values();

  private final long[] rejects = new long[RejectReason.values().length];
  private final List<ClockStep> steps = new ArrayList<>();
  private long lines;
  private long rows;
  private long rowsWithoutTime;
  private long headerLines;
  private long ignoredLines;
  private long fieldsEver;
  private long fieldsAlways = -1;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;
  private long firstMillis = WebRow.NO_TIME;
  private long firstOffset;
  private long firstLine;
  private long lastMillis = WebRow.NO_TIME;
  private long stepCount;
  private long largestStep;

  LogTally() {}

  void row(WebRow row, long fields) {
    lines++;
    rows++;
    fieldsEver |= fields;
    fieldsAlways &= fields;
    long millis = row.epochMillis;
    if (millis == WebRow.NO_TIME) {
      rowsWithoutTime++;
      return;
    }
    earliest = Math.min(earliest, millis);
    latest = Math.max(latest, millis);
    if (lastMillis == WebRow.NO_TIME) {
      firstMillis = millis;
      firstOffset = row.offset;
      firstLine = row.line;
    } else if (millis < lastMillis - STEP_MILLIS) {
      step(new ClockStep(row.offset, row.line, lastMillis, millis));
    }
    lastMillis = millis;
  }

  private void step(ClockStep step) {
    stepCount++;
    largestStep = Math.max(largestStep, step.fromEpochMillis() - step.toEpochMillis());
    if (steps.size() < STEPS_KEPT) {
      steps.add(step);
    }
  }

  void header() {
    lines++;
    headerLines++;
  }

  void ignored() {
    lines++;
    ignoredLines++;
  }

  /** Counts a reject; says which of its reason it is, from 1. */
  long reject(RejectReason reason) {
    return ++rejects[reason.ordinal()];
  }

  /** A line of which nothing became a row. */
  void rejectedLine() {
    lines++;
  }

  /** Whether the last line was refused for it breaks off. */
  public boolean isCutShort() {
    return rejects(RejectReason.CUT_SHORT) > 0;
  }

  long rejects(RejectReason reason) {
    return rejects[reason.ordinal()];
  }

  /** Adds what was counted of lines that come after these. */
  void merge(LogTally later) {
    lines += later.lines;
    rows += later.rows;
    rowsWithoutTime += later.rowsWithoutTime;
    headerLines += later.headerLines;
    ignoredLines += later.ignoredLines;
    fieldsEver |= later.fieldsEver;
    fieldsAlways &= later.fieldsAlways;
    for (int i = 0; i < rejects.length; i++) {
      rejects[i] += later.rejects[i];
    }
    earliest = Math.min(earliest, later.earliest);
    latest = Math.max(latest, later.latest);
    if (later.lastMillis == WebRow.NO_TIME) {
      return;
    }
    if (lastMillis == WebRow.NO_TIME) {
      firstMillis = later.firstMillis;
      firstOffset = later.firstOffset;
      firstLine = later.firstLine;
    } else if (later.firstMillis < lastMillis - STEP_MILLIS) {
      step(new ClockStep(later.firstOffset, later.firstLine, lastMillis, later.firstMillis));
    }
    lastMillis = later.lastMillis;
    stepCount += later.stepCount;
    largestStep = Math.max(largestStep, later.largestStep);
    for (ClockStep step : later.steps) {
      if (steps.size() < STEPS_KEPT) {
        steps.add(step);
      }
    }
  }

  /** All lines, of any sort. */
  public long lines() {
    return lines;
  }

  /** Lines that became rows. */
  public long rows() {
    return rows;
  }

  /** Rows whose time nobody can tell. */
  public long rowsWithoutTime() {
    return rowsWithoutTime;
  }

  /** Lines that name columns, or the day where days were to be had from there. */
  public long headerLines() {
    return headerLines;
  }

  /** Blank lines and comments. */
  public long ignoredLines() {
    return ignoredLines;
  }

  /** How many rejects by reason, in order of the word; reasons without any are left out. */
  public Map<String, Long> rejects() {
    Map<String, Long> counts = new TreeMap<>();
    for (RejectReason reason : RejectReason.values()) {
      if (rejects[reason.ordinal()] > 0) {
        counts.put(reason.word(), rejects[reason.ordinal()]);
      }
    }
    return Collections.unmodifiableMap(counts);
  }

  /** Fields that any row had a column for. */
  public Set<WebField> fieldsEver() {
    return fields(fieldsEver);
  }

  /** Fields that every row had a column for; none where there was no row. */
  public Set<WebField> fieldsAlways() {
    return fields(rows == 0 ? 0 : fieldsAlways);
  }

  private static Set<WebField> fields(long bits) {
    Set<WebField> fields = EnumSet.noneOf(WebField.class);
    for (WebField field : FIELDS) {
      if ((bits & 1L << field.ordinal()) != 0) {
        fields.add(field);
      }
    }
    return Collections.unmodifiableSet(fields);
  }

  /** Time of the earliest row, {@link WebRow#NO_TIME} where none has one. */
  public long earliestEpochMillis() {
    return earliest == Long.MAX_VALUE ? WebRow.NO_TIME : earliest;
  }

  /** Time of the latest row, {@link WebRow#NO_TIME} where none has one. */
  public long latestEpochMillis() {
    return latest == Long.MIN_VALUE ? WebRow.NO_TIME : latest;
  }

  /** How often the clock stepped back between a row and the next. */
  public long clockSteps() {
    return stepCount;
  }

  /** The largest step back in milliseconds, 0 for none. */
  public long largestStepMillis() {
    return largestStep;
  }

  /** The first {@link #STEPS_KEPT} of them. */
  public List<ClockStep> firstClockSteps() {
    return Collections.unmodifiableList(steps);
  }
}
