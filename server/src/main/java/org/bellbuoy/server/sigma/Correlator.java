package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates correlations over all hits, in order of time of events. */
final class Correlator {
  private static final Comparator<Occurrence> ORDER =
      Comparator.comparingLong(Occurrence::millis)
          .thenComparingInt(Occurrence::source)
          .thenComparingLong(Occurrence::offset);

  private Correlator() {}

  /** One part of one group: what happened, and as which part of the correlation. */
  record Step(Occurrence occurrence, int part, List<String> measured) {}

  static List<SigmaCorrelationHit> evaluate(SigmaEngine engine, List<Occurrence> hits) {
    Map<Integer, List<Occurrence>> byRule = new HashMap<>();
    for (Occurrence hit : hits) {
      byRule.computeIfAbsent(hit.rule(), key -> new ArrayList<>()).add(hit);
    }
    List<SigmaCorrelationHit> told = new ArrayList<>();
    for (CorrelationRule rule : engine.correlations()) {
      List<Occurrence> made = new ArrayList<>();
      groups(rule, byRule)
          .forEach(
              (values, steps) -> {
                for (CorrelationWindows.Match match :
                    new CorrelationWindows(rule.spec(), rule.parts().size()).matches(steps)) {
                  Occurrence occurrence = occurrence(engine, rule, values, steps, match);
                  made.add(occurrence);
                  SigmaRule document = engine.rules().get(rule.index());
                  if (document.standsAlone()) {
                    told.add(hit(document, rule, values, occurrence, match));
                  }
                }
              });
      byRule.put(rule.index(), made);
    }
    told.sort(
        Comparator.comparingLong(SigmaCorrelationHit::firstMillis)
            .thenComparingInt(hit -> hit.rule().index()));
    return told;
  }

  /** Steps of each group in order of time. Hits without a value of the group are left out. */
  private static Map<List<String>, List<Step>> groups(
      CorrelationRule rule, Map<Integer, List<Occurrence>> byRule) {
    int grouped = rule.spec().groupBy().size();
    Map<List<String>, List<Step>> groups =
        new TreeMap<>(Comparator.comparing(values -> String.join("\u0000", values)));
    for (int part = 0; part < rule.parts().size(); part++) {
      List<String> names = rule.fieldNames().get(part);
      for (Occurrence hit : byRule.getOrDefault(rule.parts().get(part), List.of())) {
        List<String> values = values(hit, names.subList(0, grouped));
        List<String> measured = values(hit, names.subList(grouped, names.size()));
        if (values.size() == grouped && measured.size() == names.size() - grouped) {
          groups
              .computeIfAbsent(values, key -> new ArrayList<>())
              .add(new Step(hit, part, measured));
        }
      }
    }
    groups.values().forEach(steps -> steps.sort(Comparator.comparing(Step::occurrence, ORDER)));
    return groups;
  }

  /** Values of those names, fewer where one is missing. */
  private static List<String> values(Occurrence hit, List<String> names) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      String value = hit.values().get(name);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static Occurrence occurrence(
      SigmaEngine engine,
      CorrelationRule rule,
      List<String> group,
      List<Step> steps,
      CorrelationWindows.Match match) {
    Occurrence last = steps.get(match.last()).occurrence();
    Map<String, String> values = new HashMap<>(last.values());
    for (int i = 0; i < group.size(); i++) {
      values.put(rule.spec().groupBy().get(i), group.get(i));
    }
    List<SigmaPlace> places = new ArrayList<>();
    long first = last.firstMillis();
    for (int i = match.first(); i <= match.last(); i++) {
      Occurrence one = steps.get(i).occurrence();
      first = Math.min(first, one.firstMillis());
      for (SigmaPlace place : one.places()) {
        if (places.size() < engine.options().mostKeptHits() && match.holds(steps.get(i))) {
          places.add(place);
        }
      }
    }
    return new Occurrence(
        rule.index(), first, last.millis(), values, places, last.source(), last.offset());
  }

  private static SigmaCorrelationHit hit(
      SigmaRule document,
      CorrelationRule rule,
      List<String> group,
      Occurrence occurrence,
      CorrelationWindows.Match match) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < group.size(); i++) {
      named.put(rule.spec().groupBy().get(i), group.get(i));
    }
    if (match.value() != null) {
      named.put(rule.spec().fields().getFirst(), match.value());
    }
    return new SigmaCorrelationHit(
        document,
        named,
        occurrence.firstMillis(),
        occurrence.millis(),
        match.events(),
        match.measure(),
        occurrence.places());
  }
}
