package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.bellbuoy.server.log.WebRow;
import org.junit.jupiter.api.Test;

/** Whatever the text, rules run or say why in one sentence, and running them does no harm. */
final class SigmaFuzzTest {
  private static final String WHOLE =
      """
      title: t
      id: i1
      name: n1
      logsource: {category: webserver}
      detection:
        a:
          cs-method: GET
          cs-uri-query|contains|all: ['/a*', 'b?c', '\\\\x']
          cs-user-agent|re|i: '(a|b)[0-9]{2}.+c'
          sc-status|gte: 200
          c-ip|cidr: 10.0.0.0/8
        b_1: [one, 'two*three']
        b_2:
          - cs-referer: null
          - c-uri|base64offset|contains: secret
        condition: a and not (1 of b_* or all of them)
      ---
      title: c
      correlation:
        type: value_count
        rules: [n1, i1]
        group-by: [c-ip]
        timespan: 5m
        condition: {field: cs-uri-stem, gt: 1}
        aliases: {x: {n1: c-ip}}
      ---
      title: f
      logsource: {category: webserver}
      filter:
        rules: [n1]
        s: {c-ip: 10.0.0.1}
        condition: not s
      """;
  private static final byte[] ROW =
      "#Fields: c-ip cs-method cs-uri-stem cs-uri-query cs(User-Agent) sc-status\n10.1.2.3 GET /a b?c a12xc 200\n"
          .getBytes(StandardCharsets.UTF_8);

  @FuzzTest(maxDuration = "10m")
  void anyTextGivesRulesOrASentence(byte[] bytes) {
    run(new String(bytes, StandardCharsets.UTF_8));
  }

  private static void run(String text) {
    SigmaEngine engine = Rules.engine(text);
    for (SigmaRule rule : engine.rules()) {
      String why = rule.cannotRun();
      if (why != null && (why.contains("\n") || !why.startsWith("rule0.yml"))) {
        throw new AssertionError("Not one sentence: " + why);
      }
    }
    SigmaAggregate aggregate = engine.aggregate();
    TestLogs.rows(ROW, new WebRow(), aggregate::row);
    aggregate.hits();
    aggregate.correlations();
  }

  /** Bytes from nothing rarely become a rule, so a whole one is broken here, the same each run. */
  @Test
  void wholeRulesBrokenAnywhereRunOrSayWhy() {
    String pieces = "[]{}:,'\"|*?\\-&!%#>@`\n\t ()0a\u00e9";
    SplittableRandom random = new SplittableRandom(11);
    int ran = 0;
    for (int n = 0; n < 4_000; n++) {
      StringBuilder broken = new StringBuilder(WHOLE);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(broken.length());
        switch (random.nextInt(3)) {
          case 0 -> broken.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
          case 1 -> broken.delete(at, Math.min(broken.length(), at + random.nextInt(12)));
          default -> {
            int from = random.nextInt(WHOLE.length() - 12);
            broken.insert(at, WHOLE, from, from + random.nextInt(12));
          }
        }
      }
      run(broken.toString());
      ran += Rules.engine(broken.toString()).rules().getFirst().runs() ? 1 : 0;
    }
    assertThat(ran).isBetween(500, 3_500);
  }

  /** Conditions of random words either cannot be read or agree with Java's own reading of them. */
  @Test
  void randomConditionsAreReadOrRefused() {
    String[] words = {"a", "b", "c", "and", "or", "not", "(", ")", "1 of", "all of", "2 of", "x*"};
    SplittableRandom random = new SplittableRandom(3);
    Map<String, Node> selections = new LinkedHashMap<>();
    for (String name : new String[] {"a", "b", "c", "x1", "x2"}) {
      selections.put(name, new Node.Exists(new SigmaField(name, SigmaField.BY_NAME), true));
    }
    int read = 0;
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int k = 1 + random.nextInt(8); k > 0; k--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      try {
        ConditionParser.parse(text.toString(), selections);
        read++;
      } catch (SigmaRuleException e) {
        assertThat(e).hasMessageStartingWith("condition: ");
      }
    }
    assertThat(read).isGreaterThan(500);
  }

  /** The same patterns as regular expressions of Java. */
  @Test
  void wildcardsAgreeWithRegularExpressions() {
    String letters = "aAb*?\\.\u00e9\u00c9";
    SplittableRandom random = new SplittableRandom(7);
    int matched = 0;
    for (int n = 0; n < 60_000; n++) {
      String pattern = text(random, letters, 7);
      String value = text(random, letters, 9);
      Wildcard wildcard = Wildcard.parse(pattern);
      boolean cased = random.nextBoolean();
      int flags = Pattern.DOTALL | (cased ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      boolean expected = Pattern.compile(expression(pattern), flags).matcher(value).matches();
      if (wildcard.glob(cased).matches(value) != expected) {
        throw new AssertionError(pattern + " on " + value + " should be " + expected);
      }
      matched += expected ? 1 : 0;
    }
    assertThat(matched).isGreaterThan(2_000);
  }

  private static String text(SplittableRandom random, String letters, int longest) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(longest); k > 0; k--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** Wildcards and escapes by replacement, one after the other. */
  private static String expression(String pattern) {
    StringBuilder out = new StringBuilder();
    var matcher = Pattern.compile("\\\\([\\\\*?])|[*?]|[^*?]", Pattern.DOTALL).matcher(pattern);
    while (matcher.find()) {
      String token = matcher.group();
      out.append(
          switch (token) {
            case "*" -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(matcher.group(1) != null ? matcher.group(1) : token);
          });
    }
    return out.toString();
  }

  /** The automaton finds just those texts that stand in the bytes. */
  @Test
  void theAutomatonFindsWhatALoopFinds() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 0; n < 2_000; n++) {
      String[] texts = new String[1 + random.nextInt(6)];
      java.util.List<Unit> units = new java.util.ArrayList<>();
      for (int i = 0; i < texts.length; i++) {
        texts[i] = "x" + text(random, "xya", 5);
        units.add(
            new Unit(
                i,
                new Node.And(java.util.List.of()),
                new Literals.Clause(java.util.Set.of(texts[i]), 1)));
      }
      String line = text(random, "xyaXYA-", 30);
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      Prefilter.Candidates candidates = new Prefilter.Candidates(texts.length);
      Prefilter.of(units).scan(bytes, 0, bytes.length, candidates);
      java.util.Set<Integer> found = new java.util.TreeSet<>();
      for (int i = 0; i < candidates.count(); i++) {
        found.add(candidates.unit(i));
      }
      java.util.Set<Integer> expected = new java.util.TreeSet<>();
      for (int i = 0; i < texts.length; i++) {
        if (line.toLowerCase(java.util.Locale.ROOT).contains(texts[i])) {
          expected.add(i);
        }
      }
      assertThat(found).as("%s in %s", java.util.List.of(texts), line).isEqualTo(expected);
    }
  }
}
