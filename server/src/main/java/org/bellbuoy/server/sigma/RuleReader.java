package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the documents of one file into drafts. Whatever the text, each draft runs or says why. */
final class RuleReader {
  private final SigmaOptions options;

  RuleReader(SigmaOptions options) {
    this.options = options;
  }

  List<Draft> read(String file, String text) {
    YamlDocuments.Read read = YamlDocuments.read(text);
    List<Draft> drafts = new ArrayList<>();
    int document = 0;
    for (Object value : read.values()) {
      document++;
      if (value != null) {
        Draft draft = new Draft(file, document);
        drafts.add(draft);
        try {
          fill(draft, value);
        } catch (SigmaRuleException e) {
          draft.fail(String.valueOf(e.getMessage()));
        }
      }
    }
    if (read.problem() != null) {
      Draft draft = new Draft(file, document + 1);
      draft.fail("is no YAML: " + read.problem());
      drafts.add(draft);
    } else if (drafts.isEmpty()) {
      Draft draft = new Draft(file, 1);
      draft.fail("holds no document");
      drafts.add(draft);
    }
    return drafts;
  }

  private void fill(Draft draft, Object value) throws SigmaRuleException {
    if (!(value instanceof Map<?, ?> map)) {
      throw new SigmaRuleException("is no map");
    }
    draft.id = Scalars.text(map.get("id"));
    draft.name = Scalars.text(map.get("name"));
    draft.title = Scalars.text(map.get("title"));
    draft.level = Scalars.text(map.get("level"));
    draft.tags = Scalars.texts(map.get("tags"));
    if (map.containsKey("correlation")) {
      draft.kind = SigmaRule.Kind.CORRELATION;
    } else if (map.containsKey("filter")) {
      draft.kind = SigmaRule.Kind.FILTER;
    } else if (map.containsKey("detection") || map.containsKey("logsource")) {
      draft.kind = SigmaRule.Kind.DETECTION;
    }
    if (map.containsKey("action")) {
      throw new SigmaRuleException(
          "action: " + SigmaRuleException.quote(Scalars.text(map.get("action"))) + " is old");
    }
    String taxonomy = Scalars.text(map.get("taxonomy"));
    if (!taxonomy.isEmpty() && !taxonomy.equals("sigma")) {
      throw new SigmaRuleException(
          "taxonomy: " + SigmaRuleException.quote(taxonomy) + " is not known here");
    }
    switch (draft.kind) {
      case CORRELATION -> draft.correlation = CorrelationSpec.parse(map.get("correlation"));
      case FILTER -> filter(draft, map);
      case DETECTION -> {
        source(draft, map);
        draft.node = compile(draft, "detection", map.get("detection"));
      }
      case UNREADABLE ->
          throw new SigmaRuleException("has neither detection, correlation nor filter");
    }
  }

  private void filter(Draft draft, Map<?, ?> map) throws SigmaRuleException {
    source(draft, map);
    Node node = compile(draft, "filter", map.get("filter"));
    Object rules = map.get("filter") instanceof Map<?, ?> filter ? filter.get("rules") : null;
    draft.filtered = Scalars.texts(rules);
    if (draft.filtered.isEmpty()) {
      throw new SigmaRuleException("filter: names no rules");
    }
    if (node instanceof Node.Not not) {
      draft.notes.add("Its condition begins with not and is read as what a hit must fulfil.");
      draft.node = not.node();
    } else {
      draft.node = node;
    }
  }

  private static void source(Draft draft, Map<?, ?> map) throws SigmaRuleException {
    LogSources.Named named = LogSources.Named.of(map.get("logsource"));
    draft.source = named;
    draft.target = LogSources.target(named);
  }

  private Node compile(Draft draft, String part, @Nullable Object value) throws SigmaRuleException {
    if (!(value instanceof Map<?, ?> map)) {
      throw new SigmaRuleException(part + (value == null ? ": is missing" : ": is no map"));
    }
    LogTarget target = java.util.Objects.requireNonNull(draft.target);
    FieldNames names = LogSources.fields(target);
    FieldNames noting =
        name -> {
          SigmaField field = names.field(name);
          String note = "Field " + SigmaRuleException.quote(name) + " is never kept of web logs.";
          if (field.slot() == WebFields.NEVER && !draft.notes.contains(note)) {
            draft.notes.add(note);
          }
          return field;
        };
    try {
      return new DetectionCompiler(noting, target instanceof LogTarget.Web, options).compile(map);
    } catch (SigmaRuleException e) {
      throw new SigmaRuleException(part + ": " + e.getMessage());
    }
  }
}
