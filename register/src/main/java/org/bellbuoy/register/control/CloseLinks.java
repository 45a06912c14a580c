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
  /** Most links that are looked at; an answer lists far fewer. */
  private static final int MOST_FOUND = 500;

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
    for (int other = 0; other < above.length; other++) {
      add(links, above[other], other, node, other, node, "");
    }
    below(links, node, node, "");
    for (int third = 0; third < above.length; third++) {
      if (above[third] >= options.closeLink() && economic.named(third)) {
        below(links, third, node, economic.id(third));
      }
    }
    links.sort(
        Comparator.comparing(Link::through)
            .thenComparingDouble(link -> -link.share().low())
            .thenComparing(Link::id));
    return links.subList(0, Math.min(links.size(), options.mostListed()));
  }

  private void below(List<Link> links, int holder, int node, String through) {
    double[] held = ownership.heldBy(holder, Bound.LOW);
    for (int other = 0; other < held.length; other++) {
      add(links, held[other], other, node, holder, other, through);
    }
  }

  /** Adds a node where a holder has enough of a target, one of which it is. */
  private void add(
      List<Link> links, double low, int other, int node, int holder, int target, String through) {
    String id = economic.id(other);
    if (low >= options.closeLink()
        && other != node
        && economic.named(other)
        && links.size() < MOST_FOUND
        && links.stream().noneMatch(link -> link.id().equals(id))) {
      links.add(new Link(id, ownership.of(holder, target), through));
    }
  }
}
