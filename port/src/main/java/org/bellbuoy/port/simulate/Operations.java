package org.bellbuoy.port.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what was asked; as many counts as there are pairs of hosts and functions. */
final class Operations {
  private record Key(int from, int to, String protocol, int function) {}

  private final Map<Key, Asked> counts = new HashMap<>();

  Asked of(Host from, Host to, String protocol, int function) {
    return counts.computeIfAbsent(
        new Key(from.ip, to.ip, protocol, function),
        key -> new Asked(from.address(), to.address(), protocol, function));
  }

  /** What was asked, in a fixed order. */
  List<PortTruth.Operations> truth() {
    List<Map.Entry<Key, Asked>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.comparingByKey(
            Comparator.<Key>comparingInt(key -> key.from)
                .thenComparingInt(Key::to)
                .thenComparing(Key::protocol)
                .thenComparingInt(Key::function)));
    List<PortTruth.Operations> all = new ArrayList<>();
    for (Map.Entry<Key, Asked> entry : sorted) {
      Asked asked = entry.getValue();
      all.add(
          new PortTruth.Operations(
              asked.from, asked.to, asked.protocol, asked.function, asked.sent, asked.captured));
    }
    return all;
  }
}
