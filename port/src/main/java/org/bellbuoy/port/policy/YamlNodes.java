package org.bellbuoy.port.policy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.json.SafeText;
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

/** Parts of a YAML file, with messages that name file, line and column. */
final class YamlNodes {
  /** Stands for everything, where a list of words is asked for. */
  static final String ANY = "any";

  private static final int LONGEST_CHARS = 500;
  private static final int LONGEST_SHOWN = 80;
  private static final int DEEPEST = 16;

  private final String file;

  YamlNodes(String file) {
    this.file = file;
  }

  /** The top node. */
  Node root(String text) throws PolicyException {
    // No aliases: a policy needs none, and they can make a small file large.
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(true).build();
    Node root;
    try {
      checkDepth(settings, text);
      root = new Compose(settings).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
              .orElse("");
      throw new PolicyException(
          "%s%s: no YAML: %s.".formatted(file, place, shown(String.valueOf(e.getProblem()))), e);
    } catch (YamlEngineException e) {
      throw new PolicyException(
          "%s: no YAML: %s.".formatted(file, shown(String.valueOf(e.getMessage()))), e);
    }
    boolean blank = root instanceof ScalarNode scalar && scalar.getValue().isBlank();
    if (root == null || blank) {
      throw new PolicyException(
          "%s is empty; an empty policy would forbid everything and is not taken for one."
              .formatted(file));
    }
    return root;
  }

  /** Composing calls itself for each level; reading events does not. */
  private void checkDepth(LoadSettings settings, String text) throws PolicyException {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new PolicyException(
            "%s%s: more than %d lists and keys within each other; a policy has 4."
                .formatted(
                    file,
                    event.getStartMark().map(m -> ":" + (m.getLine() + 1)).orElse(""),
                    DEEPEST));
      }
    }
  }

  Map<String, Node> mapping(Node node, String what, List<String> allowed) throws PolicyException {
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
                + shown(key)
                + "' is not known in "
                + what
                + "; allowed are "
                + String.join(", ", allowed));
      }
      if (keys.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "the key '" + key + "' stands there twice");
      }
    }
    return keys;
  }

  /** Items of a list that must be there and hold something. */
  List<Node> list(Node node, String key) throws PolicyException {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw wrong(node, key + " must be a list with at least one entry");
    }
    return sequence.getValue();
  }

  /** Items of a list that may be missing or empty. */
  List<Node> optionalList(@Nullable Node node, String key) throws PolicyException {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(node, key + " must be a list");
    }
    return sequence.getValue();
  }

  /** Items of a list, or one value in place of a list of one. */
  List<Node> items(@Nullable Node node, String key) throws PolicyException {
    return node instanceof ScalarNode ? List.of(node) : optionalList(node, key);
  }

  Set<String> texts(@Nullable Node node, String key) throws PolicyException {
    Set<String> texts = new LinkedHashSet<>();
    for (Node item : items(node, key)) {
      texts.add(text(item, key));
    }
    return texts;
  }

  String text(Node node, String key) throws PolicyException {
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

  PolicyException wrong(Node node, String what) {
    String place =
        node.getStartMark()
            .map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
            .orElse("");
    return new PolicyException("%s%s: %s.".formatted(file, place, what));
  }

  /** Text of a file as it may stand in a message. */
  static String shown(String text) {
    String safe = SafeText.visible(text.replaceAll("\\p{Cntrl}+", " "));
    return safe.length() <= LONGEST_SHOWN ? safe : safe.substring(0, LONGEST_SHOWN) + "...";
  }
}
