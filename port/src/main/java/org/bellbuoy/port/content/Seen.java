package org.bellbuoy.port.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;

/** One kind of thing seen between two hosts, counted, with names told in clear. */
final class Seen {
  private static final int MOST_NAMES = 16;
  static final int MOST_TRACES = 16;

  final List<PortTrace> traces = new ArrayList<>(1);
  private final Map<String, Long> names = new LinkedHashMap<>();
  final long firstNanos;
  long lastNanos;
  long count;

  Seen(long nanos) {
    firstNanos = nanos;
    lastNanos = nanos;
  }

  void add(FrameMark mark, String name) {
    count++;
    lastNanos = Math.max(lastNanos, mark.epochNanos());
    if (traces.size() < MOST_TRACES) {
      traces.add(PortTrace.of(mark));
    }
    if (!name.isEmpty() && (names.size() < MOST_NAMES || names.containsKey(name))) {
      names.merge(name, 1L, Long::sum);
    }
  }

  /** Names told in clear, the first 16; untrusted. */
  List<String> names() {
    return List.copyOf(names.keySet());
  }

  PortFact.Target target(String id, String relation) {
    return new PortFact.Target(id, relation, count);
  }
}
