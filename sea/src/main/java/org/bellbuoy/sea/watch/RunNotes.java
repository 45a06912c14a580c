package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.detect.Words;

/** Sentences on what a run could not have seen. Pure. */
final class RunNotes {
  private RunNotes() {}

  /** What nobody may conclude from this run's findings, or from there being none. */
  static List<String> of(SeaWatchOptions options, Followed followed, boolean forgot) {
    List<String> notes = new ArrayList<>();
    if (forgot) {
      notes.add(
          "What began more than "
              + Words.span(options.memoryMillis())
              + " before the end was forgotten and is not among the findings; raise --memory to keep"
              + " it.");
    }
    if (!followed.hasRecords()) {
      return notes;
    }
    long span = followed.endMillis() - followed.startMillis();
    if (span < options.silence().minSilenceMillis()) {
      notes.add(
          "The records span "
              + Words.span(span)
              + ", less than the least silence asked for ("
              + Words.span(options.silence().minSilenceMillis())
              + "): no silence could have been found.");
    }
    long late = followed.counts().getOrDefault("late", 0L);
    long records = followed.counts().getOrDefault("records", 0L);
    if (late * 100 > records) {
      notes.add(
          Words.count(late, "record", "records")
              + " came more than "
              + Words.span(options.latenessMillis())
              + " late and could not be joined to tracks; raise --lateness to follow them.");
    }
    return notes;
  }
}
