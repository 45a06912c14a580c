package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.register.model.Share;

/** Builds graphs from lines such as {@code P A 0.6} or {@code P A 0.5 0.75}. */
final class Shares {
  private final List<String> names = new ArrayList<>();
  private final ShareGraph graph;

  private Shares(String... edges) {
    for (String edge : edges) {
      String[] words = edge.split(" ");
      number(words[0]);
      number(words[1]);
    }
    ShareGraph.Builder builder = ShareGraph.builder(names.size());
    for (String edge : edges) {
      String[] words = edge.split(" ");
      double low = Double.parseDouble(words[2]);
      double high = words.length > 3 ? Double.parseDouble(words[3]) : low;
      Share share = Share.between(low, high);
      builder.add(number(words[0]), number(words[1]), share.minUnits(), share.maxUnits());
    }
    graph = builder.build();
  }

  static Shares of(String... edges) {
    return new Shares(edges);
  }

  private int number(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  int node(String name) {
    return names.indexOf(name);
  }

  ShareGraph graph() {
    return graph;
  }

  double held(IntegratedOwnership ownership, String holder, String target, Bound bound) {
    return ownership.heldBy(node(holder), bound)[node(target)];
  }

  List<String> controlled(Threshold threshold, Bound bound, String... holders) {
    int[] nodes = new int[holders.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node(holders[i]);
    }
    return Arrays.stream(
            MajorityControl.of(graph, threshold).controlledBy(nodes, bound).controlled())
        .mapToObj(names::get)
        .toList();
  }
}
