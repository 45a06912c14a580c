package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.WebRow;
import org.junit.jupiter.api.Test;

/**
 * The public rules of web servers and proxies as a user's folder, over real logs. Lines hit by
 * rules of web servers are those that the data's provenance tells of a reference evaluator; it had
 * one rule more, of a family that only the synthetic log shows.
 */
final class RealRulesTest {
  private static final String ACUNETIX = "apache-scan/acunetix.txt";
  private static final String SHELL = "apache-scan/web_attack_and_jsp_webshell_access_log.txt";

  private static SigmaEngine engine(boolean full, boolean plus) throws IOException {
    return SigmaEngine.load(
        TestLogs.data("sigma"), new SigmaOptions(full, plus, Map.of(), 5, 100, 1000, 1 << 20));
  }

  /** Lines that at least one rule of the category hits. */
  private static long lines(SigmaEngine engine, String category, String set) {
    Matching matching = new Matching(engine);
    long[] lines = new long[1];
    TestLogs.rows(
        TestLogs.data(set),
        row -> {
          int hits = matching.row(row);
          for (int i = 0; i < hits; i++) {
            if (engine.rules().get(matching.rule(i)).logSource().equals("category " + category)) {
              lines[0]++;
              return;
            }
          }
        });
    return lines[0];
  }

  @Test
  void allOfThemLoadAndRunAndNoneIsTestedOnEveryLine() throws IOException {
    SigmaEngine engine = engine(true, true);
    assertThat(engine.rules()).hasSize(141).allMatch(SigmaRule::runs);
    assertThat(engine.rules()).noneMatch(SigmaRule::alwaysEvaluated);
    assertThat(engine.rules())
        .extracting(SigmaRule::notes)
        .filteredOn(n -> !n.isEmpty())
        .hasSize(1);
  }

  @Test
  void linesHitAreThoseOfTheReferenceInTheStrictReading() throws IOException {
    SigmaEngine engine = engine(false, false);
    assertThat(lines(engine, "webserver", "iis-benign-waikolai")).isZero();
    assertThat(lines(engine, "webserver", "iis-internet-noise-webknowit")).isEqualTo(110);
    assertThat(lines(engine, "webserver", "apache-benign/apache_logs")).isZero();
    assertThat(lines(engine, "webserver", ACUNETIX)).isEqualTo(88);
    assertThat(lines(engine, "webserver", SHELL)).isEqualTo(14);
    assertThat(lines(engine, "webserver", "apache-scan/w3af.txt")).isZero();
    assertThat(lines(engine, "webserver", "iis-attack/Tunna_rdp_tunnel_IIS.log")).isZero();
  }

  @Test
  void linesHitAreThoseOfTheReferenceInTheFullUriReading() throws IOException {
    SigmaEngine engine = engine(true, false);
    assertThat(lines(engine, "webserver", "iis-benign-waikolai")).isZero();
    assertThat(lines(engine, "webserver", "iis-internet-noise-webknowit")).isEqualTo(110);
    assertThat(lines(engine, "webserver", "apache-benign/apache_logs")).isZero();
    assertThat(lines(engine, "webserver", ACUNETIX)).isEqualTo(100);
    assertThat(lines(engine, "webserver", SHELL)).isEqualTo(28);
    assertThat(lines(engine, "webserver", "apache-scan/w3af.txt")).isZero();
    assertThat(lines(engine, "webserver", "iis-attack/Tunna_rdp_tunnel_IIS.log")).isZero();
  }

  /** IIS writes a plus sign for each space, so that a scanner's name of three words was missed. */
  @Test
  void plusSignsReadAsSpacesFindThirtyNineLinesMore() throws IOException {
    SigmaEngine engine = engine(true, true);
    assertThat(lines(engine, "webserver", "iis-internet-noise-webknowit")).isEqualTo(110 + 39);
    assertThat(lines(engine, "webserver", "iis-benign-waikolai")).isZero();
    assertThat(lines(engine, "webserver", "apache-benign/apache_logs")).isZero();
  }

  @Test
  void aHitTellsWhetherItNeededTheFullUri() throws IOException {
    SigmaAggregate aggregate = engine(true, true).aggregate();
    TestLogs.rows(TestLogs.data(SHELL), aggregate::row);
    List<SigmaHit> hits = aggregate.hits().stream().filter(hit -> hit.neededFullUri() > 0).toList();
    assertThat(hits).singleElement().satisfies(hit -> assertThat(hit.count()).isEqualTo(24));
    assertThat(hits.getFirst().neededFullUri()).isEqualTo(14);
    assertThat(hits.getFirst().kept()).hasSize(5).allMatch(place -> place.line() > 0);
  }

  /** The automaton leaves out only rules that cannot hold: the same hits as testing every rule. */
  @Test
  void theAutomatonLosesNoHit() throws IOException {
    SigmaEngine engine = engine(true, true);
    Matching matching = new Matching(engine);
    WebRecord record = new WebRecord();
    long[] hitCount = new long[1];
    for (String set :
        List.of("iis-internet-noise-webknowit", ACUNETIX, SHELL, "apache-benign/apache_logs")) {
      TestLogs.rows(
          TestLogs.data(set),
          row -> {
            if (row.line % 4 != 0) {
              return;
            }
            record.of(row);
            List<Integer> found = new ArrayList<>();
            int hits = matching.row(row);
            for (int i = 0; i < hits; i++) {
              found.add(matching.rule(i));
            }
            for (int rule = 0; rule < 141; rule++) {
              boolean holds = Objects.requireNonNull(engine.node(rule)).holds(record, true);
              if (holds != found.contains(rule)) {
                throw new AssertionError(rule + " " + row.quote(500));
              }
              hitCount[0] += holds ? 1 : 0;
            }
          });
    }
    assertThat(hitCount[0]).isGreaterThan(100);
  }

  @Test
  void blocksMergedInOrderGiveTheSameAsOnePass() throws IOException {
    SigmaEngine engine = engine(true, true);
    SigmaAggregate whole = engine.aggregate();
    List<SigmaAggregate> blocks = new ArrayList<>();
    TestLogs.rows(
        TestLogs.data(ACUNETIX),
        row -> {
          if (row.line % 500 == 1) {
            blocks.add(engine.aggregate());
          }
          whole.row(row);
          blocks.getLast().row(row);
        });
    SigmaAggregate merged = blocks.getFirst();
    blocks.subList(1, blocks.size()).forEach(merged::merge);
    assertThat(blocks).hasSizeGreaterThan(10);
    assertThat(merged.hits()).isEqualTo(whole.hits()).isNotEmpty();
    assertThat(merged.records()).isEqualTo(whole.records());
  }

  @Test
  void rulesOfOneProductSeeItsLogsOnly() {
    SigmaEngine engine =
        Rules.engine(
            Rules.rule(
                "{category: webserver, product: iis}", "s:\n  cs-method: GET\ncondition: s"));
    assertThat(Rules.lines(engine, "#Fields: cs-method\nGET\n")).containsExactly(2L);
    Matching matching = new Matching(engine);
    WebRow row = new WebRow();
    TestLogs.rows(
        "#Fields: cs-method\nGET\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        row,
        r -> {
          r.kind = LogKind.ACCESS;
          assertThat(matching.row(r)).isZero();
        });
  }
}
