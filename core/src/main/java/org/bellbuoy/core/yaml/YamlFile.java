package org.bellbuoy.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bellbuoy.core.json.SafeText;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML 1.2 file that is read node by node, so that each message has its place. Immutable; the
 * cost is that of the text's length.
 *
 * @param <X> what is thrown, with a sentence
 */
public final class YamlFile<X extends Exception> {
  private static final int DEEPEST = 16;

  private final String file;
  private final Style style;
  private final Function<String, X> failure;

  /**
   * How a kind of file is spoken of.
   *
   * @param what with its article, such as {@code a policy}
   * @param whenEmpty what is wrong with an empty one, half a sentence
   * @param longestChars of a value
   * @param longestShown characters of a value that a message shows
   * @param columns whether messages name columns beside lines
   */
  public record Style(
      String what, String whenEmpty, int longestChars, int longestShown, boolean columns) {}

  /**
   * A file.
   *
   * @param file its name, for messages
   * @param failure makes what is thrown of a sentence
   */
  public YamlFile(String file, Style style, Function<String, X> failure) {
    this.file = file;
    this.style = style;
    this.failure = failure;
  }

  /**
   * The top node.
   *
   * @throws X when the text is no YAML, is empty, or nested deeper than 16
   */
  public Node root(String text) throws X {
    // No aliases: such files need none, and they can make a small file large.
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(true).build();
    Node root;
    try {
      checkDepth(settings, text);
      root = new Compose(settings).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      throw noYaml(place(e.getProblemMark()), String.valueOf(e.getProblem()), e);
    } catch (YamlEngineException e) {
      throw noYaml("", String.valueOf(e.getMessage()), e);
    }
    boolean blank = root instanceof ScalarNode scalar && scalar.getValue().isBlank();
    if (root == null || blank) {
      throw failure.apply("%s is empty; %s.".formatted(file, style.whenEmpty()));
    }
    return root;
  }

  private X noYaml(String place, String problem, Exception cause) {
    X thrown = failure.apply("%s%s: no YAML: %s.".formatted(file, place, shown(problem)));
    thrown.initCause(cause);
    return thrown;
  }

  /** Composing calls itself for each level; reading events does not. */
  private void checkDepth(LoadSettings settings, String text) throws X {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw failure.apply(
            "%s%s: more than %d lists and keys within each other; %s has 4."
                .formatted(file, place(event.getStartMark()), DEEPEST, style.what()));
      }
    }
  }

  /**
   * Keys with their values, in the file's order.
   *
   * @param what has these keys, with its article
   */
  public Map<String, Node> mapping(Node node, String what, List<String> allowed) throws X {
    return mapping(node, what, " in " + what, allowed);
  }

  /**
   * Keys with their values, in the file's order.
   *
   * @param what has these keys, with its article
   * @param in follows {@code is not known} in a message; may be empty
   */
  public Map<String, Node> mapping(Node node, String what, String in, List<String> allowed)
      throws X {
    String known = "allowed are " + String.join(", ", allowed);
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, what + " must be keys with values; " + known);
    }
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), "a key");
      if (!allowed.contains(key)) {
        throw wrong(
            tuple.getKeyNode(), "the key '" + shown(key) + "' is not known" + in + "; " + known);
      }
      if (keys.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "the key '" + key + "' stands there twice");
      }
    }
    return keys;
  }

  /** Items of a list that must be there and hold something. */
  public List<Node> list(Node node, String key) throws X {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw wrong(node, key + " must be a list with at least one entry");
    }
    return sequence.getValue();
  }

  /** Items of a list that may be missing or empty. */
  public List<Node> optionalList(@Nullable Node node, String key) throws X {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(node, key + " must be a list");
    }
    return sequence.getValue();
  }

  /** A value as it stands there, without blanks around it; it may be empty and long. */
  public String value(Node node, String key) throws X {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(node, key + " must be one value");
    }
    return scalar.getValue().strip();
  }

  /** A value that is not empty, not too long, and has no control characters. */
  public String text(Node node, String key) throws X {
    String value = value(node, key);
    if (value.isEmpty() || value.length() > style.longestChars()) {
      throw wrong(node, key + " must be given and short");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw wrong(node, key + " has control characters");
    }
    return value;
  }

  /**
   * What is thrown for a node.
   *
   * @param what half a sentence, without a full stop
   */
  public X wrong(Node node, String what) {
    return failure.apply("%s%s: %s.".formatted(file, place(node.getStartMark()), what));
  }

  private String place(Optional<Mark> mark) {
    return mark.map(
            m -> ":" + (m.getLine() + 1) + (style.columns() ? ":" + (m.getColumn() + 1) : ""))
        .orElse("");
  }

  /** Untrusted text as it may stand in a message: no control characters, and cut. */
  public String shown(String text) {
    String safe = SafeText.visible(text.replaceAll("\\p{Cntrl}+", " "));
    return safe.length() <= style.longestShown()
        ? safe
        : safe.substring(0, style.longestShown()) + "...";
  }
}
