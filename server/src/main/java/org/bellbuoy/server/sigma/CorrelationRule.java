package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;

/**
 * A correlation that can run.
 *
 * @param index of its document
 * @param parts indexes of the documents it joins, in the order written
 * @param fieldNames by part: names of its group's fields, then of the measured ones
 */
record CorrelationRule(
    int index, CorrelationSpec spec, List<Integer> parts, List<List<String>> fieldNames) {
  CorrelationRule {
    parts = List.copyOf(parts);
    fieldNames = List.copyOf(fieldNames);
  }

  static CorrelationRule of(Draft draft, CorrelationSpec spec) {
    List<String> names = new ArrayList<>(spec.groupBy());
    names.addAll(spec.fields());
    List<Integer> parts = new ArrayList<>();
    List<List<String>> fieldNames = new ArrayList<>();
    for (int i = 0; i < draft.parts.size(); i++) {
      Draft part = draft.parts.get(i);
      int at = i;
      parts.add(part.index);
      fieldNames.add(names.stream().map(n -> RuleLinker.field(spec, at, part, n)).toList());
    }
    return new CorrelationRule(draft.index, spec, parts, fieldNames);
  }
}
