package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.detect.PortTrace;

/**
 * What a capture says of one kind of evidence.
 *
 * @param kind which
 * @param verdict about the kind's own claim
 * @param sentence what was seen; of those that support or contradict it begins with "In what was
 *     captured"
 * @param counts by name
 * @param items what was seen, one line each, at most {@link #MOST_ITEMS}. Untrusted text
 * @param moreItems how many items are left out
 * @param frames packets that prove it, by source and frame, at most {@link #MOST_FRAMES}
 */
public record Answer(
    EvidenceKind kind,
    Verdict verdict,
    String sentence,
    Map<String, Long> counts,
    List<String> items,
    long moreItems,
    List<PortTrace> frames) {
  /** Frames kept. */
  public static final int MOST_FRAMES = 20;

  /** Lines kept. */
  public static final int MOST_ITEMS = 50;

  public Answer {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    items = List.copyOf(items);
    frames = List.copyOf(frames);
  }

  /** Counts, items and frames on their way to an answer. */
  static final class Draft {
    private final EvidenceKind kind;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> items = new ArrayList<>();
    private final Set<PortTrace> frames = new LinkedHashSet<>();
    private long moreItems;

    Draft(EvidenceKind kind) {
      this.kind = kind;
    }

    Draft count(String name, long count) {
      counts.put(name, count);
      return this;
    }

    Draft item(String line) {
      if (items.size() < MOST_ITEMS) {
        items.add(line);
      } else {
        moreItems++;
      }
      return this;
    }

    /** Adds frames in order of importance. */
    Draft frames(Iterable<PortTrace> more) {
      for (PortTrace trace : more) {
        if (frames.size() < MOST_FRAMES && trace.frame() > 0) {
          frames.add(trace);
        }
      }
      return this;
    }

    Draft frame(PortTrace trace) {
      return frames(List.of(trace));
    }

    Answer supports(String sentence) {
      return answer(Verdict.SUPPORTS, "In what was captured, " + sentence);
    }

    Answer contradicts(String sentence) {
      return answer(Verdict.CONTRADICTS, "In what was captured, " + sentence);
    }

    Answer cannotTell(String sentence) {
      return answer(Verdict.CANNOT_TELL, sentence);
    }

    private Answer answer(Verdict verdict, String sentence) {
      List<PortTrace> sorted = new ArrayList<>(frames);
      sorted.sort(Comparator.comparingInt(PortTrace::source).thenComparingLong(PortTrace::frame));
      return new Answer(kind, verdict, sentence, counts, items, moreItems, sorted);
    }
  }
}
