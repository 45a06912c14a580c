package org.bellbuoy.server.tree;

import com.google.re2j.Pattern;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a fleet file node by node, so that each message has its line. */
final class FleetReader {
  private static final List<String> TOP = List.of("servers", "secretFile", "publicKeys");
  private static final List<String> SERVER =
      List.of(
          "host",
          "product",
          "organisation",
          "farm",
          "owner",
          "zone",
          "paths",
          "build",
          "patchedOn");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,252}");
  private static final Pattern BUILD = Pattern.compile("\\d{1,5}(\\.\\d{1,6}){2,3}");
  private static final int LONGEST_CHARS = 2000;
  private static final int DEEPEST = 16;

  private final Path file;
  private final Path folder;
  private final Set<String> hosts = new HashSet<>();
  private final Map<Path, String> owners = new HashMap<>();

  private FleetReader(Path file) {
    this.file = file;
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
  }

  static Fleet read(Path file, String text) throws FleetException {
    FleetReader reader = new FleetReader(file);
    // No aliases: a fleet file needs none, and they can make a small file large.
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(true).build();
    Node root;
    try {
      checkDepth(file, settings, text);
      root = new Compose(settings).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(m -> ":" + (m.getLine() + 1)).orElse("");
      throw new FleetException(
          "%s%s: no YAML: %s."
              .formatted(file, line, Problems.shown(String.valueOf(e.getProblem()))),
          e);
    } catch (YamlEngineException e) {
      throw new FleetException(
          "%s: no YAML: %s.".formatted(file, Problems.shown(String.valueOf(e.getMessage()))), e);
    }
    if (root == null) {
      throw new FleetException("%s is empty; it must name servers.".formatted(file));
    }
    return reader.fleet(root);
  }

  /** Composing calls itself for each level; reading events does not. */
  private static void checkDepth(Path file, LoadSettings settings, String text)
      throws FleetException {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new FleetException(
            "%s%s: more than %d lists and keys within each other; a fleet file has 4."
                .formatted(
                    file,
                    event.getStartMark().map(m -> ":" + (m.getLine() + 1)).orElse(""),
                    DEEPEST));
      }
    }
  }

  private Fleet fleet(Node root) throws FleetException {
    Map<String, Node> top = mapping(root, "the file", TOP);
    Node list = top.get("servers");
    if (list == null) {
      throw wrong(root, "the key 'servers' is missing");
    }
    if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw wrong(list, "servers must be a list with at least one server");
    }
    List<FleetServer> servers = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      servers.add(server(node));
    }
    return new Fleet(file, servers, path(top.get("secretFile")), path(top.get("publicKeys")));
  }

  private FleetServer server(Node node) throws FleetException {
    Map<String, Node> keys = mapping(node, "a server", SERVER);
    Node hostNode = keys.get("host");
    if (hostNode == null) {
      throw wrong(node, "a server without host; each needs one");
    }
    String host = text(hostNode, "host");
    if (!HOST.matches(host)) {
      throw wrong(
          hostNode,
          "host is '" + Problems.shown(host) + "'; allowed are letters, digits, '.', '-' and '_'");
    }
    if (!hosts.add(host.toLowerCase(Locale.ROOT))) {
      throw wrong(hostNode, "host '" + host + "' stands there twice");
    }
    return new FleetServer(
        host,
        product(keys.get("product")),
        optional(keys.get("organisation"), "organisation"),
        optional(keys.get("farm"), "farm"),
        optional(keys.get("owner"), "owner"),
        zone(keys.get("zone")),
        paths(node, keys.get("paths"), host),
        build(keys.get("build")),
        day(keys.get("patchedOn")));
  }

  private List<Path> paths(Node server, @Nullable Node node, String host) throws FleetException {
    List<Node> items =
        switch (node) {
          case null -> throw wrong(server, "server '" + host + "' has no paths; it needs one");
          case SequenceNode list -> list.getValue();
          case ScalarNode one -> List.of(one);
          default -> throw wrong(node, "paths must be a list of paths");
        };
    if (items.isEmpty()) {
      throw wrong(node, "server '" + host + "' has no paths; it needs one");
    }
    List<Path> paths = new ArrayList<>();
    for (Node item : items) {
      Path path = path(item);
      if (path == null) {
        continue;
      }
      String owner = owners.putIfAbsent(path, host);
      if (owner != null) {
        throw wrong(
            item, "the path '" + Problems.shown(path.toString()) + "' is also of '" + owner + "'");
      }
      paths.add(path);
    }
    return paths;
  }

  private @Nullable Path path(@Nullable Node node) throws FleetException {
    if (node == null) {
      return null;
    }
    String value = text(node, "a path");
    try {
      return folder.resolve(value).normalize();
    } catch (InvalidPathException e) {
      throw wrong(node, "'" + Problems.shown(value) + "' is no path");
    }
  }

  private @Nullable Product product(@Nullable Node node) throws FleetException {
    if (node == null) {
      return null;
    }
    String value = text(node, "product");
    String plain = value.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Product product : Product.values()) {
      if (product.name().equals(plain) || product.title().equalsIgnoreCase(value)) {
        return product;
      }
    }
    throw wrong(
        node,
        "product is '"
            + Problems.shown(value)
            + "'; allowed are "
            + Arrays.stream(Product.values())
                .map(Product::title)
                .collect(Collectors.joining(", ")));
  }

  private @Nullable ZoneId zone(@Nullable Node node) throws FleetException {
    if (node == null) {
      return null;
    }
    String value = text(node, "zone");
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw wrong(
          node,
          "zone is '"
              + Problems.shown(value)
              + "', which is no time zone like Europe/Oslo, UTC or +02:00");
    }
  }

  private @Nullable String build(@Nullable Node node) throws FleetException {
    if (node == null) {
      return null;
    }
    String value = text(node, "build");
    if (!BUILD.matches(value)) {
      throw wrong(
          node,
          "build is '"
              + Problems.shown(value)
              + "', which is no build number like 16.0.10417.20037");
    }
    return value;
  }

  private @Nullable LocalDate day(@Nullable Node node) throws FleetException {
    if (node == null) {
      return null;
    }
    String value = text(node, "patchedOn");
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw wrong(
          node, "patchedOn is '" + Problems.shown(value) + "', which is no day like 2025-07-22");
    }
  }

  private String optional(@Nullable Node node, String key) throws FleetException {
    return node == null ? "" : text(node, key);
  }

  private String text(Node node, String key) throws FleetException {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(node, key + " must be one value");
    }
    String value = scalar.getValue().strip();
    if (value.isEmpty() || value.length() > LONGEST_CHARS) {
      throw wrong(node, key + " must be given and short");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw wrong(node, key + " has control characters");
    }
    return value;
  }

  private Map<String, Node> mapping(Node node, String what, List<String> allowed)
      throws FleetException {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(
          node, what + " must be keys with values; allowed are " + String.join(", ", allowed));
    }
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), "a key");
      if (!allowed.contains(key)) {
        throw wrong(
            tuple.getKeyNode(),
            "the key '"
                + Problems.shown(key)
                + "' is not known; allowed are "
                + String.join(", ", allowed));
      }
      if (keys.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "the key '" + key + "' stands there twice");
      }
    }
    return keys;
  }

  private FleetException wrong(Node node, String what) {
    String line = node.getStartMark().map(m -> ":" + (m.getLine() + 1)).orElse("");
    return new FleetException("%s%s: %s.".formatted(file, line, what));
  }
}
