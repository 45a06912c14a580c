package org.bellbuoy.sea.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Silences of one ship that follow each other closely. Two belong to one row when the time in which
 * the ship was heard between them is no longer than asked for and no longer than the longer of the
 * two: it was then dark more than heard. Pure functions; cost grows with the silences.
 *
 * @param silences two at least, in order of time
 */
public record SilenceRow(List<SeaEvent.Silence> silences) {
  private static final String[] ORDINALS = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
  };

  public SilenceRow {
    silences = List.copyOf(silences);
    if (silences.size() < 2) {
      throw new IllegalArgumentException("A row needs two silences.");
    }
  }

  /**
   * The rows among one hull's silences.
   *
   * @param silences of one hull, in order of time
   * @param mostBetweenMillis the longest time between two of one row
   */
  public static List<SilenceRow> of(List<SeaEvent.Silence> silences, long mostBetweenMillis) {
    List<SilenceRow> rows = new ArrayList<>();
    List<SeaEvent.Silence> row = new ArrayList<>();
    for (SeaEvent.Silence silence : silences) {
      if (!row.isEmpty() && !follows(row.getLast(), silence, mostBetweenMillis)) {
        close(row, rows);
      }
      row.add(silence);
    }
    close(row, rows);
    return rows;
  }

  private static void close(List<SeaEvent.Silence> row, List<SilenceRow> rows) {
    if (row.size() > 1) {
      rows.add(new SilenceRow(row));
    }
    row.clear();
  }

  private static boolean follows(
      SeaEvent.Silence one, SeaEvent.Silence next, long mostBetweenMillis) {
    long heard = next.fromMillis() - one.toMillis();
    return heard <= Math.min(mostBetweenMillis, Math.min(one.millis(), next.millis()));
  }

  /** From the start of the first to the end of the last, in milliseconds. */
  public long spanMillis() {
    return silences.getLast().toMillis() - silences.getFirst().fromMillis();
  }

  /** All silences together, in milliseconds. */
  public long darkMillis() {
    return silences.stream().mapToLong(SeaEvent.Silence::millis).sum();
  }

  /** The share of the span that is dark, 0 to 1. */
  public double shareDark() {
    return darkMillis() / (double) Math.max(1, spanMillis());
  }

  /** What a finding says of the silence with that number, from 1. */
  public String sentence(int number) {
    String ordinal = number <= ORDINALS.length ? ORDINALS[number - 1] : "number " + number;
    String which = number <= ORDINALS.length ? "the " + ordinal : ordinal;
    return "It is "
        + which
        + " of "
        + silences.size()
        + " silences of this ship in "
        + Words.span(spanMillis())
        + "; dark for "
        + Words.span(darkMillis())
        + " of them ("
        + Words.percent(shareDark())
        + ").";
  }
}
