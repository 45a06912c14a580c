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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.core.yaml.YamlFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
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
  private static final YamlFile.Style STYLE =
      new YamlFile.Style("a fleet file", "it must name servers", 2000, 200, false);

  private final Path file;
  private final YamlFile<FleetException> yaml;
  private final Path folder;
  private final Set<String> hosts = new HashSet<>();
  private final Map<Path, String> owners = new HashMap<>();

  private FleetReader(Path file) {
    this.file = file;
    this.yaml = new YamlFile<>(file.toString(), STYLE, FleetException::new);
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
  }

  static Fleet read(Path file, String text) throws FleetException {
    FleetReader reader = new FleetReader(file);
    return reader.fleet(reader.yaml.root(text));
  }

  private Fleet fleet(Node root) throws FleetException {
    Map<String, Node> top = yaml.mapping(root, "the file", "", TOP);
    Node list = top.get("servers");
    if (list == null) {
      throw yaml.wrong(root, "the key 'servers' is missing");
    }
    if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw yaml.wrong(list, "servers must be a list with at least one server");
    }
    List<FleetServer> servers = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      servers.add(server(node));
    }
    return new Fleet(file, servers, path(top.get("secretFile")), path(top.get("publicKeys")));
  }

  private FleetServer server(Node node) throws FleetException {
    Map<String, Node> keys = yaml.mapping(node, "a server", "", SERVER);
    Node hostNode = keys.get("host");
    if (hostNode == null) {
      throw yaml.wrong(node, "a server without host; each needs one");
    }
    String host = yaml.text(hostNode, "host");
    if (!HOST.matches(host)) {
      throw yaml.wrong(
          hostNode,
          "host is '" + Problems.shown(host) + "'; allowed are letters, digits, '.', '-' and '_'");
    }
    if (!hosts.add(host.toLowerCase(Locale.ROOT))) {
      throw yaml.wrong(hostNode, "host '" + host + "' stands there twice");
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
          case null -> throw yaml.wrong(server, "server '" + host + "' has no paths; it needs one");
          case SequenceNode list -> list.getValue();
          case ScalarNode one -> List.of(one);
          default -> throw yaml.wrong(node, "paths must be a list of paths");
        };
    if (items.isEmpty()) {
      throw yaml.wrong(node, "server '" + host + "' has no paths; it needs one");
    }
    List<Path> paths = new ArrayList<>();
    for (Node item : items) {
      Path path = path(item);
      if (path == null) {
        continue;
      }
      String owner = owners.putIfAbsent(path, host);
      if (owner != null) {
        throw yaml.wrong(
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
    String value = yaml.text(node, "a path");
    try {
      return folder.resolve(value).normalize();
    } catch (InvalidPathException e) {
      throw yaml.wrong(node, "'" + Problems.shown(value) + "' is no path");
    }
  }

  private @Nullable Product product(@Nullable Node node) throws FleetException {
    if (node == null) {
      return null;
    }
    String value = yaml.text(node, "product");
    String plain = value.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (Product product : Product.values()) {
      if (product.name().equals(plain) || product.title().equalsIgnoreCase(value)) {
        return product;
      }
    }
    throw yaml.wrong(
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
    String value = yaml.text(node, "zone");
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw yaml.wrong(
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
    String value = yaml.text(node, "build");
    if (!BUILD.matches(value)) {
      throw yaml.wrong(
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
    String value = yaml.text(node, "patchedOn");
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw yaml.wrong(
          node, "patchedOn is '" + Problems.shown(value) + "', which is no day like 2025-07-22");
    }
  }

  private String optional(@Nullable Node node, String key) throws FleetException {
    return node == null ? "" : yaml.text(node, key);
  }
}
