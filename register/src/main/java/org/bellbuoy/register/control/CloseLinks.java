package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.register.control.ControlAnswer.Link;

/**
 * Close links: integrated ownership of a fifth or more, either way or of both by one third party
 * (article 4(1)(38) of Regulation (EU) 575/2013 has the same share).
 */
final class CloseLinks {
  private final RegisterGraph economic;
  private final IntegratedOwnership ownership;
  private final ControlOptions options;

  CloseLinks(RegisterGraph economic, IntegratedOwnership ownership, ControlOptions options) {
    this.economic = economic;
    this.ownership = ownership;
    this.options = options;
  }

  List<Link> of(int node) {
    List<Link> links = new ArrayList<>();
    double[] above = ownership.holdersOf(node, Bound.LOW);
    collect(links, above, ownership.holdersOf(node, Bound.HIGH), node, "");
    collect(links, ownership.heldBy(node, Bound.LOW), ownership.heldBy(node, Bound.HIGH), node, "");
    for (int third = 0; third < above.length; third++) {
      if (above[third] >= options.closeLink() && economic.named(third)) {
        collect(
            links,
            ownership.heldBy(third, Bound.LOW),
            ownership.heldBy(third, Bound.HIGH),
            node,
            economic.id(third));
      }
    }
    links.sort(
        Comparator.comparing(Link::through)
            .thenComparingDouble(link -> -link.share().low())
            .thenComparing(Link::id));
    return links.subList(0, Math.min(links.size(), options.mostListed()));
  }

  private void collect(List<Link> links, double[] low, double[] high, int node, String through) {
    for (int other = 0; other < low.length; other++) {
      String id = economic.id(other);
      boolean linked = low[other] >= options.closeLink() && other != node && economic.named(other);
      if (linked && links.stream().noneMatch(link -> link.id().equals(id))) {
        links.add(
            new Link(id, new Interval(Math.min(1, low[other]), Math.min(1, high[other])), through));
      }
    }
  }
}
