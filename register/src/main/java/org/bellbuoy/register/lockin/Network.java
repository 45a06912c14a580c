package org.bellbuoy.register.lockin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleGraph;

/**
 * Places joined by links, such as landing points by cable segments. Links carry both ways. Two
 * links may join the same places. Unchanging; safe for threads.
 *
 * @param places ids of all places
 * @param links what joins them
 */
public record Network(Set<String> places, List<Link> links) {
  private static final double TOLERANCE = 1e-9;
  private static final String SOURCE = "source";
  private static final String SINK = "sink";

  /**
   * A link.
   *
   * @param from one place
   * @param to the other
   * @param capacity finite, not below 0
   * @param dependsOn ids of parties and countries without any of which it does not work
   */
  public record Link(String id, String from, String to, double capacity, Set<String> dependsOn) {
    /** Keeps a copy. */
    public Link {
      dependsOn = Set.copyOf(dependsOn);
    }

    /** What is wrong with it among those places, in a sentence. */
    public Optional<String> problem(Set<String> places) {
      if (from.equals(to)) {
        return Optional.of("Link " + id + " joins " + from + " with itself.");
      }
      for (String place : List.of(from, to)) {
        if (!places.contains(place)) {
          return Optional.of("There is no place " + place + ", which link " + id + " names.");
        }
      }
      return capacity >= 0 && capacity < Double.POSITIVE_INFINITY
          ? Optional.empty()
          : Optional.of("Link " + id + " has the capacity " + capacity + ", no number from 0 up.");
    }
  }

  /**
   * Weak points of the whole.
   *
   * @param places without which places that were joined are not, sorted
   * @param links without which places that were joined are not, sorted
   */
  public record WeakPoints(List<String> places, List<String> links) {}

  /**
   * How much can be carried from some places to others.
   *
   * @param capacity greatest flow, which is the capacity of the least cut
   * @param cut links of a least cut, sorted; there may be others
   */
  public record Flow(double capacity, List<String> cut) {}

  /** Keeps copies; links must be without {@link Link#problem}. */
  public Network {
    places = Set.copyOf(places);
    links = List.copyOf(links);
    Set<String> ids = new HashSet<>();
    for (Link link : links) {
      Optional<String> problem = link.problem(places);
      if (problem.isPresent() || !ids.add(link.id)) {
        throw new IllegalArgumentException(problem.orElse("There are two links " + link.id + "."));
      }
    }
  }

  /** The same without the links that depend on any of those. */
  public Network without(Set<String> partiesOrCountries) {
    return new Network(
        places,
        links.stream()
            .filter(link -> link.dependsOn.stream().noneMatch(partiesOrCountries::contains))
            .toList());
  }

  /** Articulation points and bridges. Linear in places and links. */
  public WeakPoints weakPoints() {
    Set<String> found = new TreeSet<>();
    Set<String> bridges = new TreeSet<>();
    for (Spot spot : new BiconnectivityInspector<>(joined(Set.of())).getCutpoints()) {
      switch (spot) {
        case Spot.Place place -> found.add(place.id());
        case Spot.Middle middle -> bridges.add(middle.linkId());
      }
    }
    return new WeakPoints(List.copyOf(found), List.copyOf(bridges));
  }

  /**
   * Minimal sets of one or two links without which no place of the first set is joined to one of
   * the second. None where they are apart already or share a place. Cubic in the number of links.
   */
  public List<List<String>> linkCuts(Set<String> from, Set<String> to) {
    List<List<String>> cuts = new ArrayList<>();
    if (!connected(from, to, Set.of())) {
      return List.of();
    }
    List<String> ids = links.stream().map(Link::id).sorted().toList();
    List<String> others = ids.stream().filter(id -> connected(from, to, Set.of(id))).toList();
    ids.stream().filter(id -> !others.contains(id)).forEach(id -> cuts.add(List.of(id)));
    for (int i = 0; i < others.size(); i++) {
      for (int j = i + 1; j < others.size(); j++) {
        if (!connected(from, to, Set.of(others.get(i), others.get(j)))) {
          cuts.add(List.of(others.get(i), others.get(j)));
        }
      }
    }
    return List.copyOf(cuts);
  }

  /**
   * Greatest flow from the first places to the second and a least cut. Empty where a place is in
   * both or either has no place here: then there is no figure.
   */
  public Optional<Flow> flow(Set<String> from, Set<String> to) {
    Set<String> sources = known(from);
    Set<String> sinks = known(to);
    if (sources.isEmpty() || sinks.isEmpty() || sources.stream().anyMatch(sinks::contains)) {
      return Optional.empty();
    }
    Function<String, String> node =
        place -> sources.contains(place) ? SOURCE : sinks.contains(place) ? SINK : "place " + place;
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    graph.addVertex(SOURCE);
    graph.addVertex(SINK);
    places.forEach(place -> graph.addVertex(node.apply(place)));
    for (Link link : links) {
      String a = node.apply(link.from);
      String b = node.apply(link.to);
      if (!a.equals(b) && link.capacity > 0) {
        add(graph, a, b, link.capacity);
        add(graph, b, a, link.capacity);
      }
    }
    PushRelabelMFImpl<String, DefaultWeightedEdge> flow = new PushRelabelMFImpl<>(graph, TOLERANCE);
    double most = flow.calculateMinCut(SOURCE, SINK);
    Set<String> side = flow.getSourcePartition();
    List<String> cut =
        links.stream()
            .filter(link -> link.capacity > 0)
            .filter(
                link -> side.contains(node.apply(link.from)) != side.contains(node.apply(link.to)))
            .map(Link::id)
            .sorted()
            .toList();
    return Optional.of(new Flow(most, cut));
  }

  private Set<String> known(Set<String> asked) {
    Set<String> known = new TreeSet<>(asked);
    known.retainAll(places);
    return known;
  }

  private static void add(
      Graph<String, DefaultWeightedEdge> graph, String from, String to, double capacity) {
    DefaultWeightedEdge edge = graph.getEdge(from, to);
    if (edge == null) {
      edge = graph.addEdge(from, to);
      graph.setEdgeWeight(edge, capacity);
    } else {
      graph.setEdgeWeight(edge, graph.getEdgeWeight(edge) + capacity);
    }
  }

  private boolean connected(Set<String> from, Set<String> to, Set<String> without) {
    ConnectivityInspector<Spot, DefaultEdge> inspector =
        new ConnectivityInspector<>(joined(without));
    for (String a : known(from)) {
      Set<Spot> reach = inspector.connectedSetOf(new Spot.Place(a));
      if (known(to).stream().anyMatch(b -> reach.contains(new Spot.Place(b)))) {
        return true;
      }
    }
    return false;
  }

  /** A graph in which each link is a spot of its own, so that parallel links stay apart. */
  private Graph<Spot, DefaultEdge> joined(Set<String> without) {
    Graph<Spot, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    places.forEach(place -> graph.addVertex(new Spot.Place(place)));
    for (Link link : links) {
      if (!without.contains(link.id)) {
        Spot middle = new Spot.Middle(link.id);
        graph.addVertex(middle);
        graph.addEdge(new Spot.Place(link.from), middle);
        graph.addEdge(middle, new Spot.Place(link.to));
      }
    }
    return graph;
  }

  private sealed interface Spot {
    record Place(String id) implements Spot {}

    record Middle(String linkId) implements Spot {}
  }
}
