package org.bellbuoy.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.server.tree.Product;
import org.junit.jupiter.api.Test;

final class SharePointRowsTest {
  private static final BuildTables TABLES = BuildTables.bundled();
  private static final LocalDate JULY_2026 = LocalDate.of(2026, 7, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Map<String, String> OTHERS =
      Map.of(
          "CVE-2026-20963", "cve-2026-20963",
          "CVE-2026-32201", "cve-2026-32201",
          "CVE-2026-45659", "cve-2026-45659");

  @Test
  void everyRowOfThePublicListHasItsDocumentedStateOfToolShell() throws Exception {
    List<String[]> rows = SharedFacts.rows("sharepoint_builds.csv");
    assertThat(rows).hasSize(37);
    for (String[] row : rows) {
      PatchTruth truth = of(row[0], row[1], TODAY);
      String documented = row[5];
      PatchState first = truth.chain("toolshell-first").orElseThrow().state();
      PatchState second = truth.chain("toolshell").orElseThrow().state();
      if (documented.startsWith("VULN")) {
        assertThat(List.of(first, second)).as(row[1]).containsOnly(PatchState.VULNERABLE);
      } else if (documented.startsWith("BYPASSED")) {
        assertThat(first).as(row[1]).isEqualTo(PatchState.FIXED_BUT_BYPASSED);
        assertThat(second).as(row[1]).isEqualTo(PatchState.VULNERABLE);
      } else {
        assertThat(documented).startsWith("FIXED");
        assertThat(List.of(first, second)).as(row[1]).containsOnly(PatchState.FIXED);
      }
      assertThat(truth.product().name()).isEqualTo("SHAREPOINT_" + row[0]);
      assertThat(TABLES.row(truth.product(), BuildNumber.parse(row[1]).orElseThrow()))
          .hasValueSatisfying(
              r -> {
                assertThat(r.label()).isEqualTo(row[2]);
                assertThat(r.released()).isEqualTo(row[3]);
                assertThat(String.join("+", r.kbs())).isEqualTo(row[4]);
              });
    }
  }

  @Test
  void theRowThatNamesACveIsTheFirstThatHoldsItsFix() throws Exception {
    int named = 0;
    List<String[]> rows = SharedFacts.rows("sharepoint_builds.csv");
    for (Map.Entry<String, String> cve : OTHERS.entrySet()) {
      String product = "";
      boolean seen = false;
      for (String[] row : rows) {
        if (!row[0].equals(product)) {
          product = row[0];
          seen = false;
        }
        if (row[5].contains(cve.getKey())) {
          seen = true;
          named++;
        }
        assertThat(of(row[0], row[1], TODAY).chain(cve.getValue()).orElseThrow().state())
            .as(row[1] + " " + cve.getKey())
            .isEqualTo(seen ? PatchState.FIXED : PatchState.VULNERABLE);
      }
    }
    assertThat(named).isEqualTo(9);
  }

  @Test
  void theWholeStateOfTheSupportedIsThatOfTheirWorstEntry() {
    assertThat(of("SE", "16.0.18526.20424", LocalDate.of(2025, 7, 10)).state())
        .isEqualTo(PatchState.FIXED_BUT_BYPASSED);
    assertThat(of("SE", "16.0.18526.20424", TODAY).state()).isEqualTo(PatchState.VULNERABLE);
    assertThat(of("SE", "16.0.18526.20508", LocalDate.of(2025, 12, 31)).state())
        .isEqualTo(PatchState.FIXED);
    assertThat(of("SE", "16.0.20326.20136", TODAY))
        .satisfies(t -> assertThat(t.state()).isEqualTo(PatchState.FIXED))
        .satisfies(t -> assertThat(t.open()).isEmpty());
  }

  @Test
  void whatIsOutOfSupportIsNeverCalledFixed() {
    assertThat(of("2019", "16.0.10417.20128", JULY_2026).state()).isEqualTo(PatchState.FIXED);
    PatchTruth after = of("2019", "16.0.10417.20198", TODAY);
    assertThat(after.state()).isEqualTo(PatchState.END_OF_LIFE);
    assertThat(after.sentence())
        .isEqualTo(
            "SharePoint 2019 16.0.10417.20198 (August 2026 CU (post EOL), released 2026-08-11) on"
                + " 2026-11-23: end of life. Support ended on 2026-07-14. Tables as of"
                + " 2026-11-23.");
  }

  @Test
  void oldSharePointIsOutOfLifeWithToolShellOpenWhateverItsBuild() {
    for (String build : List.of("15.0.5579.1000", "15.0.0.4420", "")) {
      PatchTruth truth =
          PatchTruth.of(TABLES, Product.SHAREPOINT_2013, build, TODAY, Packages.none());
      assertThat(truth.state()).isEqualTo(PatchState.END_OF_LIFE);
      assertThat(truth.open()).extracting(c -> c.vulnerability().id()).contains("toolshell");
      assertThat(truth.chain("toolshell").orElseThrow().sentence())
          .isEqualTo("No update of SharePoint 2013 holds a fix; support ended on 2023-04-11.");
    }
  }

  @Test
  void bothIf2016And2019AreNotConfirmedForTheJanuaryFixItSaysSo() {
    assertThat(of("2019", "16.0.10417.20083", TODAY).chain("cve-2026-20963").orElseThrow())
        .satisfies(c -> assertThat(c.confirmed()).isFalse())
        .satisfies(c -> assertThat(c.sentence()).endsWith("(unconfirmed)"));
    assertThat(
            of("SE", "16.0.19127.20442", TODAY).chain("cve-2026-20963").orElseThrow().confirmed())
        .isTrue();
  }

  private static PatchTruth of(String product, String build, LocalDate date) {
    Product p = Product.valueOf("SHAREPOINT_" + product.toUpperCase(Locale.ROOT));
    return PatchTruth.of(TABLES, p, build, date, Packages.none());
  }
}
