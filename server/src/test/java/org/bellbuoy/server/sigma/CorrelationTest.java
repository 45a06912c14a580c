package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Correlations over events at given seconds. */
final class CorrelationTest {
  private final List<String[]> events = new ArrayList<>();

  private static String base(String name, String kind) {
    return "title: "
        + name
        + "\nname: "
        + name
        + "\nlogsource: {product: windows, service: security}\ndetection:\n  s:\n    Kind: "
        + kind
        + "\n  condition: s\n";
  }

  private static String correlation(String name, String body) {
    return "title: " + name + "\nname: " + name + "\ncorrelation:\n" + body.indent(2);
  }

  /** At so many seconds, an event of a kind by a user with a value. */
  private void at(int seconds, String kind, String user, String value) {
    events.add(new String[] {Integer.toString(seconds), kind, user, value});
  }

  private List<String> told(String... texts) {
    SigmaEngine engine = Rules.engine(texts);
    assertThat(engine.rules()).allMatch(SigmaRule::runs);
    SigmaAggregate first = engine.aggregate();
    SigmaAggregate second = engine.aggregate();
    for (int i = events.size() - 1; i >= 0; i--) {
      String[] e = events.get(i);
      (i % 2 == 0 ? first : second)
          .event(
              Rules.event(
                  "Security",
                  7,
                  Integer.parseInt(e[0]) * 1000L,
                  Map.of("Kind", e[1], "User", e[2], "Value", e[3], "Other", e[2])));
    }
    first.merge(second);
    return first.correlations().stream()
        .map(
            hit ->
                hit.rule().label()
                    + " "
                    + hit.group().values()
                    + " "
                    + hit.firstMillis() / 1000
                    + "-"
                    + hit.lastMillis() / 1000
                    + " "
                    + hit.measure())
        .toList();
  }

  @Test
  void eventsAreCountedByGroupWithinASlidingTimespan() {
    for (int s : new int[] {0, 55, 58, 61, 200, 300, 301, 302}) {
      at(s, "fail", "ann", "x");
    }
    at(59, "fail", "bob", "x");
    String rule =
        correlation(
            "many",
            "type: event_count\nrules: [fail]\ngroup-by: [User]\ntimespan: 10s\n"
                + "condition: {gte: 3}");
    assertThat(told(base("fail", "fail"), rule))
        .containsExactly("many [ann] 55-61 3.0", "many [ann] 300-302 3.0");
  }

  @Test
  void aRangeIsMeasuredInWholeSpans() {
    for (int s : new int[] {0, 1, 2, 100, 101, 200}) {
      at(s, "fail", "ann", "x");
    }
    String rule =
        correlation(
            "some",
            "type: event_count\nrules: [fail]\ngroup-by: [User]\ntimespan: 1m\n"
                + "condition: {gt: 1, lte: 2}");
    assertThat(told(base("fail", "fail"), rule)).containsExactly("some [ann] 100-101 2.0");
    String few = rule.replace("{gt: 1, lte: 2}", "{lt: 2}");
    assertThat(told(base("fail", "fail"), few)).containsExactly("some [ann] 200-200 1.0");
    String two = rule.replace("{gt: 1, lte: 2}", "{neq: 2}");
    assertThat(told(base("fail", "fail"), two)).hasSize(2);
  }

  @Test
  void valuesAreCountedOnce() {
    for (int i = 0; i < 6; i++) {
      at(i, "fail", "ann", "v" + i % 3);
      at(i, "fail", "bob", "same");
    }
    String rule =
        correlation(
            "spread",
            "type: value_count\nrules: [fail]\ngroup-by: [User]\ntimespan: 1m\n"
                + "condition: {field: Value, gte: 3}");
    assertThat(told(base("fail", "fail"), rule)).containsExactly("spread [ann] 0-5 3.0");
  }

  @Test
  void sumsMeansAndPercentilesAreOfNumbers() {
    int[] values = {10, 20, 30, 40, 1000};
    for (int i = 0; i < values.length; i++) {
      at(i, "send", "ann", Integer.toString(values[i]));
    }
    at(2, "send", "bob", "no number");
    String rule =
        correlation(
            "m",
            "type: TYPE\nrules: [send]\ngroup-by: [User]\ntimespan: 1m\n"
                + "condition: {field: Value, gt: LEAST}");
    String base = base("send", "send");
    assertThat(told(base, rule.replace("TYPE", "value_sum").replace("LEAST", "1099")))
        .containsExactly("m [ann] 0-4 1100.0");
    assertThat(told(base, rule.replace("TYPE", "value_avg").replace("LEAST", "219")))
        .containsExactly("m [ann] 0-4 220.0");
    assertThat(told(base, rule.replace("TYPE", "value_median").replace("LEAST", "29")))
        .containsExactly("m [ann] 0-4 30.0");
    String percentile = rule.replace("TYPE", "value_percentile");
    assertThat(told(base, percentile.replace("gt: LEAST", "percentile: 80, gte: 40")))
        .containsExactly("m [ann] 0-4 40.0");
  }

  @Test
  void aPercentileWithoutItsNumberIsTheShareOfAValue() {
    for (int i = 0; i < 199; i++) {
      at(i, "start", "ann", "common");
    }
    at(90, "start", "ann", "rare");
    String rule =
        correlation(
            "seldom",
            "type: value_percentile\nrules: [start]\ngroup-by: [User]\ntimespan: 1h\n"
                + "condition: {field: Value, lte: 1}");
    assertThat(told(base("start", "start"), rule))
        .singleElement()
        .asString()
        .contains("rare")
        .endsWith("90-90 0.5");
  }

  @Test
  void differentRulesMustHoldNearEachOther() {
    at(0, "a", "ann", "x");
    at(3, "b", "ann", "x");
    at(5, "a", "ann", "x");
    at(8, "c", "ann", "x");
    at(8, "c", "bob", "x");
    String rule =
        correlation("all", "type: temporal\nrules: [a, b, c]\ngroup-by: [User]\ntimespan: 10s");
    String[] bases = {base("a", "a"), base("b", "b"), base("c", "c")};
    assertThat(told(bases[0], bases[1], bases[2], rule)).containsExactly("all [ann] 0-8 3.0");
    assertThat(told(bases[0], bases[1], bases[2], rule.replace("10s", "4s"))).isEmpty();
    String two = rule + "  condition: {gte: 2}\n";
    assertThat(told(bases[0], bases[1], bases[2], two.replace("10s", "4s")))
        .containsExactly("all [ann] 0-8 2.0");
  }

  @Test
  void inOrderMeansTheOrderOfTheRules() {
    at(0, "b", "ann", "x");
    at(3, "a", "ann", "x");
    at(6, "a", "bob", "x");
    at(7, "b", "bob", "x");
    at(9, "c", "bob", "x");
    String rule =
        correlation(
            "ordered", "type: temporal_ordered\nrules: [a, b, c]\ngroup-by: [User]\ntimespan: 5s");
    String[] bases = {base("a", "a"), base("b", "b"), base("c", "c")};
    assertThat(told(bases[0], bases[1], bases[2], rule)).containsExactly("ordered [bob] 6-9 3.0");
    assertThat(told(bases[0], bases[1], bases[2], rule.replace("5s", "2s"))).isEmpty();
  }

  @Test
  void correlationsFeedCorrelationsAndOnlyTheLastIsTold() {
    for (int s : new int[] {0, 1, 2}) {
      at(s, "fail", "ann", "x");
      at(s, "fail", "bob", "x");
    }
    at(5, "ok", "ann", "x");
    at(90, "ok", "bob", "x");
    String many =
        correlation(
            "many",
            "type: event_count\nrules: [fail]\ngroup-by: [User]\ntimespan: 1m\n"
                + "condition: {gte: 3}");
    String then =
        correlation(
            "then", "type: temporal_ordered\nrules: [many, ok]\ngroup-by: [User]\ntimespan: 10s");
    assertThat(told(then, many, base("fail", "fail"), base("ok", "ok")))
        .containsExactly("then [ann] 0-5 2.0");
    assertThat(told(then + "  generate: true\n", many, base("fail", "fail"), base("ok", "ok")))
        .contains("many [bob] 0-2 3.0");
    SigmaEngine engine = Rules.engine(then, many, base("fail", "fail"), base("ok", "ok"));
    assertThat(engine.rules())
        .extracting(SigmaRule::standsAlone)
        .containsExactly(true, false, false, false);
  }

  @Test
  void aliasesNameTheSameThingInDifferentFields() {
    at(0, "a", "ann", "bob");
    at(1, "b", "bob", "ann");
    String rule =
        correlation(
            "pair",
            "type: temporal\nrules: [a, b]\ngroup-by: [who]\ntimespan: 5s\n"
                + "aliases:\n  who:\n    a: User\n    b: Value");
    assertThat(told(base("a", "a"), base("b", "b"), rule)).containsExactly("pair [ann] 0-1 2.0");
  }

  @Test
  void aCorrelationThatCannotRunSaysWhy() {
    String body = "type: event_count\nrules: [fail]\ngroup-by: [User]\ntimespan: 1m\n";
    String good = correlation("c", body + "condition: {gte: 3}");
    assertThat(Rules.problem(good)).contains("no rule here is named \"fail\"");
    assertThat(Rules.problem(good.replace("event_count", "guess"))).contains("type: unknown");
    assertThat(Rules.problem(good.replace("1m", "1y"))).contains("timespan: \"1y\"");
    assertThat(Rules.problem(correlation("c", body))).contains("has no condition");
    assertThat(Rules.problem(good.replace("event_count", "value_sum"))).contains("names no field");
    assertThat(Rules.problem(good.replace("{gte: 3}", "{gte: x}"))).contains("\"x\" is no number");
    assertThat(Rules.problem(good.replace("[fail]", "[c]"))).contains("leads back to itself");
    assertThat(Rules.problem(good.replace("{gte: 3}", "a and b"))).contains("is no map");
    String broken = base("fail", "fail").replace("Kind:", "Kind|like:");
    assertThat(Rules.engine(good, broken).rules().getFirst().cannotRun())
        .contains("\"fail\" cannot run");
  }

  @Test
  void eventsBeyondTheBoundAreCounted() {
    SigmaEngine engine =
        Rules.engine(
            SigmaOptions.defaults().withKept(1, 2),
            base("fail", "fail"),
            correlation(
                "c",
                "type: event_count\nrules: [fail]\ngroup-by: [User]\ntimespan: 1m\n"
                    + "condition: {gte: 1}"));
    SigmaAggregate first = engine.aggregate();
    SigmaAggregate second = engine.aggregate();
    for (int i = 0; i < 4; i++) {
      first.event(Rules.event("Security", 7, i, Map.of("Kind", "fail", "User", "u")));
      second.event(Rules.event("Security", 7, i, Map.of("Kind", "fail", "User", "u")));
    }
    first.merge(second);
    assertThat(first.unkeptCorrelationEvents()).isEqualTo(6);
    assertThat(first.correlations()).hasSize(1);
  }
}
