package org.bellbuoy.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.server.tree.Product;
import org.junit.jupiter.api.Test;

final class ExchangeRowsTest {
  private static final BuildTables TABLES = BuildTables.bundled();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMyy", Locale.ENGLISH);

  /** The update that first held the fix, as the reference and Microsoft name it. */
  private static final Map<String, String> FIXED_BY =
      Map.ofEntries(
          Map.entry("cve-2020-0688", "Feb20"),
          Map.entry("proxylogon", "Mar21"),
          Map.entry("proxyshell", "May21"),
          Map.entry("proxytoken", "Jul21"),
          Map.entry("proxynotshell", "Nov22"),
          Map.entry("owassrf", "Nov22"),
          Map.entry("cve-2025-53786", "Apr25"),
          Map.entry("cve-2025-59249", "Oct25"),
          Map.entry("cve-2025-64666", "Dec25"),
          Map.entry("cve-2026-21527", "Feb26"),
          Map.entry("cve-2026-42897", "Jun26"));

  @Test
  void everyBuildOfThePublicListHoldsWhatWasFixedUpToItsMonth() throws Exception {
    List<String[]> rows = SharedFacts.rows("exchange_builds.csv");
    assertThat(rows).hasSize(284);
    int judged = 0;
    for (String[] row : rows) {
      PatchTruth truth = of(row[3]);
      assertThat(TABLES.builds(truth.product()))
          .as(row[3])
          .anyMatch(
              r ->
                  r.build().toString().equals(row[3])
                      && r.line().equals(row[1])
                      && r.label().equals(row[2].isEmpty() ? row[1] : row[2]));
      // A CU's own release has the date of its row; an update that has the same number wins.
      String label =
          TABLES
              .row(truth.product(), BuildNumber.parse(row[3]).orElseThrow())
              .orElseThrow()
              .label();
      YearMonth month =
          label.startsWith("CU") || label.equals("RTM")
              ? YearMonth.from(released(truth.product(), row[3]))
              : YearMonth.parse(label.substring(0, 5), MONTH);
      for (Map.Entry<String, String> fix : FIXED_BY.entrySet()) {
        boolean has = !month.isBefore(YearMonth.parse(fix.getValue(), MONTH));
        PatchState state = truth.chain(fix.getKey()).orElseThrow().state();
        if (has) {
          assertThat(state).as(row[3] + " " + fix.getKey()).isEqualTo(PatchState.FIXED);
        } else {
          assertThat(state)
              .as(row[3] + " " + fix.getKey())
              .isIn(PatchState.VULNERABLE, PatchState.END_OF_LIFE);
        }
        judged++;
      }
    }
    assertThat(judged).isEqualTo(284 * FIXED_BY.size());
  }

  @Test
  void everyReleaseOfACuHoldsWhatItsDateAllows() throws Exception {
    Map<String, PatchState> golden =
        Map.of(
            "15.0.1497.2", PatchState.VULNERABLE,
            "15.1.2176.2", PatchState.VULNERABLE,
            "15.1.2242.4", PatchState.FIXED,
            "15.1.2507.6", PatchState.FIXED,
            "15.2.792.3", PatchState.VULNERABLE,
            "15.2.858.5", PatchState.FIXED,
            "15.2.1748.10", PatchState.FIXED,
            "15.0.847.32", PatchState.VULNERABLE);
    golden.forEach(
        (build, state) ->
            assertThat(of(build).chain("proxylogon").orElseThrow().state())
                .as(build)
                .isEqualTo(state));
  }

  @Test
  void theFixedBuildsThatTheReferenceNamesAreTheFirst() {
    Map<String, List<String>> named =
        Map.of(
            "proxylogon", List.of("15.0.1497.12", "15.1.2176.9", "15.2.792.10"),
            "proxyshell", List.of("15.1.2242.10", "15.2.858.12"),
            "proxynotshell", List.of("15.0.1497.44", "15.1.2507.16", "15.2.1118.20"),
            "owassrf", List.of("15.0.1497.44", "15.1.2507.16", "15.2.1118.20"),
            "cve-2026-42897",
                List.of("15.2.2562.43", "15.2.1748.46", "15.2.1544.41", "15.1.2507.69"));
    named.forEach(
        (id, builds) ->
            builds.forEach(
                build -> {
                  BuildNumber n = BuildNumber.parse(build).orElseThrow();
                  String before =
                      new BuildNumber(n.major(), n.minor(), n.build(), n.revision() - 1).toString();
                  assertThat(of(build).chain(id).orElseThrow().state())
                      .as(build)
                      .isEqualTo(PatchState.FIXED);
                  assertThat(of(before).chain(id).orElseThrow().state())
                      .as(before)
                      .isEqualTo(PatchState.VULNERABLE);
                }));
  }

  @Test
  void aBuildIsComparedWithinItsCuOnly() {
    assertThat(of("15.2.1118.40").chain("cve-2026-42897").orElseThrow())
        .satisfies(c -> assertThat(c.state()).isEqualTo(PatchState.VULNERABLE))
        .satisfies(
            c ->
                assertThat(c.sentence())
                    .isEqualTo(
                        "No update of Exchange 2019 CU12 holds the fix; a newer CU is needed."));
    assertThat(of("15.2.800.99").sentence()).contains("builds of another CU say nothing about it");
    assertThat(of("15.2.800.99").state()).isEqualTo(PatchState.END_OF_LIFE);
    assertThat(of("15.2.800.99").chains()).allMatch(c -> c.state() == PatchState.UNKNOWN);
  }

  @Test
  void aRevisionBeyondTheTableIsUnknown() {
    assertThat(of("15.2.1748.99").chains()).allMatch(c -> c.state() == PatchState.UNKNOWN);
    assertThat(of("15.2.2562.99").sentence()).contains("newer than the tables as of 2026-11-23");
    assertThat(of("15.2.9000.1").state()).isEqualTo(PatchState.UNKNOWN);
  }

  @Test
  void aCuWithoutRevisionTellsOnlyWhatItsReleaseHeld() {
    PatchTruth cu = of("15.2.1118");
    assertThat(cu.chain("proxyshell").orElseThrow().state()).isEqualTo(PatchState.FIXED);
    assertThat(cu.chain("proxynotshell").orElseThrow().state()).isEqualTo(PatchState.UNKNOWN);
    assertThat(cu.chain("cve-2026-42897").orElseThrow().state()).isEqualTo(PatchState.VULNERABLE);
  }

  @Test
  void exchange2010IsOutOfLifeAndNothingOfItIsCalledFixed() {
    PatchTruth truth = of("14.3.513.0");
    assertThat(truth.product()).isEqualTo(Product.EXCHANGE_2010);
    assertThat(truth.state()).isEqualTo(PatchState.END_OF_LIFE);
    assertThat(truth.chains()).noneMatch(c -> c.state() == PatchState.FIXED);
  }

  @Test
  void whatABuildDoesNotShowOfAHybridIsSaid() {
    assertThat(of("15.2.2562.53").caveats()).anyMatch(c -> c.contains("hybrid application"));
  }

  private static LocalDate released(Product product, String build) {
    return TABLES.row(product, BuildNumber.parse(build).orElseThrow()).orElseThrow().notBefore();
  }

  private static PatchTruth of(String build) {
    return PatchTruth.of(TABLES, Product.EXCHANGE, build, TODAY, Packages.none());
  }
}
