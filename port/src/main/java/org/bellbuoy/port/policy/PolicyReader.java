package org.bellbuoy.port.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.yaml.YamlFile;
import org.bellbuoy.port.operation.OperationClass;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a policy file key by key, so that each message has its line and column. */
final class PolicyReader {
  private static final List<String> TOP =
      List.of(
          "timeZone", "zones", "remoteParties", "assets", "gateways", "conduits", "maintenance");
  private static final List<String> ZONE = List.of("name", "level", "addresses", "macs", "tags");
  private static final List<String> PARTY = List.of("name", "addresses");
  private static final List<String> ASSET = List.of("name", "addresses", "macs", "tags");
  private static final List<String> GATEWAY = List.of("name", "addresses", "macs");
  private static final List<String> CONDUIT =
      List.of("name", "from", "to", "protocols", "operations", "direction", "hours");
  private static final List<String> WINDOW =
      List.of("name", "from", "to", "operations", "begins", "ends", "hours");

  private static final YamlFile.Style STYLE =
      new YamlFile.Style(
          "a policy",
          "an empty policy would forbid everything and is not taken for one",
          500,
          80,
          true);

  /** Stands for everything, where a list of words is asked for. */
  static final String ANY = "any";

  private final YamlFile<PolicyException> yaml;
  private final Set<String> zoneNames = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  private PolicyReader(YamlFile<PolicyException> yaml) {
    this.yaml = yaml;
  }

  static Policy read(String name, String text) throws PolicyException {
    YamlFile<PolicyException> yaml = new YamlFile<>(name, STYLE, PolicyException::new);
    return new PolicyReader(yaml).policy(yaml.root(text));
  }

  private Policy policy(Node root) throws PolicyException {
    Map<String, Node> top = yaml.mapping(root, "a policy", TOP);
    List<Zone> zones = new ArrayList<>();
    for (Node node : yaml.list(required(root, top, "zones", "a policy"), "zones")) {
      zones.add(zone(node));
    }
    for (Node node : yaml.optionalList(top.get("remoteParties"), "remoteParties")) {
      zones.add(party(node));
    }
    List<Asset> assets = new ArrayList<>();
    for (Node node : yaml.optionalList(top.get("assets"), "assets")) {
      assets.add(asset(node, zones));
    }
    List<Gateway> gateways = new ArrayList<>();
    for (Node node : yaml.optionalList(top.get("gateways"), "gateways")) {
      gateways.add(gateway(node));
    }
    names.clear();
    List<Conduit> conduits = new ArrayList<>();
    for (Node node : yaml.list(required(root, top, "conduits", "a policy"), "conduits")) {
      conduits.add(conduit(node));
    }
    names.clear();
    List<Maintenance> windows = new ArrayList<>();
    for (Node node : yaml.optionalList(top.get("maintenance"), "maintenance")) {
      windows.add(window(node));
    }
    return new Policy(zones, assets, conduits, gateways, windows, timeZone(top.get("timeZone")));
  }

  private Zone zone(Node node) throws PolicyException {
    Map<String, Node> keys = yaml.mapping(node, "a zone", ZONE);
    String name = zoneName(node, keys, "a zone");
    List<Cidr> ranges = ranges(keys.get("addresses"));
    Set<Long> macs = macs(keys.get("macs"));
    Set<String> tags = texts(keys.get("tags"), "tags");
    if (ranges.isEmpty() && macs.isEmpty() && tags.isEmpty()) {
      throw yaml.wrong(node, "zone '" + name + "' holds nothing; give addresses, macs or tags");
    }
    return new Zone(
        name,
        level(required(node, keys, "level", "zone '" + name + "'")),
        ranges,
        macs,
        tags,
        false);
  }

  private Zone party(Node node) throws PolicyException {
    Map<String, Node> keys = yaml.mapping(node, "a remote party", PARTY);
    String name = zoneName(node, keys, "a remote party");
    List<Cidr> ranges = ranges(keys.get("addresses"));
    if (ranges.isEmpty()) {
      throw yaml.wrong(node, "remote party '" + name + "' has no addresses; it needs one");
    }
    return new Zone(name, Zone.OUTSIDE, ranges, Set.of(), Set.of(), true);
  }

  private Asset asset(Node node, List<Zone> zones) throws PolicyException {
    Map<String, Node> keys = yaml.mapping(node, "an asset", ASSET);
    String name = name(node, keys, "an asset");
    List<Cidr> addresses = ranges(keys.get("addresses"));
    Set<Long> macs = macs(keys.get("macs"));
    if (addresses.isEmpty() && macs.isEmpty()) {
      throw yaml.wrong(node, "asset '" + name + "' has neither addresses nor macs");
    }
    Set<String> tags = texts(keys.get("tags"), "tags");
    for (String tag : tags) {
      if (zones.stream().noneMatch(zone -> zone.tags().contains(tag))) {
        throw yaml.wrong(node, "the tag '" + yaml.shown(tag) + "' is of no zone");
      }
    }
    return new Asset(name, addresses, macs, tags);
  }

  private Gateway gateway(Node node) throws PolicyException {
    Map<String, Node> keys = yaml.mapping(node, "a gateway", GATEWAY);
    String name = name(node, keys, "a gateway");
    Gateway gateway = new Gateway(name, ranges(keys.get("addresses")), macs(keys.get("macs")));
    if (gateway.addresses().isEmpty() && gateway.macs().isEmpty()) {
      throw yaml.wrong(node, "gateway '" + name + "' has neither addresses nor macs");
    }
    return gateway;
  }

  private Conduit conduit(Node node) throws PolicyException {
    Map<String, Node> keys = yaml.mapping(node, "a conduit", CONDUIT);
    String name = name(node, keys, "a conduit");
    String what = "conduit '" + name + "'";
    Node direction = keys.get("direction");
    return new Conduit(
        name,
        zones(required(node, keys, "from", what), "from"),
        zones(required(node, keys, "to", what), "to"),
        services(required(node, keys, "protocols", what)),
        classes(required(node, keys, "operations", what)),
        direction != null && both(direction),
        hours(keys.get("hours")));
  }

  private Maintenance window(Node node) throws PolicyException {
    Map<String, Node> keys = yaml.mapping(node, "a maintenance window", WINDOW);
    String name = name(node, keys, "a maintenance window");
    Node from = keys.get("from");
    Node to = keys.get("to");
    Node operations = keys.get("operations");
    Instant begins = moment(keys.get("begins"), "begins");
    Instant ends = moment(keys.get("ends"), "ends");
    List<Hours> hours = hours(keys.get("hours"));
    boolean moments = begins != null && ends != null;
    if (moments == !hours.isEmpty() || (begins == null) != (ends == null)) {
      throw yaml.wrong(
          node,
          "maintenance window '" + name + "' needs either begins and ends, or hours, not both");
    }
    if (begins != null && ends != null && !begins.isBefore(ends)) {
      throw yaml.wrong(node, "maintenance window '" + name + "' ends before it begins");
    }
    return new Maintenance(
        name,
        from == null ? null : zones(from, "from"),
        to == null ? null : zones(to, "to"),
        operations == null ? null : classes(operations),
        begins,
        ends,
        hours);
  }

  private Node required(Node node, Map<String, Node> keys, String key, String what)
      throws PolicyException {
    Node value = keys.get(key);
    if (value == null) {
      throw yaml.wrong(node, what + " lacks the key '" + key + "'");
    }
    return value;
  }

  private String name(Node node, Map<String, Node> keys, String what) throws PolicyException {
    Node value = required(node, keys, "name", what);
    String name = yaml.text(value, "name");
    if (!names.add(name)) {
      throw yaml.wrong(value, "the name '" + yaml.shown(name) + "' stands there twice");
    }
    return name;
  }

  private String zoneName(Node node, Map<String, Node> keys, String what) throws PolicyException {
    String name = name(node, keys, what);
    if (name.equals(Zone.PUBLIC) || name.equals(Zone.UNKNOWN) || name.equals(ANY)) {
      throw yaml.wrong(
          node, "the name '" + name + "' is kept; it stands for addresses of no zone, or for all");
    }
    zoneNames.add(name);
    return name;
  }

  private double level(Node node) throws PolicyException {
    String text = yaml.text(node, "level");
    if (!text.matches("[0-5]|3\\.5")) {
      throw yaml.wrong(
          node, "level is '" + yaml.shown(text) + "'; allowed are 0, 1, 2, 3, 3.5, 4, 5");
    }
    return Double.parseDouble(text);
  }

  private List<Cidr> ranges(@Nullable Node node) throws PolicyException {
    List<Cidr> ranges = new ArrayList<>();
    for (Node item : items(node, "addresses")) {
      String text = yaml.text(item, "an address");
      Cidr range = Cidr.parse(text);
      if (range == null) {
        throw yaml.wrong(
            item,
            "'"
                + yaml.shown(text)
                + "' is no address or range like 10.1.2.3, 10.1.0.0/16 or fd00::/8");
      }
      ranges.add(range);
    }
    return ranges;
  }

  private Set<Long> macs(@Nullable Node node) throws PolicyException {
    Set<Long> macs = new LinkedHashSet<>();
    for (Node item : items(node, "macs")) {
      String text = yaml.text(item, "a hardware address");
      if (!text.matches("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}")) {
        throw yaml.wrong(
            item,
            "'"
                + yaml.shown(text)
                + "' is no hardware address like 00:0e:8c:ef:75:c5; quote it where it is digits only");
      }
      macs.add(Long.parseLong(text.replaceAll("[:-]", ""), 16));
    }
    return macs;
  }

  private Set<String> zones(Node node, String key) throws PolicyException {
    Set<String> zones = new LinkedHashSet<>();
    for (Node item : items(node, key)) {
      String name = yaml.text(item, key);
      boolean known =
          zoneNames.contains(name) || name.equals(Zone.PUBLIC) || name.equals(Zone.UNKNOWN);
      if (!known) {
        throw yaml.wrong(
            item,
            key
                + " names '"
                + yaml.shown(name)
                + "', which is no zone; there are "
                + String.join(", ", zoneNames)
                + ", public, unknown");
      }
      zones.add(name);
    }
    if (zones.isEmpty()) {
      throw yaml.wrong(node, key + " names no zone");
    }
    return zones;
  }

  private @Nullable List<Service> services(Node node) throws PolicyException {
    List<Service> services = new ArrayList<>();
    for (Node item : items(node, "protocols")) {
      String text = yaml.text(item, "a protocol");
      if (text.equals(ANY)) {
        return null;
      }
      Service service = Service.parse(text);
      if (service == null) {
        throw yaml.wrong(
            item,
            "'"
                + yaml.shown(text)
                + "' is no protocol; give a word like modbus or s7comm, a port like tcp/445, or any");
      }
      services.add(service);
    }
    if (services.isEmpty()) {
      throw yaml.wrong(node, "protocols is empty; give protocols, or any");
    }
    return services;
  }

  private @Nullable Set<OperationClass> classes(Node node) throws PolicyException {
    Set<OperationClass> classes = new LinkedHashSet<>();
    for (Node item : items(node, "operations")) {
      String text = yaml.text(item, "an operation class");
      if (text.equals(ANY)) {
        return null;
      }
      if (text.equals("none")) {
        continue;
      }
      OperationClass found = null;
      for (OperationClass one : OperationClass.values()) {
        found = one.word().equals(text) ? one : found;
      }
      if (found == null) {
        List<String> words = new ArrayList<>();
        for (OperationClass one : OperationClass.values()) {
          words.add(one.word());
        }
        throw yaml.wrong(
            item,
            "'"
                + yaml.shown(text)
                + "' is no class of operations; allowed are "
                + String.join(", ", words)
                + ", none, any");
      }
      classes.add(found);
    }
    return classes;
  }

  private boolean both(Node node) throws PolicyException {
    String text = yaml.text(node, "direction");
    return switch (text) {
      case "from-to" -> false;
      case "both" -> true;
      default ->
          throw yaml.wrong(
              node, "direction is '" + yaml.shown(text) + "'; allowed are from-to, both");
    };
  }

  private List<Hours> hours(@Nullable Node node) throws PolicyException {
    List<Hours> hours = new ArrayList<>();
    for (Node item : items(node, "hours")) {
      String text = yaml.text(item, "hours");
      Hours one = Hours.parse(text);
      if (one == null) {
        throw yaml.wrong(
            item,
            "'"
                + yaml.shown(text)
                + "' are no hours like Mon-Fri 06:00-18:00, Sat,Sun 22:00-04:00 or daily"
                + " 08:00-24:00");
      }
      hours.add(one);
    }
    return hours;
  }

  /** Items of a list, or one value in place of a list of one. */
  private List<Node> items(@Nullable Node node, String key) throws PolicyException {
    return node instanceof ScalarNode ? List.of(node) : yaml.optionalList(node, key);
  }

  private Set<String> texts(@Nullable Node node, String key) throws PolicyException {
    Set<String> texts = new LinkedHashSet<>();
    for (Node item : items(node, key)) {
      texts.add(yaml.text(item, key));
    }
    return texts;
  }

  private @Nullable Instant moment(@Nullable Node node, String key) throws PolicyException {
    if (node == null) {
      return null;
    }
    String text = yaml.text(node, key);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw yaml.wrong(
          node, key + " is '" + yaml.shown(text) + "', no moment like 2026-01-31T20:00:00Z");
    }
  }

  private ZoneId timeZone(@Nullable Node node) throws PolicyException {
    if (node == null) {
      return ZoneOffset.UTC;
    }
    String text = yaml.text(node, "timeZone");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw yaml.wrong(
          node,
          "timeZone is '"
              + yaml.shown(text)
              + "', which is no time zone like Europe/Oslo, UTC or +02:00");
    }
  }
}
