package org.bellbuoy.server.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.bellbuoy.server.detect.CoverageDay.State;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.LogRows;
import org.junit.jupiter.api.Test;

class LogCoverageTest {
  private static final String FIELDS =
      "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent)"
          + " cs(Referer) sc-status sc-bytes cs-bytes\n";

  private static String row(LocalDate day, int second) {
    return String.format(
        "%s %02d:%02d:%02d GET /a - - 10.0.0.1 M - 200 1 1%n",
        day, second / 3600, second / 60 % 60, second % 60);
  }

  private static void day(StringBuilder log, LocalDate day, int rows) {
    for (int i = 0; i < rows; i++) {
      log.append(row(day, (int) (86_400L * i / rows)));
    }
  }

  private static LogCoverage of(String log) {
    LogCoverage coverage = new LogCoverage(LogCoverageOptions.defaults());
    LogRows.read(log, coverage::row);
    return coverage;
  }

  private static State state(List<CoverageDay> days, LocalDate day) {
    return days.stream().filter(d -> d.day().equals(day)).findFirst().orElseThrow().state();
  }

  @Test
  void aMissingAThinnedAndAHalfSilentDayAreTold() {
    LocalDate start = LocalDate.of(2026, 3, 2);
    StringBuilder log = new StringBuilder(FIELDS);
    for (int i = 0; i < 42; i++) {
      LocalDate day = start.plusDays(i);
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      if (i == 20) {
        continue;
      }
      if (i == 23) {
        day(log, day, 30);
      } else if (i == 25) {
        for (int s = 0; s < 43_200; s += 40) {
          log.append(row(day, s));
        }
      } else {
        day(log, day, weekend ? 300 : 2400);
      }
    }
    LogCoverage coverage = of(log.toString());
    List<CoverageDay> days = coverage.days();
    assertEquals(42, days.size());
    assertEquals(State.MISSING, state(days, start.plusDays(20)));
    assertEquals(State.THINNED, state(days, start.plusDays(23)));
    assertEquals(State.PARTLY, state(days, start.plusDays(25)));
    assertEquals(39, days.stream().filter(CoverageDay::isCovered).count());
    assertTrue(
        coverage.sentences().getFirst().contains("39 of 42 days"), coverage.sentences().toString());

    List<ServerFact> facts = coverage.facts();
    assertEquals(2, facts.size(), Facts.text(facts));
    ServerFact missing = Facts.of(facts, "technique", "log-missing").getFirst();
    assertEquals("2026-03-22/2026-03-22", missing.about().get("days"));
    // the last hour before the gap and the first row after it
    assertEquals(2, missing.traces().size());
    assertEquals(EntryState.CANNOT_TELL, missing.state());
  }

  @Test
  void aQuietSiteIsNotCalledMissing() {
    LocalDate start = LocalDate.of(2026, 3, 2);
    StringBuilder log = new StringBuilder(FIELDS);
    for (int i = 0; i < 30; i++) {
      day(log, start.plusDays(i), i % 4 == 2 ? 0 : 3);
    }
    assertTrue(of(log.toString()).facts().isEmpty());
  }

  @Test
  void aClockPutBackAndAbsentFieldsAreTold() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    String log =
        "#Fields: date time cs-method cs-uri-stem c-ip sc-status\n"
            + "2026-03-02 10:00:00 GET /a 10.0.0.1 200\n"
            + "2026-03-02 09:59:58 GET /a 10.0.0.1 200\n"
            + "2026-03-02 08:00:00 GET /a 10.0.0.1 200\n";
    List<ServerFact> facts = of(log).facts();
    ServerFact back = Facts.of(facts, "technique", "clock-back").getFirst();
    assertEquals(1, back.count());
    assertEquals(4, back.traces().getFirst().line());
    ServerFact absent = Facts.of(facts, "technique", "fields-absent").getFirst();
    assertTrue(absent.reasons().stream().anyMatch(r -> r.text().contains("cs(referer)")));
    assertTrue(absent.reasons().stream().noneMatch(r -> r.text().contains("c-ip")));
    assertEquals(day, of(log).days().getFirst().day());
  }

  @Test
  void aTimeCenturiesOffNeitherHangsNorHides() {
    String log =
        "#Fields: date time cs-uri-stem\n0001-01-01 00:00:00 /a\n2026-03-02 10:00:00 /a\n"
            + "9999-12-31 00:00:00 /a\n";
    LogCoverage coverage = of(log);
    assertEquals(1, coverage.days().size());
    assertEquals(LocalDate.of(2026, 3, 2), coverage.days().getFirst().day());
    assertEquals(2, coverage.strays(LogKind.W3C).size());
  }

  @Test
  void oneRowOfABrokenClockIsNamedAndStretchesNothing() {
    LocalDate start = LocalDate.of(2026, 3, 2);
    StringBuilder log = new StringBuilder(FIELDS);
    day(log, start, 400);
    log.append(row(LocalDate.of(1977, 7, 1), 10));
    day(log, start.plusDays(1), 400);
    LogCoverage coverage = of(log.toString());
    assertEquals(2, coverage.days().size());
    assertEquals(State.COVERED, state(coverage.days(), start));
    ServerFact far = Facts.of(coverage.facts(), "technique", "clock-far-off").getFirst();
    assertTrue(far.reasons().getFirst().text().startsWith("1 row is dated far"), far.toString());
    assertTrue(far.reasons().getFirst().text().contains("1977-07-01"));
    assertEquals(402, far.traces().getFirst().line());
    assertEquals(0, Facts.of(coverage.facts(), "technique", "log-missing").size());
  }

  @Test
  void anotherTimeOfRealLogsIsNoClockTrouble() {
    LocalDate start = LocalDate.of(2026, 3, 2);
    StringBuilder log = new StringBuilder(FIELDS);
    for (int i = 0; i < 5; i++) {
      day(log, start.minusDays(300).plusDays(i), 50);
      day(log, start.plusDays(i), 400);
    }
    LogCoverage coverage = of(log.toString());
    assertEquals(305, coverage.days().size());
    assertEquals(0, coverage.strays(LogKind.W3C).size());
  }

  @Test
  void onlyTheDaysWhoseRowsLackWhatAnEntryShowsInAreBlind() {
    LocalDate start = LocalDate.of(2026, 3, 2);
    StringBuilder log = new StringBuilder(FIELDS);
    day(log, start, 400);
    day(log, start.plusDays(1), 400);
    log.append(FIELDS.replace(" cs-uri-query", ""));
    StringBuilder without = new StringBuilder();
    day(without, start.plusDays(2), 400);
    log.append(without.toString().replace(" /a -", " /a"));
    log.append(FIELDS);
    day(log, start.plusDays(3), 400);
    LogCoverage coverage = of(log.toString());
    assertEquals(State.COVERED, state(coverage.days(), start.plusDays(1)));
    assertEquals(State.BLIND, state(coverage.days(), start.plusDays(2)));
    assertEquals(State.COVERED, state(coverage.days(), start.plusDays(3)));
    ServerFact absent = Facts.of(coverage.facts(), "technique", "fields-absent").getFirst();
    assertEquals(
        "400 of 1600 rows have no column cs-uri-query (2026-03-04)",
        absent.reasons().getFirst().text());
  }

  @Test
  void daysAfterTheLogsEndOnWhichTheServerRanAreMissing() {
    LocalDate start = LocalDate.of(2026, 3, 2);
    StringBuilder log = new StringBuilder(FIELDS);
    for (int i = 0; i < 9; i++) {
      day(log, start.plusDays(i), 400);
    }
    LogCoverage coverage = of(log.toString());
    coverage.aliveUntil(start.plusDays(12).toEpochDay() * 86_400_000L + 43_200_000L);
    assertEquals(13, coverage.days().size());
    assertEquals(State.MISSING, state(coverage.days(), start.plusDays(11)));
  }

  @Test
  void recordedLogsGiveTheSameTableWhereverTheyAreCut() throws IOException {
    List<WebRow> rows = LogRows.rows(LogRows.content("iis-benign-waikolai"));
    LogCoverage whole = new LogCoverage(LogCoverageOptions.defaults());
    rows.forEach(whole::row);
    // 2009-08-17 to 2010-06-30, referer never logged
    assertEquals(LocalDate.of(2009, 8, 17), whole.days().getFirst().day());
    assertEquals(LocalDate.of(2010, 6, 30), whole.days().getLast().day());
    assertEquals(14_093, whole.days().stream().mapToLong(CoverageDay::rows).sum());
    Random random = new Random(2);
    for (int i = 0; i < 10; i++) {
      int a = random.nextInt(rows.size());
      int b = a + random.nextInt(rows.size() - a);
      LogCoverage one = new LogCoverage(LogCoverageOptions.defaults());
      LogCoverage two = new LogCoverage(LogCoverageOptions.defaults());
      LogCoverage three = new LogCoverage(LogCoverageOptions.defaults());
      rows.subList(0, a).forEach(one::row);
      rows.subList(a, b).forEach(two::row);
      rows.subList(b, rows.size()).forEach(three::row);
      if (i % 2 == 0) {
        two.merge(three);
        one.merge(two);
      } else {
        one.merge(two);
        one.merge(three);
      }
      assertEquals(whole.days(), one.days());
      assertEquals(whole.facts(), one.facts());
    }
  }
}
