package org.bellbuoy.server.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.LogRows;
import org.junit.jupiter.api.Test;

/** Attacks of other kinds that failed are attempts, and nothing else is. */
class WebAttemptsTest {
  private static String line(String stem, String query, String client, int status) {
    return "2025-07-18 10:00:00 10.0.0.5 GET %s %s 443 - %s M - %d 900 300 31%n"
        .formatted(stem, query, client, status);
  }

  private static List<ServerFact> of(String log) {
    WebAttempts attempts = new WebAttempts();
    LogRows.read(log, attempts::row);
    return attempts.facts();
  }

  @Test
  void eachKindThatFailedIsAnAttempt() {
    List<ServerFact> facts =
        of(
            Facts.FIELDS
                + line("/a.php", "f=..%2f..%2fetc/x", "203.0.113.1", 404)
                + line("/a.php", "id=1'+or+'1'='1", "203.0.113.1", 500)
                + line("/a.php", "q=%3Cscript%3E", "203.0.113.2", 400)
                + line("/a.php", "q=%27", "203.0.113.2", 500));
    assertThat(facts)
        .extracting(f -> f.about().get("technique"))
        .containsExactly("path-traversal", "injection", "script-injection");
    assertThat(facts).allMatch(f -> f.state() == EntryState.ATTEMPTED);
    assertThat(facts.get(1).reasons().get(1).text()).isEqualTo("2 requests by 2 clients failed");
    assertThat(facts.get(0).reasons().get(2).text()).isEqualTo("Answers by status: 404 (once)");
  }

  @Test
  void whatWasRefusedEachTimeIsBlocked() {
    List<ServerFact> facts =
        of(Facts.FIELDS + line("/a.php", "f=../../../etc/passwd", "203.0.113.1", 403));
    assertThat(facts).singleElement().extracting(ServerFact::state).isEqualTo(EntryState.BLOCKED);
  }

  @Test
  void oneSignInPageOfAnotherProductIsNoScanButThreeWeakSpotsAre() {
    StringBuilder log = new StringBuilder(Facts.FIELDS);
    for (int i = 0; i < 40; i++) {
      log.append(line("/wp-login.php", "-", "203.0.113." + i, 404));
    }
    assertThat(of(log.toString())).isEmpty();
    log.append(line("/phpMyAdmin/scripts/setup.php", "-", "203.0.113.7", 404));
    assertThat(of(log.toString()))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.about()).containsEntry("client", "203.0.113.7");
              assertThat(f.count()).isEqualTo(2);
            });
  }

  @Test
  void whatWasAnsweredIsNoAttemptThatFailed() {
    assertThat(of(Facts.FIELDS + line("/find.aspx", "q=union+select", "10.0.0.1", 200))).isEmpty();
  }

  @Test
  void recordedScansAreAttemptsAndRecordedVisitorsAreNot() throws Exception {
    for (String set :
        List.of(
            "apache-scan/acunetix.txt", "apache-scan/w3af.txt", "iis-internet-noise-webknowit")) {
      List<ServerFact> facts = of(LogRows.content(set));
      assertThat(facts).as(set).isNotEmpty().allMatch(f -> f.state().ordinal() <= 2);
    }
    assertThat(of(LogRows.content("apache-benign/apache_logs"))).isEmpty();
  }

  @Test
  void whereTheLogIsCutChangesNothing() throws Exception {
    List<WebRow> rows = LogRows.rows(LogRows.content("iis-internet-noise-webknowit"));
    WebAttempts whole = new WebAttempts();
    rows.forEach(whole::row);
    int cut = new Random(3).nextInt(rows.size());
    WebAttempts one = new WebAttempts();
    WebAttempts two = new WebAttempts();
    rows.subList(0, cut).forEach(one::row);
    rows.subList(cut, rows.size()).forEach(two::row);
    one.merge(two);
    assertThat(one.facts()).isEqualTo(whole.facts());
  }
}
