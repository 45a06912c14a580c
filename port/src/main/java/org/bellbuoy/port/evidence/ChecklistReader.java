package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.yaml.YamlFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a checklist key by key, so that each message has its line and column. */
final class ChecklistReader {
  private static final List<String> TOP = List.of("rule", "title", "about", "check", "paragraphs");
  private static final List<String> PARAGRAPH =
      List.of("id", "says", "basis", "evidence", "beside", "note");
  private static final int LONGEST_CHARS = 2000;
  private static final YamlFile.Style STYLE =
      new YamlFile.Style(
          "a checklist", "a checklist must have paragraphs", LONGEST_CHARS, 80, true);

  private final YamlFile<SourceException> yaml;
  private final Set<String> ids = new LinkedHashSet<>();

  private ChecklistReader(YamlFile<SourceException> yaml) {
    this.yaml = yaml;
  }

  /**
   * Reads a checklist.
   *
   * @param name of the file, for messages
   * @param text YAML 1.2
   * @throws SourceException a sentence with line and column, when it is none
   */
  static Checklist read(String name, String text) throws SourceException {
    YamlFile<SourceException> yaml = new YamlFile<>(name, STYLE, SourceException::new);
    return new ChecklistReader(yaml).checklist(yaml.root(text));
  }

  private Checklist checklist(Node root) throws SourceException {
    Map<String, Node> top = yaml.mapping(root, "a checklist", TOP);
    List<Checklist.Paragraph> paragraphs = new ArrayList<>();
    for (Node node : yaml.list(required(root, top, "paragraphs", "a checklist"), "paragraphs")) {
      paragraphs.add(paragraph(node));
    }
    return new Checklist(
        text(required(root, top, "rule", "a checklist"), "rule"),
        text(required(root, top, "title", "a checklist"), "title"),
        optional(top.get("about"), "about"),
        optional(top.get("check"), "check"),
        paragraphs);
  }

  private Checklist.Paragraph paragraph(Node node) throws SourceException {
    Map<String, Node> keys = yaml.mapping(node, "a paragraph", PARAGRAPH);
    Node idNode = required(node, keys, "id", "a paragraph");
    String id = text(idNode, "id");
    if (!ids.add(id)) {
      throw yaml.wrong(idNode, "the paragraph '" + yaml.shown(id) + "' is there twice");
    }
    String what = "paragraph '" + yaml.shown(id) + "'";
    List<EvidenceKind> evidence = kinds(required(node, keys, "evidence", what), "evidence");
    Node besideNode = keys.get("beside");
    List<EvidenceKind> beside = besideNode == null ? List.of() : kinds(besideNode, "beside");
    if (besideNode != null) {
      for (EvidenceKind kind : beside) {
        if (evidence.contains(kind)) {
          throw yaml.wrong(
              besideNode, kind.word() + " stands under evidence and under beside of " + what);
        }
      }
    }
    return new Checklist.Paragraph(
        id,
        text(required(node, keys, "says", what), "says"),
        basis(keys.get("basis")),
        evidence,
        beside,
        optional(keys.get("note"), "note"));
  }

  private Basis basis(@Nullable Node node) throws SourceException {
    if (node == null) {
      return Basis.OWN;
    }
    String word = text(node, "basis");
    for (Basis basis : Basis.values()) {
      if (basis.word().equals(word)) {
        return basis;
      }
    }
    throw yaml.wrong(
        node,
        "basis is '"
            + yaml.shown(word)
            + "'; allowed are "
            + Arrays.stream(Basis.values()).map(Basis::word).collect(Collectors.joining(", ")));
  }

  private List<EvidenceKind> kinds(Node node, String key) throws SourceException {
    List<EvidenceKind> kinds = new ArrayList<>();
    for (Node item : yaml.list(node, key)) {
      String word = text(item, key);
      EvidenceKind kind = EvidenceKind.of(word);
      if (kind == null) {
        throw yaml.wrong(
            item,
            "the evidence kind '"
                + yaml.shown(word)
                + "' is not known; allowed are "
                + Arrays.stream(EvidenceKind.values())
                    .map(EvidenceKind::word)
                    .collect(Collectors.joining(", ")));
      }
      if (kinds.contains(kind)) {
        throw yaml.wrong(item, "the evidence kind '" + word + "' stands there twice");
      }
      kinds.add(kind);
    }
    return kinds;
  }

  private Node required(Node in, Map<String, Node> keys, String key, String what)
      throws SourceException {
    Node node = keys.get(key);
    if (node == null) {
      throw yaml.wrong(in, "the key '" + key + "' is missing in " + what);
    }
    return node;
  }

  private String optional(@Nullable Node node, String key) throws SourceException {
    return node == null ? "" : text(node, key);
  }

  private String text(Node node, String key) throws SourceException {
    String value = yaml.value(node, key);
    if (value.isEmpty() || value.length() > LONGEST_CHARS) {
      throw yaml.wrong(
          node,
          "%s has %d characters; it must have 1 to %d"
              .formatted(key, value.length(), LONGEST_CHARS));
    }
    return value;
  }
}
