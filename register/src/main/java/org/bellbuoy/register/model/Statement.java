package org.bellbuoy.register.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who says something, since when it holds and when that was written down.
 *
 * @param source identifier of the {@link Source}; empty where none was named
 * @param validFrom from when it holds; null where not said
 * @param validTo from when it holds no longer; null where no end was said. A month or year counts
 *     from its first day, as in BODS
 * @param recorded when the source said or somebody entered it; null where not said
 * @param confidence how far it can be relied on
 * @param note anything else worth keeping
 * @param place where it stands
 */
public record Statement(
    String source,
    @Nullable PartialDate validFrom,
    @Nullable PartialDate validTo,
    @Nullable PartialDate recorded,
    Confidence confidence,
    String note,
    Place place) {
  /** A statement of nobody in particular that always holds. */
  public static final Statement NONE =
      new Statement("", null, null, null, Confidence.UNKNOWN, "", Place.NOWHERE);

  public Statement {
    Objects.requireNonNull(source);
  }

  /** Where a statement stands: the file's name and its line from 1; 0 where there is no line. */
  public record Place(String file, long line) {
    /** Not from a file. */
    public static final Place NOWHERE = new Place("", 0);

    @Override
    public String toString() {
      return line == 0 ? file : file + " line " + line;
    }
  }

  /** Whether it holds on that day: from its first day on, up to and without its end. */
  public boolean holdsOn(LocalDate day) {
    return (validFrom == null || !validFrom.first().isAfter(day))
        && (validTo == null || validTo.first().isAfter(day));
  }

  /** The same from another source. */
  public Statement withSource(String other) {
    return new Statement(other, validFrom, validTo, recorded, confidence, note, place);
  }

  /** The same with a word before the name of its file; one of no file stays as it is. */
  public Statement under(String word) {
    return place.file().isEmpty()
        ? this
        : new Statement(
            source,
            validFrom,
            validTo,
            recorded,
            confidence,
            note,
            new Place(word + '/' + place.file(), place.line()));
  }

  /** The same over another span. */
  public Statement during(@Nullable PartialDate from, @Nullable PartialDate to) {
    return new Statement(source, from, to, recorded, confidence, note, place);
  }
}
