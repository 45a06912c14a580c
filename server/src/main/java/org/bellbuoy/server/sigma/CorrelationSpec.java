package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A correlation as a rule writes it.
 *
 * @param rules references to rules, by name or identifier
 * @param groupBy fields or aliases whose values must be the same
 * @param timespanMillis within which
 * @param bounds what the measure must fulfil, all of them
 * @param fields fields whose values are measured
 * @param percentile which percentile is measured, NaN for the share of a value
 * @param aliases field by rule reference by alias
 * @param generate whether the rules also stand alone
 */
record CorrelationSpec(
    Type type,
    List<String> rules,
    List<String> groupBy,
    long timespanMillis,
    List<Bound> bounds,
    List<String> fields,
    double percentile,
    Map<String, Map<String, String>> aliases,
    boolean generate) {
  private static final int MOST_RULES = 200;

  /** What is measured. */
  enum Type {
    EVENT_COUNT,
    VALUE_COUNT,
    TEMPORAL,
    TEMPORAL_ORDERED,
    VALUE_SUM,
    VALUE_AVG,
    VALUE_PERCENTILE,
    VALUE_MEDIAN;

    boolean temporal() {
      return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    boolean needsField() {
      return !temporal() && this != EVENT_COUNT;
    }
  }

  /** One bound of a measure. */
  record Bound(Comparison comparison, double value) {}

  CorrelationSpec {
    rules = List.copyOf(rules);
    groupBy = List.copyOf(groupBy);
    bounds = List.copyOf(bounds);
    fields = List.copyOf(fields);
    aliases = Map.copyOf(aliases);
  }

  /** Whether a measure is as asked for; what could not be measured (NaN) never is. */
  boolean holds(double measure) {
    if (Double.isNaN(measure)) {
      return false;
    }
    for (Bound bound : bounds) {
      if (!bound.comparison().holds(measure, bound.value())) {
        return false;
      }
    }
    return true;
  }

  /** Whether more events can never make it fail, so that it may be told while events come. */
  boolean onlyFromBelow() {
    return bounds.stream()
        .allMatch(b -> b.comparison() == Comparison.GT || b.comparison() == Comparison.GTE);
  }

  /** The field that stands for a group's field in events of a rule. */
  String field(String alias, String reference, String other) {
    Map<String, String> byRule = aliases.get(alias);
    if (byRule == null) {
      return alias;
    }
    return byRule.getOrDefault(reference, byRule.getOrDefault(other, alias));
  }

  static CorrelationSpec parse(@Nullable Object value) throws SigmaRuleException {
    if (!(value instanceof Map<?, ?> map)) {
      throw new SigmaRuleException("correlation: is no map");
    }
    Type type = type(Scalars.text(map.get("type")));
    List<String> rules = Scalars.texts(map.get("rules"));
    if (rules.isEmpty() || rules.size() > MOST_RULES) {
      throw new SigmaRuleException(
          rules.isEmpty() ? "correlation: has no rules" : "correlation: too many rules");
    }
    List<Bound> bounds = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    double percentile = type == Type.VALUE_MEDIAN ? 50 : Double.NaN;
    Object condition = map.get("condition");
    if (condition instanceof Map<?, ?> conditions) {
      for (Map.Entry<?, ?> entry : conditions.entrySet()) {
        String key = Scalars.text(entry.getKey());
        Comparison comparison = Comparison.of(key);
        if (key.equals("field")) {
          fields.addAll(Scalars.texts(entry.getValue()));
        } else if (key.equals("percentile")) {
          percentile = number("condition percentile", entry.getValue());
        } else if (comparison != null) {
          bounds.add(new Bound(comparison, number("condition " + key, entry.getValue())));
        } else {
          throw new SigmaRuleException(
              "correlation: condition: unknown word " + SigmaRuleException.quote(key));
        }
      }
    } else if (condition != null) {
      throw new SigmaRuleException(
          "correlation: condition: "
              + SigmaRuleException.quote(Scalars.text(condition))
              + " is no map; conditions over rule names are not part of specification 2.1");
    }
    fields.addAll(Scalars.texts(map.get("field")));
    if (bounds.isEmpty() && type.temporal()) {
      bounds.add(new Bound(Comparison.GTE, rules.size()));
    }
    check(type, bounds, fields, percentile);
    return new CorrelationSpec(
        type,
        rules,
        Scalars.texts(map.get("group-by")),
        timespan(Scalars.text(map.get("timespan"))),
        bounds,
        fields,
        percentile,
        aliases(map.get("aliases")),
        Boolean.TRUE.equals(map.get("generate")));
  }

  private static void check(Type type, List<Bound> bounds, List<String> fields, double percentile)
      throws SigmaRuleException {
    if (bounds.isEmpty()) {
      throw new SigmaRuleException("correlation: has no condition");
    }
    if (type.needsField() && fields.isEmpty()) {
      throw new SigmaRuleException("correlation: condition: names no field to measure");
    }
    if (percentile < 0 || percentile > 100) {
      throw new SigmaRuleException(
          "correlation: condition: percentile " + percentile + " is not within 0 to 100");
    }
    if (type == Type.TEMPORAL_ORDERED
        && bounds.stream()
            .anyMatch(
                b ->
                    b.comparison() != Comparison.GTE
                        && b.comparison() != Comparison.GT
                        && b.comparison() != Comparison.EQ)) {
      throw new SigmaRuleException(
          "correlation: condition: an order of rules can only be asked for by gt, gte or eq");
    }
  }

  private static Type type(String word) throws SigmaRuleException {
    for (Type type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type;
      }
    }
    throw new SigmaRuleException("correlation: type: unknown " + SigmaRuleException.quote(word));
  }

  private static double number(String what, @Nullable Object value) throws SigmaRuleException {
    double number = Comparison.number(Scalars.text(value));
    if (Double.isNaN(number)) {
      throw new SigmaRuleException(
          "correlation: "
              + what
              + ": "
              + SigmaRuleException.quote(Scalars.text(value))
              + " is no number");
    }
    return number;
  }

  /** Milliseconds of a number and a letter: s, m, h, d, w. */
  static long timespan(String text) throws SigmaRuleException {
    int letter = text.length() - 1;
    int digits = letter;
    while (digits > 0 && text.charAt(digits - 1) >= '0' && text.charAt(digits - 1) <= '9') {
      digits--;
    }
    long unit =
        letter < 1 || letter > 9 || digits > 0
            ? 0
            : switch (text.charAt(letter)) {
              case 's' -> 1_000L;
              case 'm' -> 60_000L;
              case 'h' -> 3_600_000L;
              case 'd' -> 86_400_000L;
              case 'w' -> 7 * 86_400_000L;
              default -> 0;
            };
    long millis = unit == 0 ? 0 : Long.parseLong(text.substring(0, letter)) * unit;
    if (millis <= 0) {
      throw new SigmaRuleException(
          "correlation: timespan: "
              + SigmaRuleException.quote(text)
              + " is no number with s, m, h, d or w");
    }
    return millis;
  }

  private static Map<String, Map<String, String>> aliases(@Nullable Object value)
      throws SigmaRuleException {
    Map<String, Map<String, String>> aliases = new HashMap<>();
    if (value == null) {
      return aliases;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new SigmaRuleException("correlation: aliases: is no map");
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getValue() instanceof Map<?, ?> inner)) {
        throw new SigmaRuleException("correlation: aliases: is no map of maps");
      }
      Map<String, String> byRule = new LinkedHashMap<>();
      for (Map.Entry<?, ?> one : inner.entrySet()) {
        byRule.put(Scalars.text(one.getKey()), Scalars.text(one.getValue()));
      }
      aliases.put(Scalars.text(entry.getKey()), byRule);
    }
    return aliases;
  }
}
