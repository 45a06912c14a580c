package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.register.control.ControlAnswer.Fact;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Register;

/**
 * Why an answer about a party or asset is not certain: what sources say about it, and about all who
 * may hold any of it, that cannot be taken at its word. Linear in what lies above.
 */
final class Doubts {
  private static final int MOST_NAMED = 5;

  private final Register register;
  private final RegisterGraph votes;
  private final RegisterGraph economic;
  private final Ultimates ultimates;

  Doubts(Register register, RegisterGraph votes, RegisterGraph economic, Ultimates ultimates) {
    this.register = register;
    this.votes = votes;
    this.economic = economic;
    this.ultimates = ultimates;
  }

  List<Fact> of(String id) {
    // Votes mostly follow shares, so both graphs say the same; each text is told once.
    Map<String, Fact> doubts = new LinkedHashMap<>();
    Set<String> above = new LinkedHashSet<>();
    for (RegisterGraph shares : List.of(votes, economic)) {
      for (int node : above(shares.graph(), shares.node(id))) {
        above.add(shares.id(node));
        for (RegisterGraph.Doubt doubt : shares.doubts(node)) {
          doubts.putIfAbsent(doubt.text(), new Fact(doubt.code(), doubt.text()));
        }
      }
    }
    for (String each : above) {
      sameIdentifier(each, doubts);
    }
    List<String> ownerless =
        above.stream().filter(each -> ultimates.ownerless(votes.node(each))).sorted().toList();
    if (!ownerless.isEmpty()) {
      String text =
          "%s hold all of each other, so who owns and who controls them is not known."
              .formatted(ownerless.stream().map(this::name).collect(Collectors.joining(", ")));
      doubts.put(text, new Fact("ownerless-loop", text));
    }
    return List.copyOf(doubts.values());
  }

  private void sameIdentifier(String id, Map<String, Fact> doubts) {
    for (Identifier identifier : register.entity(id).map(Entity::identifiers).orElse(List.of())) {
      List<String> ids = register.idsOf(identifier);
      if (ids.size() > 1) {
        int more = ids.size() - MOST_NAMED;
        String text =
            "%s%s have the same identifier %s: they may be one, or the identifier is wrong; what each"
                    .formatted(
                        ids.stream()
                            .limit(MOST_NAMED)
                            .map(this::name)
                            .collect(Collectors.joining(" and ")),
                        more > 0 ? " and %d more".formatted(more) : "",
                        identifier)
                + " holds is counted apart.";
        doubts.putIfAbsent(text, new Fact("same-identifier", text));
      }
    }
  }

  private String name(String id) {
    return register.entity(id).map(Entity::name).orElse(id);
  }

  private static List<Integer> above(ShareGraph graph, int from) {
    List<Integer> found = new ArrayList<>(List.of(from));
    boolean[] seen = new boolean[graph.nodes()];
    seen[from] = true;
    for (int at = 0; at < found.size(); at++) {
      int node = found.get(at);
      for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
        int holder = graph.holder(edge);
        if (!seen[holder] && graph.units(edge, Bound.HIGH) > 0) {
          seen[holder] = true;
          found.add(holder);
        }
      }
    }
    return found;
  }
}
