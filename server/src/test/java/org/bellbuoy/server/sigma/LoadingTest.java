package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.sigma.Rules.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that cannot run says why, with file, field and value. */
final class LoadingTest {
  private static String web(String item) {
    return problem(Rules.web("s:\n  " + item + "\ncondition: s"));
  }

  @Test
  void whatIsNoRuleSaysSo() {
    assertThat(problem("a: [")).startsWith("rule0.yml: is no YAML: ");
    assertThat(problem("")).isEqualTo("rule0.yml: holds no document.");
    assertThat(problem("- a")).isEqualTo("rule0.yml: is no map.");
    assertThat(problem("title: x")).contains("neither detection, correlation nor filter");
    assertThat(problem("a: 1\na: 2")).contains("is no YAML").contains("duplicate key");
    assertThat(problem("action: global\ndetection: {}")).contains("action: \"global\"");
  }

  @Test
  void missingPartsAreNamed() {
    assertThat(problem("detection: {}")).contains("logsource: is missing");
    assertThat(problem("logsource: {category: webserver}")).contains("detection: is missing");
    assertThat(problem(Rules.web("s:\n  cs-method: GET"))).contains("has no condition");
    assertThat(problem(Rules.web("s:\n  cs-method: GET\ncondition: t")))
        .isEqualTo("rule0.yml: detection: condition: no selection is named \"t\".");
    assertThat(problem(Rules.web("s:\n  cs-method: GET\ncondition: 1 of t*"))).contains("\"t*\"");
    assertThat(problem(Rules.web("s: []\ncondition: s"))).contains("\"s\": is an empty list");
  }

  @Test
  void oldAggregationIsNamed() {
    assertThat(problem(Rules.web("s:\n  cs-method: GET\ncondition: s | count() > 5")))
        .contains("old aggregation in \"s | count() > 5\"");
  }

  @Test
  void fieldsModifiersAndValuesThatCannotRunAreNamed() {
    assertThat(web("Image: x")).contains("field \"Image\" is not one of web logs");
    assertThat(web("cs-method|like: x")).contains("unknown modifier \"like\"");
    assertThat(web("cs-method|re: '(?=a)b'")).contains("cs-method|re").contains("(?=a)b");
    assertThat(web("cs-method|re: '(a)\\1'")).contains("cannot be run in linear time");
    assertThat(web("cs-method|re: '(a'")).contains("\"(a\"");
    assertThat(web("c-ip|cidr: 10.0.0.0/33")).contains("\"10.0.0.0/33\" is no network");
    assertThat(web("sc-status|gt: many")).contains("\"many\" is no number");
    assertThat(web("cs-method|base64: 'a*'")).contains("wildcards");
    assertThat(web("cs-method|exists: maybe")).contains("neither true nor false");
    assertThat(web("cs-method|i: x")).contains("i, m and s belong to re");
    assertThat(web("cs-method|re|base64: x")).contains("exclude each other");
    assertThat(web("cs-method: {a: b}")).contains("value is no text or number");
  }

  @Test
  void unknownLogSourcesAreNamed() {
    assertThat(problem(Rules.rule("{product: linux, service: auditd}", "s: [a]\ncondition: s")))
        .contains("no records here are of \"product linux, service auditd\"");
    assertThat(problem(Rules.rule("{product: windows, service: nonsense}", "s: [a]\ncondition: s")))
        .contains("service nonsense");
  }

  @Test
  void aFieldThatRowsDoNotKeepIsNoted() {
    SigmaRule rule =
        Rules.engine(Rules.web("s:\n  cs-content-type: x\ncondition: s")).rules().getFirst();
    assertThat(rule.runs()).isTrue();
    assertThat(rule.notes())
        .containsExactly("Field \"cs-content-type\" is never kept of web logs.");
  }

  @Test
  void documentsBeforeABrokenOneStillRun() {
    SigmaEngine engine =
        Rules.engine(Rules.web("s:\n  cs-method: GET\ncondition: s") + "---\na: [\n");
    assertThat(engine.rules()).extracting(SigmaRule::runs).containsExactly(true, false);
    assertThat(engine.rules().getLast().cannotRun())
        .startsWith("rule0.yml, document 2: is no YAML");
  }

  @Test
  void textThatHoldsItselfDoesNoHarm() {
    assertThat(problem("logsource: &a [*a]\ndetection: &b {s: *b, condition: *b}")).isNotEmpty();
    assertThat(problem(Rules.web("s: &a [*a]\ncondition: s"))).contains("nested more than 20 deep");
    assertThat(problem("[".repeat(100_000))).contains("is no YAML");
    assertThat(problem(Rules.web("s: [a]\ncondition: " + "(".repeat(5000) + "s")))
        .contains("more than 100 parentheses");
  }

  @Test
  void aFolderIsReadInOrderOfNames(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("b"));
    String rule = Rules.web("s:\n  cs-method: GET\ncondition: s");
    Files.writeString(folder.resolve("b/z.yaml"), "\ufeff" + rule);
    Files.writeString(folder.resolve("c.yml"), "x".repeat(2000));
    Files.write(folder.resolve("d.yml"), new byte[] {'a', (byte) 0xff});
    Files.writeString(folder.resolve("readme.md"), rule);
    SigmaEngine engine = SigmaEngine.load(folder, SigmaOptions.defaults());
    assertThat(engine.rules())
        .extracting(SigmaRule::file)
        .containsExactly("b/z.yaml", "c.yml", "d.yml");
    assertThat(engine.rules()).extracting(SigmaRule::runs).containsExactly(true, false, false);
    assertThat(engine.rules().getLast().cannotRun()).isEqualTo("d.yml: is not UTF-8.");
  }

  @Test
  void filtersTakeHitsAwayFromTheRulesTheyName() {
    String rule = Rules.web("s:\n  cs-uri-stem|contains: evil\ncondition: s");
    String filter =
        "title: f\nlogsource: {category: webserver}\nfilter:\n  rules: [r]\n"
            + "  own:\n    c-ip: 10.0.0.1\n  condition: ";
    String log = "#Fields: c-ip cs-uri-stem\n10.0.0.1 /evil\n10.0.0.2 /evil\n";
    assertThat(Rules.lines(Rules.engine(rule), log)).isEqualTo(List.of(2L, 3L));
    assertThat(Rules.lines(Rules.engine(rule, filter + "own"), log)).isEqualTo(List.of(3L));
    SigmaEngine engine = Rules.engine(rule, filter + "not own");
    assertThat(Rules.lines(engine, log)).isEqualTo(List.of(3L));
    assertThat(engine.rules().getLast().notes()).hasSize(2);
  }
}
