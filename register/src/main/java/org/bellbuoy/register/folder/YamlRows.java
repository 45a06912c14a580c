package org.bellbuoy.register.folder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.source.Content;
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

/**
 * Reads YAML 1.2: a list of rows, each a mapping of the columns of the table. Lists stand for
 * values parted by a bar. Read whole, so only up to a size.
 */
final class YamlRows {
  private static final int DEEPEST = 4;

  private final String file;
  private final int source;
  private final Table table;
  private final RowSink sink;

  private YamlRows(String file, int source, Table table, RowSink sink) {
    this.file = file;
    this.source = source;
    this.table = table;
    this.sink = sink;
  }

  static void read(Content content, int source, Table table, RowSink sink, int mostBytes) {
    YamlRows rows = new YamlRows(content.name(), source, table, sink);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      whole.write(buffer, 0, n);
      if (whole.size() > mostBytes) {
        rows.problem(
            0,
            new RowProblem(
                "too-large",
                "is larger than %d bytes and was not read; use CSV, which is read row by row."
                    .formatted(mostBytes)));
        return;
      }
    }
    rows.read(whole.toString(StandardCharsets.UTF_8));
  }

  private void read(String text) {
    // No aliases: a register needs none, and they can make a small file large.
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(0)
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    try {
      checkDepth(settings, text);
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof SequenceNode list) {
        for (Node node : list.getValue()) {
          if (!take(node)) {
            return;
          }
        }
      } else if (root != null) {
        problem(line(root), new RowProblem("no-list", "must be a list of rows."));
      }
    } catch (MarkedYamlEngineException e) {
      long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
      problem(line, noYaml(String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      problem(0, noYaml(String.valueOf(e.getMessage())));
    } catch (RowProblem e) {
      problem(0, e);
    }
  }

  private static RowProblem noYaml(String why) {
    return new RowProblem("no-yaml", "is no YAML: %s.".formatted(RowProblem.shown(why)));
  }

  /** Composing calls itself for each level; reading events does not. */
  private static void checkDepth(LoadSettings settings, String text) throws RowProblem {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new RowProblem(
            "no-list", "has more than %d lists and keys within each other.".formatted(DEEPEST));
      }
    }
  }

  private boolean take(Node node) {
    try {
      if (!(node instanceof MappingNode mapping)) {
        throw new RowProblem("no-list", "a row must be a mapping of columns.");
      }
      Map<String, Integer> header = new HashMap<>();
      List<String> values = new ArrayList<>();
      for (NodeTuple tuple : mapping.getValue()) {
        String column = scalar(tuple.getKeyNode(), "a key");
        if (!table.knows(column)) {
          throw RowProblem.of(
              "unknown-column",
              "a key",
              column,
              "allowed are %s, and any that begins with %s."
                  .formatted(String.join(", ", table.columns()), Table.OWN));
        }
        int index = header.size();
        if (header.putIfAbsent(column, index) != null) {
          throw RowProblem.of("unknown-column", "a key", column, "it stands there twice.");
        }
        values.add(value(tuple.getValueNode(), column));
      }
      return sink.row(new Row(source, file, 0, 0, line(node), header, values));
    } catch (RowProblem e) {
      problem(line(node), e);
      return true;
    }
  }

  private static String value(Node node, String column) throws RowProblem {
    if (!(node instanceof SequenceNode list)) {
      return scalar(node, column);
    }
    StringBuilder joined = new StringBuilder();
    for (Node item : list.getValue()) {
      String text = scalar(item, column);
      if (text.indexOf('|') >= 0) {
        throw RowProblem.of("bar", column, text, "a bar parts values and cannot stand in one.");
      }
      joined.append(joined.isEmpty() ? "" : "|").append(text);
    }
    return joined.toString();
  }

  private static String scalar(Node node, String what) throws RowProblem {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().getValue().endsWith(":null") ? "" : scalar.getValue().strip();
    }
    throw new RowProblem("no-list", what + " must be one value, or a list of values.");
  }

  private static long line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
  }

  private void problem(long line, RowProblem problem) {
    sink.problem(source, file, 0, 0, line, problem);
  }
}
