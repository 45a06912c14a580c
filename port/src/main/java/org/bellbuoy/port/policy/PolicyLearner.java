package org.bellbuoy.port.policy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationSink;

/**
 * Proposes the least policy that permits what is seen. Addresses that ask the same of the same, and
 * are asked the same by the same, become one zone, so that joining them permits nothing that was
 * not seen, but for traffic among the members of one zone. Memory grows with pairs that speak. Not
 * thread safe.
 */
public final class PolicyLearner implements OperationSink, ConversationListener {
  private static final int MOST_PAIRS = 1 << 17;

  private record Node(IpAddress address, long mac) {
    static Node of(Endpoint endpoint) {
      boolean link = endpoint.address().equals(IpAddress.NONE);
      return new Node(endpoint.address(), link ? endpoint.mac() : Endpoint.NO_MAC);
    }

    @Override
    public String toString() {
      return address.equals(IpAddress.NONE) ? Endpoint.macText(mac) : address.toString();
    }
  }

  private record Pair(Node from, Node to) {}

  private static final Comparator<Node> ORDER =
      Comparator.comparing(Node::address).thenComparingLong(Node::mac);

  private static final Comparator<Service> BY_NAME = Comparator.comparing(Service::toString);

  private final Map<Pair, Map<Service, EnumSet<OperationClass>>> seen = new LinkedHashMap<>();
  private long leftOut;

  /** A learner that has seen nothing. */
  public PolicyLearner() {}

  @Override
  public void operation(Operation operation) {
    if (Traffic.betweenTwo(operation.conversation())) {
      EnumSet<OperationClass> classes =
          classes(operation.source(), operation.destination(), operation.conversation());
      classes.add(operation.operationClass());
    }
  }

  @Override
  public void closed(Conversation conversation) {
    if (Traffic.betweenTwo(conversation)) {
      classes(conversation.client(), conversation.server(), conversation);
    }
  }

  private EnumSet<OperationClass> classes(Endpoint from, Endpoint to, Conversation within) {
    Pair pair = new Pair(Node.of(from), Node.of(to));
    Map<Service, EnumSet<OperationClass>> known = seen.get(pair);
    if (known == null) {
      if (seen.size() >= MOST_PAIRS) {
        leftOut++;
        return EnumSet.noneOf(OperationClass.class);
      }
      known = new TreeMap<>(BY_NAME);
      seen.put(pair, known);
    }
    return known.computeIfAbsent(
        Traffic.service(within), key -> EnumSet.noneOf(OperationClass.class));
  }

  /** Conversations and operations of pairs for which there was no room. */
  public long leftOut() {
    return leftOut;
  }

  /** Pairs that spoke. */
  public int pairs() {
    return seen.size();
  }

  /** The least policy; without zones where nothing was seen. */
  public Policy policy() {
    Map<Node, String> zoneOf = new TreeMap<>(ORDER);
    List<Zone> zones = zones(zoneOf);
    return new Policy(zones, List.of(), conduits(zoneOf), List.of(), List.of(), ZoneId.of("UTC"));
  }

  private List<Zone> zones(Map<Node, String> zoneOf) {
    Map<Node, Set<String>> signs = new TreeMap<>(ORDER);
    Map<Node, boolean[]> roles = new LinkedHashMap<>();
    seen.forEach(
        (pair, spoken) ->
            spoken.forEach(
                (service, classes) -> {
                  boolean self = pair.from().equals(pair.to());
                  signs
                      .computeIfAbsent(pair.from(), key -> new TreeSet<>())
                      .add("> " + (self ? "self" : pair.to()) + ' ' + service + ' ' + classes);
                  signs
                      .computeIfAbsent(pair.to(), key -> new TreeSet<>())
                      .add("< " + (self ? "self" : pair.from()) + ' ' + service + ' ' + classes);
                  if (!classes.isEmpty()) {
                    roles.computeIfAbsent(pair.from(), key -> new boolean[2])[0] = true;
                    roles.computeIfAbsent(pair.to(), key -> new boolean[2])[1] = true;
                  }
                }));
    Map<Set<String>, List<Node>> groups = new LinkedHashMap<>();
    signs.forEach((node, own) -> groups.computeIfAbsent(own, key -> new ArrayList<>()).add(node));
    Map<String, Integer> numbers = new TreeMap<>();
    List<Zone> zones = new ArrayList<>();
    for (List<Node> members : groups.values()) {
      boolean[] role = roles.getOrDefault(members.getFirst(), new boolean[2]);
      List<Node> outside = members.stream().filter(PolicyLearner::outside).toList();
      List<Node> inside = members.stream().filter(node -> !outside(node)).toList();
      // One party may have many addresses, but they may as well be of many parties.
      add(zones, zoneOf, numbers, "remote", Zone.OUTSIDE, outside, true);
      add(zones, zoneOf, numbers, word(role), level(role), inside, false);
    }
    return zones;
  }

  private static boolean outside(Node node) {
    return !node.address().equals(IpAddress.NONE) && Addresses.isPublic(node.address());
  }

  private static String word(boolean[] role) {
    return role[0] ? role[1] ? "peers" : "masters" : role[1] ? "devices" : "others";
  }

  private static double level(boolean[] role) {
    return role[0] ? role[1] ? 1 : 2 : role[1] ? 1 : 3;
  }

  private static void add(
      List<Zone> zones,
      Map<Node, String> zoneOf,
      Map<String, Integer> numbers,
      String word,
      double level,
      List<Node> members,
      boolean remote) {
    if (members.isEmpty()) {
      return;
    }
    String name = word + "-" + numbers.merge(word, 1, Integer::sum);
    List<Cidr> ranges = new ArrayList<>();
    Set<Long> macs = new TreeSet<>();
    for (Node node : members) {
      zoneOf.put(node, name);
      if (node.address().equals(IpAddress.NONE)) {
        macs.add(node.mac());
      } else {
        ranges.add(Cidr.of(node.address()));
      }
    }
    zones.add(new Zone(name, level, ranges, macs, Set.of(), remote));
  }

  private List<Conduit> conduits(Map<Node, String> zoneOf) {
    // What is spoken with the same classes stands in one conduit: a conduit permits all of its
    // classes in all of its protocols.
    Map<String, Set<Service>> grouped = new TreeMap<>();
    seen.forEach(
        (pair, spoken) ->
            spoken.forEach(
                (service, classes) -> {
                  String key =
                      zoneOf.get(pair.from())
                          + '\t'
                          + zoneOf.get(pair.to())
                          + '\t'
                          + words(classes);
                  grouped.computeIfAbsent(key, k -> new TreeSet<>(BY_NAME)).add(service);
                }));
    List<Conduit> conduits = new ArrayList<>();
    Map<String, Integer> names = new TreeMap<>();
    grouped.forEach(
        (key, spoken) -> {
          String[] parts = key.split("\t", -1);
          String name = parts[0] + " to " + parts[1];
          int number = names.merge(name, 1, Integer::sum);
          Set<OperationClass> classes = EnumSet.noneOf(OperationClass.class);
          for (OperationClass one : OperationClass.values()) {
            if (List.of(parts[2].split(" ")).contains(one.word())) {
              classes.add(one);
            }
          }
          conduits.add(
              new Conduit(
                  number == 1 ? name : name + " (" + number + ")",
                  Set.of(parts[0]),
                  Set.of(parts[1]),
                  List.copyOf(spoken),
                  classes,
                  false,
                  List.of()));
        });
    return conduits;
  }

  private static String words(Set<OperationClass> classes) {
    return String.join(" ", classes.stream().map(OperationClass::word).toList());
  }
}
