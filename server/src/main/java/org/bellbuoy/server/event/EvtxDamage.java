package org.bellbuoy.server.event;

import java.util.Set;
import org.bellbuoy.core.json.SafeText;
import org.jspecify.annotations.Nullable;

/** Adds up what was lost of one binary log, so that it can be told in one line. */
final class EvtxDamage {
  /** That a file ends explains what is damaged before its end, so it is told first. */
  private static final String TRUNCATED = "evtx-truncated";

  /** Reasons by which records are lost; the others are notes on a log that was read whole. */
  private static final Set<String> LOST =
      Set.of(TRUNCATED, "evtx-chunk", "evtx-record", "evtx-xml");

  private String first = "";
  private boolean truncated;
  private long places;
  private long events;
  private long firstRecord = -1;
  private long lastRecord = -1;

  /** An event was read. */
  void kept(long recordId) {
    events++;
    firstRecord = firstRecord < 0 ? recordId : firstRecord;
    lastRecord = recordId;
  }

  /**
   * A reject was made.
   *
   * @param chunk number of the chunk from 1, 0 for the file's header
   */
  void note(String reason, long offset, int chunk, String sentence) {
    if (!LOST.contains(reason)) {
      return;
    }
    boolean end = reason.equals(TRUNCATED) && !truncated;
    truncated |= end;
    if (places++ == 0 || end) {
      first =
          "at byte %d, %s: %s"
              .formatted(
                  offset, chunk == 0 ? "before the first chunk" : "chunk " + chunk, sentence);
    }
  }

  /** The file ends between two chunks, though its header tells of more. */
  void endsEarly(long offset, int told, int found) {
    if (places++ == 0) {
      first =
          "at byte %d, after chunk %d: The file ends, but its header tells of %d chunks."
              .formatted(offset, found, told);
    }
  }

  /** What was lost and what was kept, by the path of the file; null where nothing was lost. */
  @Nullable String sentence(String path) {
    if (places == 0) {
      return null;
    }
    String others =
        switch ((int) Math.min(places, 3)) {
          case 1 -> "";
          case 2 -> " 1 more place is damaged.";
          default -> " %d more places are damaged.".formatted(places - 1);
        };
    String kept =
        events == 0
            ? "No event could be kept"
            : events == 1
                ? "1 event was kept (record %d)".formatted(firstRecord)
                : "%d events were kept (records %d to %d)"
                    .formatted(events, firstRecord, lastRecord);
    return "%s is damaged %s%s %s; fetch the file again."
        .formatted(SafeText.visible(path), first, others, kept);
  }
}
