package org.bellbuoy.port.evidence;

import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.source.SourceException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The text of a checklist as nodes, and messages that name file, line and column. */
final class ChecklistYaml {
  private static final int LONGEST_SHOWN = 80;
  private static final int DEEPEST = 16;

  private final String file;

  ChecklistYaml(String file) {
    this.file = file;
  }

  Node root(String text) throws SourceException {
    // No aliases: a checklist needs none, and they can make a small file large.
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(true).build();
    Node root;
    try {
      checkDepth(settings, text);
      root = new Compose(settings).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(ChecklistYaml::place).orElse("");
      throw new SourceException(
          "%s%s: no YAML: %s.".formatted(file, place, shown(String.valueOf(e.getProblem()))), e);
    } catch (YamlEngineException e) {
      throw new SourceException(
          "%s: no YAML: %s.".formatted(file, shown(String.valueOf(e.getMessage()))), e);
    }
    boolean blank = root instanceof ScalarNode scalar && scalar.getValue().isBlank();
    if (root == null || blank) {
      throw new SourceException(file + " is empty; a checklist must have paragraphs.");
    }
    return root;
  }

  /** Composing calls itself for each level; reading events does not. */
  private void checkDepth(LoadSettings settings, String text) throws SourceException {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new SourceException(
            "%s%s: more than %d lists and keys within each other; a checklist has 4."
                .formatted(
                    file, event.getStartMark().map(ChecklistYaml::place).orElse(""), DEEPEST));
      }
    }
  }

  SourceException wrong(Node node, String sentence) {
    return new SourceException(
        file + node.getStartMark().map(ChecklistYaml::place).orElse("") + ": " + sentence + ".");
  }

  private static String place(Mark mark) {
    return ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  /** Untrusted text as it may stand in a message. */
  static String shown(String text) {
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return SafeText.visible(cut);
  }
}
