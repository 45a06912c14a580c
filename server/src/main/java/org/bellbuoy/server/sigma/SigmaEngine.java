package org.bellbuoy.server.sigma;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules of a user's folder, compiled. Immutable and shared by threads; each block of records has a
 * {@link SigmaAggregate} of its own.
 *
 * <p>Written from the Sigma specification 2.1.0 (SigmaHQ, August 2025) and its appendices.
 */
public final class SigmaEngine {
  private final SigmaOptions options;
  private final List<SigmaRule> rules;
  private final List<@Nullable Node> nodes = new ArrayList<>();
  private final List<@Nullable LogTarget> targets = new ArrayList<>();
  private final List<CorrelationRule> correlations = new ArrayList<>();
  private final List<Map<String, SigmaField>> wanted = new ArrayList<>();
  private final boolean[] testsQuery;
  private final boolean[] isWanted;
  private final List<Unit> webUnits;
  private final List<Unit> eventUnits;
  private final Prefilter web;
  private final Prefilter events;

  private SigmaEngine(List<Draft> drafts, SigmaOptions options) {
    this.options = options;
    List<Draft> ordered = RuleLinker.link(drafts);
    List<Draft> webDrafts = new ArrayList<>();
    List<Draft> eventDrafts = new ArrayList<>();
    testsQuery = new boolean[drafts.size()];
    isWanted = new boolean[drafts.size()];
    for (Draft draft : drafts) {
      boolean runs = draft.kind == SigmaRule.Kind.DETECTION && draft.cannotRun == null;
      nodes.add(runs ? draft.node : null);
      targets.add(runs ? draft.target : null);
      wanted.add(new LinkedHashMap<>());
      if (runs) {
        (draft.target instanceof LogTarget.Web ? webDrafts : eventDrafts).add(draft);
        testsQuery[draft.index] = draft.node != null && testsQuery(draft.node);
      }
    }
    webUnits = units(webDrafts);
    eventUnits = units(eventDrafts);
    web = Prefilter.of(webUnits);
    events = Prefilter.of(eventUnits);
    for (Draft draft : ordered) {
      CorrelationSpec spec = java.util.Objects.requireNonNull(draft.correlation);
      correlations.add(CorrelationRule.of(draft, spec));
      draft.parts.forEach(part -> isWanted[part.index] = true);
      want(draft, spec, draft.parts);
    }
    rules = drafts.stream().map(Draft::rule).toList();
  }

  private static List<Unit> units(List<Draft> drafts) {
    List<Unit> units = new ArrayList<>();
    for (Draft draft : drafts) {
      List<Unit> own = Unit.of(draft.index, java.util.Objects.requireNonNull(draft.node));
      draft.alwaysEvaluated = own.stream().anyMatch(unit -> unit.clause() == null);
      units.addAll(own);
    }
    return List.copyOf(units);
  }

  private static boolean testsQuery(Node node) {
    return switch (node) {
      case Node.And and -> and.nodes().stream().anyMatch(SigmaEngine::testsQuery);
      case Node.AtLeast some -> some.nodes().stream().anyMatch(SigmaEngine::testsQuery);
      case Node.Not not -> testsQuery(not.node());
      case Node.Field field -> field.uri() && !(field.test() instanceof TextTest.Absent);
      case Node.Keyword keyword -> false;
      case Node.Exists exists -> false;
      case Node.Reference reference -> false;
    };
  }

  /** Notes which values of hits the correlations above a rule ask for. */
  private void want(Draft correlation, CorrelationSpec spec, List<Draft> parts) {
    Set<String> names = new LinkedHashSet<>(spec.groupBy());
    names.addAll(spec.fields());
    for (Draft part : parts) {
      LogTarget target = part.target;
      if (target == null) {
        want(correlation, spec, part.parts);
        continue;
      }
      int at = correlation.parts.indexOf(part);
      Map<String, SigmaField> fields = wanted.get(part.index);
      for (String name : names) {
        String own = at < 0 ? name : RuleLinker.field(spec, at, part, name);
        SigmaField field = LogSources.known(target, own);
        // The fields of direct parts were tried when linking; those of others may be aliases.
        if (field != null) {
          fields.put(own, field);
        }
      }
    }
  }

  /**
   * Reads a folder of rules, or one file. Rules that cannot run say so in {@link #rules}.
   *
   * @throws IOException where the folder itself cannot be read
   */
  public static SigmaEngine load(Path folder, SigmaOptions options) throws IOException {
    return new SigmaEngine(RuleFolder.read(folder, options), options);
  }

  /** The same of texts by the name of their file, in that order. */
  public static SigmaEngine of(Map<String, String> files, SigmaOptions options) {
    List<Draft> drafts = new ArrayList<>();
    RuleReader reader = new RuleReader(options);
    files.forEach((file, text) -> drafts.addAll(reader.read(file, text)));
    return new SigmaEngine(drafts, options);
  }

  /** All documents of the folder, in order, whether they run or not. */
  public List<SigmaRule> rules() {
    return rules;
  }

  /** An empty aggregate for one block of records. */
  public SigmaAggregate aggregate() {
    return new SigmaAggregate(this);
  }

  /** Whether any rule tests rows of web logs. */
  public boolean hasWebRules() {
    return targets.stream().anyMatch(LogTarget.Web.class::isInstance);
  }

  /** Whether any rule tests Windows events. */
  public boolean hasEventRules() {
    return targets.stream().anyMatch(LogTarget.Events.class::isInstance);
  }

  SigmaOptions options() {
    return options;
  }

  @Nullable Node node(int rule) {
    return nodes.get(rule);
  }

  @Nullable LogTarget target(int rule) {
    return targets.get(rule);
  }

  /** Whether the full-URI reading can change what a rule says. */
  boolean testsQuery(int rule) {
    return testsQuery[rule];
  }

  Prefilter web() {
    return web;
  }

  Prefilter events() {
    return events;
  }

  List<Unit> webUnits() {
    return webUnits;
  }

  List<Unit> eventUnits() {
    return eventUnits;
  }

  List<CorrelationRule> correlations() {
    return correlations;
  }

  /** Fields whose values correlations ask of hits of a rule, by name. */
  Map<String, SigmaField> wanted(int rule) {
    return wanted.get(rule);
  }

  /** Whether correlations ask for hits of a rule. */
  boolean isWanted(int rule) {
    return isWanted[rule];
  }
}
