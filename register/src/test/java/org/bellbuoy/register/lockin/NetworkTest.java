package org.bellbuoy.register.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.bellbuoy.register.lockin.Network.Link;
import org.junit.jupiter.api.Test;

final class NetworkTest {
  private static final Network ISLANDS =
      new Network(
          Set.of("island", "hub", "mainland", "far"),
          List.of(
              link("one", "island", "hub", 10, "maker"),
              link("two", "island", "hub", 5),
              link("three", "hub", "mainland", 8),
              link("four", "island", "mainland", 4, "maker")));

  @Test
  void withoutAMakerLessCanBeCarriedAndOneLinkDecides() {
    assertThat(ISLANDS.flow(Set.of("island"), Set.of("mainland")).orElseThrow())
        .isEqualTo(new Network.Flow(12, List.of("four", "three")));
    Network left = ISLANDS.without(Set.of("maker"));
    assertThat(left.flow(Set.of("island"), Set.of("mainland")).orElseThrow())
        .isEqualTo(new Network.Flow(5, List.of("two")));
    assertThat(left.linkCuts(Set.of("island"), Set.of("mainland")))
        .containsExactly(List.of("three"), List.of("two"));
    assertThat(left.weakPoints())
        .isEqualTo(new Network.WeakPoints(List.of("hub"), List.of("three", "two")));
  }

  @Test
  void placesOnBothSidesOrNowhereGiveNoFigure() {
    assertThat(ISLANDS.flow(Set.of("island"), Set.of("island", "hub"))).isEmpty();
    assertThat(ISLANDS.flow(Set.of("nowhere"), Set.of("hub"))).isEmpty();
    assertThat(ISLANDS.flow(Set.of("far"), Set.of("hub")).orElseThrow().capacity()).isZero();
  }

  @Test
  void smallRandomNetworksAgreeWithTryingEverything() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      Network network = random(random);
      Set<String> from = Set.of("a");
      Set<String> to = Set.of("b", "c");
      Network.Flow flow = network.flow(from, to).orElseThrow();
      assertThat(flow.capacity()).isCloseTo(leastCut(network, from, to), within(1e-9));
      Map<String, Double> capacities = new HashMap<>();
      network.links().forEach(l -> capacities.put(l.id(), l.capacity()));
      assertThat(flow.cut().stream().mapToDouble(capacities::get).sum())
          .isCloseTo(flow.capacity(), within(1e-9));
      assertThat(network.weakPoints()).isEqualTo(weakPoints(network));
      assertThat(new HashSet<>(network.linkCuts(from, to))).isEqualTo(linkCuts(network, from, to));
    }
  }

  /** Over every division of the places. */
  private static double leastCut(Network network, Set<String> from, Set<String> to) {
    List<String> places = network.places().stream().sorted().toList();
    double least = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << places.size(); mask++) {
      Set<String> side = new HashSet<>();
      for (int i = 0; i < places.size(); i++) {
        if ((mask >> i & 1) == 1) {
          side.add(places.get(i));
        }
      }
      if (side.containsAll(from) && to.stream().noneMatch(side::contains)) {
        double cut =
            network.links().stream()
                .filter(l -> side.contains(l.from()) != side.contains(l.to()))
                .mapToDouble(Link::capacity)
                .sum();
        least = Math.min(least, cut);
      }
    }
    return least;
  }

  private static Network.WeakPoints weakPoints(Network network) {
    int parts = parts(network.places(), network.links());
    Set<String> places = new TreeSet<>();
    for (String place : network.places()) {
      Set<String> rest = new HashSet<>(network.places());
      rest.remove(place);
      List<Link> links =
          network.links().stream()
              .filter(l -> !l.from().equals(place) && !l.to().equals(place))
              .toList();
      if (parts(rest, links) > parts) {
        places.add(place);
      }
    }
    Set<String> bridges = new TreeSet<>();
    for (Link link : network.links()) {
      List<Link> rest = network.links().stream().filter(l -> l != link).toList();
      if (parts(network.places(), rest) > parts) {
        bridges.add(link.id());
      }
    }
    return new Network.WeakPoints(List.copyOf(places), List.copyOf(bridges));
  }

  private static Set<List<String>> linkCuts(Network network, Set<String> from, Set<String> to) {
    Set<List<String>> cuts = new HashSet<>();
    List<String> ids = network.links().stream().map(Link::id).sorted().toList();
    if (!joined(network, from, to, Set.of())) {
      return cuts;
    }
    for (String one : ids) {
      if (!joined(network, from, to, Set.of(one))) {
        cuts.add(List.of(one));
      }
    }
    for (String one : ids) {
      for (String other : ids) {
        if (one.compareTo(other) < 0
            && !cuts.contains(List.of(one))
            && !cuts.contains(List.of(other))
            && !joined(network, from, to, Set.of(one, other))) {
          cuts.add(List.of(one, other));
        }
      }
    }
    return cuts;
  }

  private static boolean joined(
      Network network, Set<String> from, Set<String> to, Set<String> without) {
    Set<String> reached = new HashSet<>(from);
    spread(reached, network.links().stream().filter(l -> !without.contains(l.id())).toList());
    return to.stream().anyMatch(reached::contains);
  }

  private static int parts(Set<String> places, List<Link> links) {
    Set<String> left = new HashSet<>(places);
    int parts = 0;
    while (!left.isEmpty()) {
      Set<String> reached = new HashSet<>(Set.of(left.iterator().next()));
      spread(reached, links);
      left.removeAll(reached);
      parts++;
    }
    return parts;
  }

  private static void spread(Set<String> reached, List<Link> links) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Link link : links) {
        if (reached.contains(link.from()) != reached.contains(link.to())) {
          reached.add(link.from());
          reached.add(link.to());
          grew = true;
        }
      }
    }
  }

  private static Network random(SplittableRandom random) {
    List<String> places = List.of("a", "b", "c", "d", "e", "f");
    List<Link> links = new ArrayList<>();
    for (int i = random.nextInt(3, 10); i > 0; i--) {
      String from = places.get(random.nextInt(places.size()));
      String to = places.get(random.nextInt(places.size()));
      if (!from.equals(to)) {
        links.add(link("l" + i, from, to, random.nextInt(1, 9)));
      }
    }
    return new Network(Set.copyOf(places), links);
  }

  private static Link link(String id, String from, String to, double capacity, String... parties) {
    return new Link(id, from, to, capacity, Set.of(parties));
  }
}
