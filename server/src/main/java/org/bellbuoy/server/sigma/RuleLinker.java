package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins documents that name each other: filters to rules, rules to correlations. */
final class RuleLinker {
  private static final Set<String> ANY = Set.of("any", "all");
  private static final int DEEPEST = 50;

  private final List<Draft> drafts;
  private final Map<String, Draft> byReference = new HashMap<>();
  private final List<Draft> ordered = new ArrayList<>();
  private final Set<Draft> done = new HashSet<>();

  private RuleLinker(List<Draft> drafts) {
    this.drafts = drafts;
  }

  /** Links them all and gives correlations that run, each after those it names. */
  static List<Draft> link(List<Draft> drafts) {
    RuleLinker linker = new RuleLinker(drafts);
    linker.number();
    linker.filter();
    for (Draft draft : drafts) {
      if (draft.kind == SigmaRule.Kind.CORRELATION) {
        linker.resolve(draft, 0, new HashSet<>());
      }
    }
    linker.standAlone();
    return linker.ordered;
  }

  private void number() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      draft.index = i;
      if (draft.kind == SigmaRule.Kind.DETECTION || draft.kind == SigmaRule.Kind.CORRELATION) {
        for (String reference : List.of(draft.id, draft.name)) {
          Draft before = reference.isEmpty() ? null : byReference.putIfAbsent(reference, draft);
          if (before != null && before != draft) {
            draft.notes.add(
                "References to "
                    + SigmaRuleException.quote(reference)
                    + " mean the rule in "
                    + before.file
                    + ".");
          }
        }
      }
    }
  }

  private void filter() {
    for (Draft filter : drafts) {
      Node taken = filter.node;
      LogSources.Named source = filter.source;
      if (filter.kind != SigmaRule.Kind.FILTER
          || filter.cannotRun != null
          || taken == null
          || source == null) {
        continue;
      }
      int applied = 0;
      for (Draft rule : drafts) {
        Node node = rule.node;
        if (rule.kind == SigmaRule.Kind.DETECTION
            && rule.cannotRun == null
            && node != null
            && rule.source != null
            && source.covers(rule.source)
            && (isNamed(filter, rule.id) || isNamed(filter, rule.name))) {
          rule.node = Node.all(List.of(node, new Node.Not(taken)));
          rule.notes.add("Filtered by " + SigmaRuleException.quote(filter.rule().label()) + ".");
          applied++;
        }
      }
      filter.notes.add("Applies to " + applied + " rules here.");
    }
  }

  private static boolean isNamed(Draft filter, String reference) {
    return filter.filtered.size() == 1 && ANY.contains(filter.filtered.getFirst())
        || !reference.isEmpty() && filter.filtered.contains(reference);
  }

  private void resolve(Draft draft, int depth, Set<Draft> above) {
    CorrelationSpec spec = draft.correlation;
    if (draft.cannotRun != null || spec == null || !done.add(draft)) {
      return;
    }
    above.add(draft);
    List<Draft> parts = new ArrayList<>();
    for (String reference : spec.rules()) {
      Draft part = byReference.get(reference);
      String quoted = SigmaRuleException.quote(reference);
      if (part == null) {
        draft.fail("correlation: rules: no rule here is named " + quoted);
        break;
      }
      if (above.contains(part) || depth > DEEPEST) {
        draft.fail("correlation: rules: " + quoted + " leads back to itself or too deep");
        break;
      }
      resolve(part, depth + 1, above);
      if (part.cannotRun != null) {
        draft.fail("correlation: rules: " + quoted + " cannot run");
        break;
      }
      parts.add(part);
    }
    above.remove(draft);
    draft.parts = List.copyOf(parts);
    String problem = draft.cannotRun == null ? fields(draft, spec) : null;
    if (problem != null) {
      draft.fail(problem);
    }
    if (draft.cannotRun == null) {
      ordered.add(draft);
    }
  }

  /** Why a field of the correlation cannot be had of one of its rules, null where all can. */
  private static @Nullable String fields(Draft draft, CorrelationSpec spec) {
    List<String> names = new ArrayList<>(spec.groupBy());
    names.addAll(spec.fields());
    for (int i = 0; i < draft.parts.size(); i++) {
      Draft part = draft.parts.get(i);
      LogTarget target = part.target;
      for (String name : target == null ? List.<String>of() : names) {
        String own = field(spec, i, part, name);
        if (LogSources.known(java.util.Objects.requireNonNull(target), own) == null) {
          return "correlation: field " + SigmaRuleException.quote(own) + " is not one of web logs";
        }
      }
    }
    return null;
  }

  /** The field of a correlation as its part with that number has it. */
  static String field(CorrelationSpec spec, int part, Draft draft, String name) {
    String reference = spec.rules().get(part);
    return spec.field(name, reference, reference.equals(draft.id) ? draft.name : draft.id);
  }

  private void standAlone() {
    Set<Draft> fed = new HashSet<>();
    Set<Draft> kept = new HashSet<>();
    for (Draft draft : ordered) {
      CorrelationSpec spec = draft.correlation;
      (spec != null && spec.generate() ? kept : fed).addAll(draft.parts);
    }
    for (Draft draft : drafts) {
      draft.standsAlone = !fed.contains(draft) || kept.contains(draft);
    }
  }
}
