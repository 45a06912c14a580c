package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.server.log.WebField;
import org.junit.jupiter.api.Test;

/** Rules over rows of web logs: names of fields, and the readings that can be switched. */
final class WebRulesTest {
  private static final String FIELDS =
      "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query cs(User-Agent) cs(Referer)"
          + " sc-status\n";
  private static final String DAY = "2025-07-18 10:00:00 10.0.0.1 ";

  private static List<Long> lines(SigmaOptions options, String item, String... rows) {
    StringBuilder log = new StringBuilder(FIELDS);
    for (String row : rows) {
      log.append(DAY).append(row).append('\n');
    }
    String rule = Rules.web("s:\n  " + item + "\ncondition: s");
    return Rules.lines(Rules.engine(options, rule), log.toString());
  }

  private static boolean hits(String item, String row) {
    return !lines(SigmaOptions.defaults(), item, row).isEmpty();
  }

  private static boolean strict(String item, String row) {
    return !lines(SigmaOptions.defaults().withFullUri(false), item, row).isEmpty();
  }

  @Test
  void namesOfTheTaxonomyMeanTheSameColumns() {
    String row = "POST /a/b.aspx x=1 Agent/1 http://h/r 200";
    for (String item :
        List.of(
            "cs-user-agent: agent/1",
            "c-useragent: agent/1",
            "cs(User-Agent): agent/1",
            "cs-referer|endswith: /r",
            "cs-referrer|endswith: /r",
            "cs-uri-stem: /a/b.aspx",
            "c-uri: '/a/b.aspx\\?x=1'",
            "cs-uri|endswith: 'aspx\\?x=1'",
            "c-uri-extension: ASPX",
            "c-uri-query: x=1",
            "sc-status: 200",
            "sc-status|contains: '20'",
            "sc-status|lt: 300",
            "src_ip|cidr: 10.0.0.0/24",
            "date|year: 2025",
            "time|hour: 10",
            "cs-method: post")) {
      assertThat(hits(item, row)).as(item).isTrue();
    }
    assertThat(hits("cs-host: h", row)).isFalse();
    assertThat(hits("cs-host|exists: false", row)).isTrue();
  }

  @Test
  void aDashIsNoValue() {
    String row = "GET / - - - 200";
    assertThat(hits("cs-uri-query: null", row)).isTrue();
    assertThat(hits("cs-user-agent: '-'", row)).isFalse();
    assertThat(hits("cs-user-agent: ''", row)).isFalse();
    assertThat(hits("cs-user-agent: '*'", row)).isFalse();
    assertThat(hits("cs-user-agent|exists: true", row)).isTrue();
    assertThat(hits("c-uri: /", row)).isTrue();
  }

  @Test
  void aQueryIsAlsoTestedAsFullUriUnlessSwitchedOff() {
    String row = "GET /owa/auth/x.js a=/b - - 200";
    assertThat(hits("cs-uri-query|contains: /owa/auth", row)).isTrue();
    assertThat(strict("cs-uri-query|contains: /owa/auth", row)).isFalse();
    assertThat(strict("cs-uri-query|contains: a=/b", row)).isTrue();
    assertThat(hits("cs-uri-query: '/owa/auth/x.js\\?a=/b'", row)).isTrue();
    assertThat(hits("cs-uri-query: a=/b", row)).isTrue();
    assertThat(hits("cs-uri-query|contains: /owa/auth", "GET /owa/auth/x.js - - - 200")).isTrue();
    assertThat(hits("cs-uri-query: null", "GET /owa/auth/x.js - - - 200")).isTrue();
    assertThat(hits("cs-uri-query|neq: a=/b", row)).isFalse();
  }

  @Test
  void aHitSaysThatItNeededTheFullUri() {
    SigmaEngine engine = Rules.engine(Rules.web("s:\n  cs-uri-query|contains: /a/\ncondition: s"));
    SigmaAggregate aggregate = engine.aggregate();
    String log = FIELDS + DAY + "GET /a/ - - - 200\n" + DAY + "GET /b x=/a/ - - 200\n";
    TestLogs.rows(log, aggregate::row);
    SigmaHit hit = aggregate.hits().getFirst();
    assertThat(hit.count()).isEqualTo(2);
    assertThat(hit.neededFullUri()).isEqualTo(1);
    assertThat(hit.kept()).extracting(SigmaPlace::neededFullUri).containsExactly(true, false);
    assertThat(hit.firstMillis()).isEqualTo(1_752_832_800_000L);
    assertThat(hit.kept().getLast().quote()).startsWith("2025-07-18 10:00:00 10.0.0.1 GET /b");
    assertThat(hit.kept().getLast().offset()).isEqualTo(log.indexOf(DAY + "GET /b"));
  }

  @Test
  void plusSignsOfAnAgentMayBeSpacesUnlessSwitchedOff() {
    String row = "GET / - Big+Scanner/1.0+(x) - 200";
    SigmaOptions d = SigmaOptions.defaults();
    SigmaOptions off = new SigmaOptions(true, false, d.placeholders(), 1, 1, 9, 1 << 20);
    assertThat(hits("cs-user-agent|contains: 'big scanner'", row)).isTrue();
    assertThat(hits("cs-user-agent|contains: 'big+scanner'", row)).isTrue();
    assertThat(hits("cs-user-agent: 'Big Scanner/1.0 (x)'", row)).isTrue();
    assertThat(hits("cs-user-agent|re: 'Big Sc.*x'", row)).isTrue();
    assertThat(hits("cs-uri-stem|contains: 'a b'", "GET /a+b - - - 200")).isFalse();
    assertThat(lines(off, "cs-user-agent|contains: 'big scanner'", row)).isEmpty();
    assertThat(lines(off, "cs-user-agent|contains: 'big+scanner'", row)).hasSize(1);
  }

  @Test
  void keywordsSeeTheLineAsItIsWritten() {
    String rule = Rules.web("k: ['%2e%2E/', 'x y']\ncondition: k");
    String log = FIELDS + DAY + "GET /%2E%2e/ - - - 200\n" + DAY + "GET /x y - - - 200\n";
    assertThat(Rules.lines(Rules.engine(rule), log)).contains(2L);
  }

  @Test
  void anEmptyAgentOfAnAccessLogIsAnEmptyText() {
    SigmaEngine engine = Rules.engine(Rules.web("s:\n  cs-user-agent: ''\ncondition: s"));
    String head = "10.0.0.1 - - [18/Jul/2025:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" ";
    assertThat(Rules.lines(engine, head + "\"\"\n" + head + "\"-\"\n" + head + "\"x\"\n"))
        .containsExactly(1L);
  }

  @Test
  void nothingIsMadeForARowWithoutCandidates() {
    SigmaEngine engine =
        Rules.engine(Rules.web("s:\n  cs-uri-stem|endswith: /evil.aspx\ncondition: s"));
    SigmaAggregate aggregate = engine.aggregate();
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long[] bytes = new long[1];
    TestLogs.rows(
        FIELDS + DAY + "GET /good.aspx a=b x - 200\n",
        row -> {
          for (int i = 0; i < 20_000; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            aggregate.row(row);
            bytes[0] = threads.getCurrentThreadAllocatedBytes() - before;
          }
        });
    assertThat(aggregate.records()).isEqualTo(20_000);
    assertThat(bytes[0]).isZero();
  }

  /** A reader may take the path out of an absolute address, so nothing is sure before a path. */
  @Test
  void aPathThatBeginsBehindAHostIsFound() {
    SigmaEngine engine =
        Rules.engine(
            Rules.web("s:\n  cs-uri-stem: /a.php\n  c-uri|startswith: /a\ncondition: s"),
            Rules.web("s:\n  cs-uri-query|startswith: /a\ncondition: s"));
    String line = "10.0.0.1 - - [18/Jul/2025:10:00:00 +0000] \"GET http://h/a.php HTTP/1.1\" 200 5";
    Matching matching = new Matching(engine);
    TestLogs.rows(
        line,
        row -> {
          row.start[WebField.STEM.ordinal()] = line.indexOf("/a.php");
          assertThat(matching.row(row)).isEqualTo(2);
        });
  }

  @Test
  void rowsWithoutCandidatesAreNotEvaluated() {
    SigmaEngine engine =
        Rules.engine(
            Rules.web("s:\n  cs-uri-stem|endswith: [/evil.aspx, /bad.aspx]\ncondition: s"));
    SigmaAggregate aggregate = engine.aggregate();
    TestLogs.rows(FIELDS + (DAY + "GET /good.aspx - - - 200\n").repeat(9), aggregate::row);
    assertThat(aggregate.records()).isEqualTo(9);
    assertThat(aggregate.evaluations()).isZero();
    assertThat(engine.rules().getFirst().alwaysEvaluated()).isFalse();
    assertThat(
            Rules.engine(Rules.web("s:\n  sc-status: 500\ncondition: s"))
                .rules()
                .getFirst()
                .alwaysEvaluated())
        .isTrue();
  }
}
