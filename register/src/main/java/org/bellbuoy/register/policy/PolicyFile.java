package org.bellbuoy.register.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.register.model.Words;
import org.bellbuoy.register.policy.PolicyRule.Scope;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Rules in YAML: a list of mappings of id, version, title, severity, for and rule. */
public final class PolicyFile {
  private static final Set<String> KEYS =
      Set.of("id", "version", "title", "severity", "for", "rule");

  private final String name;
  private final List<CompiledRule> rules = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private PolicyFile(String name) {
    this.name = name;
  }

  /** Rules that are ready to be asked. */
  public static final class Rules {
    private final List<CompiledRule> compiled;

    private Rules(List<CompiledRule> compiled) {
      this.compiled = List.copyOf(compiled);
    }

    List<CompiledRule> compiled() {
      return compiled;
    }

    /** As they are written. */
    public List<PolicyRule> written() {
      return compiled.stream().map(CompiledRule::rule).toList();
    }
  }

  /**
   * Reads rules, all or none: one left out would be missed later.
   *
   * @param name of the file, for messages
   * @param text its text
   */
  public static Rules read(String name, String text) throws PolicyException {
    PolicyFile file = new PolicyFile(name);
    file.read(text);
    return new Rules(file.rules);
  }

  private void read(String text) throws PolicyException {
    LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(0).build();
    Node root;
    try {
      root = new Compose(settings).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
      throw new PolicyException("%s line %d: no YAML: %s.".formatted(name, line, e.getProblem()));
    } catch (YamlEngineException e) {
      throw new PolicyException("%s: no YAML: %s.".formatted(name, e.getMessage()));
    }
    if (!(root instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw new PolicyException(name + ": must be a list of at least one rule.");
    }
    for (Node each : list.getValue()) {
      rule(each);
    }
  }

  private void rule(Node node) throws PolicyException {
    if (!(node instanceof MappingNode mapping)) {
      throw new PolicyException(at(node) + ": a rule must be a mapping.");
    }
    Map<String, ScalarNode> fields = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!KEYS.contains(key)) {
        throw new PolicyException(
            "%s: the key '%s' is not known; allowed are id, version, title, severity, for, rule."
                .formatted(at(tuple.getKeyNode()), key));
      }
      if (!(tuple.getValueNode() instanceof ScalarNode value)) {
        throw new PolicyException("%s: %s must be one value.".formatted(at(node), key));
      }
      fields.put(key, value);
    }
    String id = needed(fields, "id", node);
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}") || !ids.add(id)) {
      throw new PolicyException(
          "%s: id is '%s'; it must be lower case letters, digits and hyphens, each once."
              .formatted(at(node), id));
    }
    String severity = needed(fields, "severity", node);
    Severity known =
        Words.parse(Severity.class, severity)
            .orElseThrow(() -> wrong(node, id, "severity", severity, Words.all(Severity.class)));
    String scope = needed(fields, "for", node);
    Scope asked =
        Words.parse(Scope.class, scope)
            .orElseThrow(() -> wrong(node, id, "for", scope, Words.all(Scope.class)));
    String version = needed(fields, "version", node);
    if (!version.matches("[1-9][0-9]{0,6}")) {
      throw wrong(node, id, "version", version, "whole numbers from 1");
    }
    ScalarNode expression = fields.get("rule");
    rules.add(
        CompiledRule.of(
            new PolicyRule(
                id,
                Integer.parseInt(version),
                needed(fields, "title", node),
                known,
                asked,
                needed(fields, "rule", node)),
            at(expression == null ? node : expression)));
  }

  private String needed(Map<String, ScalarNode> fields, String key, Node rule)
      throws PolicyException {
    ScalarNode value = fields.get(key);
    if (value == null || value.getValue().isBlank()) {
      throw new PolicyException("%s: %s is missing.".formatted(at(rule), key));
    }
    return value.getValue().strip();
  }

  private PolicyException wrong(Node node, String id, String key, String value, String allowed) {
    return new PolicyException(
        "%s: rule '%s': %s is '%s'; allowed are %s.".formatted(at(node), id, key, value, allowed));
  }

  private String at(Node node) {
    return node.getStartMark()
        .map(mark -> "%s line %d".formatted(name, mark.getLine() + 1))
        .orElse(name);
  }
}
