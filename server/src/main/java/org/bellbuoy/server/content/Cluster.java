package org.bellbuoy.server.content;

import java.util.List;

/**
 * The same script in several places.
 *
 * @param members at least two, in the order in which they were first seen
 * @param likenesses of each member to the first
 */
public record Cluster(List<Sighting> members, List<Likeness> likenesses) {
  public Cluster {
    members = List.copyOf(members);
    likenesses = List.copyOf(likenesses);
  }

  /** SHA-256 of the tokens of the member seen first: names the cluster. */
  public String id() {
    return members.getFirst().print().identity();
  }

  /** Servers, in the order in which it was first seen there. */
  public List<String> hosts() {
    return members.stream().map(Sighting::host).distinct().toList();
  }

  /** Organisations that were told, in the order in which it was first seen there. */
  public List<String> organisations() {
    return members.stream()
        .map(Sighting::organisation)
        .filter(o -> !o.isEmpty())
        .distinct()
        .toList();
  }
}
