package org.bellbuoy.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bellbuoy.server.tree.Product;
import org.junit.jupiter.api.Test;

final class SharePointTrapsTest {
  private static final BuildTables TABLES = BuildTables.bundled();
  private static final LocalDate AUGUST_2025 = LocalDate.of(2025, 8, 20);

  @Test
  void oneOfTwoPackagesIsHalfPatched() {
    PatchTruth half =
        of(
            Product.SHAREPOINT_2019,
            "16.0.10417.20037",
            new Packages(Set.of("5002754", "5002739"), true, true, null));
    assertThat(half.state()).isEqualTo(PatchState.HALF_PATCHED);
    assertThat(half.chain("toolshell").orElseThrow().sentence())
        .isEqualTo(
            "Of the packages of July 2025 emergency (KB5002753 and KB5002754), KB5002753 is not"
                + " installed; both are needed.");
    assertThat(half.chain("toolshell-first").orElseThrow().state())
        .isEqualTo(PatchState.HALF_PATCHED);
    PatchTruth whole =
        of(
            Product.SHAREPOINT_2019,
            "16.0.10417.20037",
            new Packages(Set.of("5002753", "5002754"), true, true, null));
    assertThat(whole.state()).isEqualTo(PatchState.FIXED);
    assertThat(whole.caveats()).noneMatch(c -> c.contains("psconfig"));
  }

  @Test
  void aListOfPackagesThatMayBeIncompleteShowsNoMissingOne() {
    PatchTruth truth =
        of(
            Product.SHAREPOINT_2016,
            "16.0.5513.1001",
            new Packages(Set.of("5002760"), false, true, null));
    assertThat(truth.state()).isEqualTo(PatchState.FIXED);
    assertThat(truth.caveats())
        .anyMatch(c -> c.contains("language-independent and the language-dependent package"));
  }

  @Test
  void subscriptionEditionHasOnePackageAndIsNotCalledHalf() {
    PatchTruth truth =
        of(Product.SHAREPOINT_SE, "16.0.18526.20508", new Packages(Set.of(), true, true, null));
    assertThat(truth.state()).isEqualTo(PatchState.FIXED);
  }

  @Test
  void filesWithoutTheConfigurationWizardAreHalfPatched() {
    PatchTruth truth =
        of(Product.SHAREPOINT_SE, "16.0.18526.20508", new Packages(Set.of(), false, false, null));
    assertThat(truth.state()).isEqualTo(PatchState.HALF_PATCHED);
    assertThat(truth.chain("toolshell").orElseThrow().sentence()).contains("psconfig did not run");
  }

  @Test
  void aFarmBehindItsFilesIsHalfPatchedWhereTheFixLiesBetween() {
    BuildNumber farm = BuildNumber.parse("16.0.10417.20027").orElseThrow();
    PatchTruth truth =
        of(Product.SHAREPOINT_2019, "16.0.10417.20037", new Packages(Set.of(), false, null, farm));
    assertThat(truth.chain("toolshell").orElseThrow().state()).isEqualTo(PatchState.HALF_PATCHED);
    assertThat(truth.chain("toolshell-first").orElseThrow().state())
        .as("its own fix is in both builds, but what goes round it is half open")
        .isEqualTo(PatchState.HALF_PATCHED);
  }

  @Test
  void theHeaderHidesTheRevisionAndDecidesNothing() {
    for (String header : List.of("16.0.0.19725", "16.0.0.18526", "16.0.0.10417", "16.0.0.5513")) {
      PatchTruth truth = of(Product.SHAREPOINT, header, Packages.none());
      assertThat(truth.state()).as(header).isEqualTo(PatchState.UNKNOWN);
      assertThat(truth.chains()).allMatch(c -> c.state() == PatchState.UNKNOWN);
      assertThat(truth.sentence()).contains("hides the revision");
    }
    assertThat(of(Product.SHAREPOINT, "16.0.0.19725", Packages.none()).product())
        .isEqualTo(Product.SHAREPOINT_SE);
  }

  @Test
  void the2019AndSubscriptionEditionReleasesShareANumber() {
    PatchTruth se = of(Product.SHAREPOINT_SE, "16.0.10337.12109", Packages.none());
    assertThat(se.product()).isEqualTo(Product.SHAREPOINT_SE);
    assertThat(se.state()).isEqualTo(PatchState.VULNERABLE);
    assertThat(se.caveats()).anyMatch(c -> c.contains("both released as 16.0.10337.12109"));
    assertThat(of(Product.SHAREPOINT_2019, "16.0.10337.12109", Packages.none()).state())
        .isEqualTo(PatchState.VULNERABLE);
    assertThat(of(Product.SHAREPOINT, "16.0.10421.20000", Packages.none()).product())
        .isEqualTo(Product.SHAREPOINT_SE);
    assertThat(of(Product.SHAREPOINT, "16.0.10420.20000", Packages.none()).product())
        .isEqualTo(Product.SHAREPOINT_2019);
    assertThat(of(Product.SHAREPOINT, "16.0.5999.1000", Packages.none()).product())
        .isEqualTo(Product.SHAREPOINT_2016);
    assertThat(of(Product.SHAREPOINT, "16.0.7000.1000", Packages.none()).state())
        .isEqualTo(PatchState.UNKNOWN);
  }

  @Test
  void theBuildsOf8JulyAreNotTheFix() {
    for (String build : List.of("16.0.18526.20424", "16.0.10417.20027", "16.0.5508.1000")) {
      PatchTruth truth = of(Product.SHAREPOINT, build, Packages.none());
      assertThat(truth.state()).as(build).isEqualTo(PatchState.VULNERABLE);
      assertThat(truth.chain("toolshell-first").orElseThrow().sentence())
          .endsWith("ToolShell goes round it (CVE-2025-53770, CVE-2025-53771).");
    }
  }

  @Test
  void patchedAfterTheExposureWithTheOldKeyIsStillExposed() {
    Instant entry = Instant.parse("2025-07-18T18:06:29Z");
    Instant patched = Instant.parse("2025-07-22T10:00:00Z");
    Instant earlyKey = Instant.parse("2025-07-20T10:00:00Z");
    Instant lateKey = Instant.parse("2025-08-01T10:00:00Z");
    Instant published = Instant.parse("2025-07-07T00:00:00Z");
    assertThat(ExposureWindow.of(entry, published, patched, null))
        .satisfies(w -> assertThat(w.state()).isEqualTo(ExposureWindow.State.OPEN_KEY))
        .satisfies(w -> assertThat(w.to()).isNull())
        .satisfies(w -> assertThat(w.sentence()).contains("who took it can still come back"));
    assertThat(ExposureWindow.of(entry, published, patched, earlyKey).state())
        .as("a key changed before the patch could be taken again")
        .isEqualTo(ExposureWindow.State.OPEN_KEY);
    assertThat(ExposureWindow.of(entry, published, patched, lateKey))
        .satisfies(w -> assertThat(w.state()).isEqualTo(ExposureWindow.State.CLOSED))
        .satisfies(w -> assertThat(w.from()).isEqualTo(entry))
        .satisfies(w -> assertThat(w.to()).isEqualTo(lateKey));
    assertThat(ExposureWindow.of(null, published, null, lateKey).state())
        .isEqualTo(ExposureWindow.State.OPEN_UNPATCHED);
    assertThat(ExposureWindow.of(null, published, published.minusSeconds(1), null).state())
        .isEqualTo(ExposureWindow.State.NEVER_OPEN);
    assertThat(ExposureWindow.of(lateKey, published, patched, earlyKey).state())
        .as("entered with the key after the patch")
        .isEqualTo(ExposureWindow.State.OPEN_KEY);
    assertThat(ExposureWindow.of(null, null, patched, lateKey).state())
        .isEqualTo(ExposureWindow.State.UNKNOWN);
  }

  @Test
  void aBuildNewerThanTheTablesIsUnknownAndNotFixed() {
    PatchTruth truth = of(Product.SHAREPOINT_2019, "16.0.10417.20300", Packages.none());
    assertThat(truth.chains()).allMatch(c -> c.state() == PatchState.UNKNOWN);
    assertThat(truth.sentence()).contains("newer than the tables as of 2026-11-23");
  }

  @Test
  void aBranchOfSubscriptionEditionThatTheTablesLackIsUnknown() {
    assertThat(of(Product.SHAREPOINT_SE, "16.0.19000.20100", Packages.none()).state())
        .isEqualTo(PatchState.UNKNOWN);
    assertThat(of(Product.SHAREPOINT_SE, "16.0.17928.20066", Packages.none()).state())
        .isEqualTo(PatchState.VULNERABLE);
  }

  @Test
  void aBuildBetweenTwoRowsIsComparedAndSaysThatItIsNotListed() {
    PatchTruth between = of(Product.SHAREPOINT_2016, "16.0.5530.1000", Packages.none());
    assertThat(between.chain("toolshell").orElseThrow())
        .satisfies(c -> assertThat(c.state()).isEqualTo(PatchState.FIXED))
        .satisfies(c -> assertThat(c.sentence()).contains("do not list it"));
  }

  @Test
  void aBuildOfALaterDayOrOfAnotherProductIsUnknown() {
    assertThat(of(Product.SHAREPOINT_SE, "16.0.19725.20210", Packages.none()).sentence())
        .contains("was released 2026-04-14, after 2025-08-20: what ran on that day is not known");
    assertThat(of(Product.SHAREPOINT_2016, "16.0.10417.20037", Packages.none()).sentence())
        .contains("is a build of SharePoint 2019, but the server is said to be SharePoint 2016");
    assertThat(of(Product.SHAREPOINT_SE, "sixteen", Packages.none()).sentence())
        .contains("'sixteen' is no build number.");
    assertThat(PatchTruth.of(TABLES, Product.OTHER, "1.2.3.4", AUGUST_2025, Packages.none()))
        .satisfies(t -> assertThat(t.state()).isEqualTo(PatchState.UNKNOWN))
        .satisfies(t -> assertThat(t.chains()).isEmpty());
  }

  private static PatchTruth of(Product product, String build, Packages packages) {
    return PatchTruth.of(TABLES, product, build, AUGUST_2025, packages);
  }

  @Test
  void installedPackagesTellTheFixWhereTheBuildIsHidden() {
    FoundBuild found =
        BuildFinder.ofText(
            "updates.txt",
            """
            MicrosoftSharePointTeamServices: 16.0.0.18526
            HotFix installed: KB5002768
            Missing: KB5002863
            """
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(found.kbs()).containsExactly("5002768");
    PatchTruth truth = of(Product.SHAREPOINT_SE, "", found.packages());
    assertThat(truth.chain("toolshell").orElseThrow().state()).isEqualTo(PatchState.FIXED);
    assertThat(truth.chain("toolshell").orElseThrow().sentence()).contains("KB5002768");
    assertThat(truth.state()).isEqualTo(PatchState.FIXED);
    PatchTruth hidden = of(Product.SHAREPOINT_SE, "16.0.0.18526", found.packages());
    assertThat(hidden.chain("toolshell").orElseThrow().state()).isEqualTo(PatchState.FIXED);
  }

  @Test
  void oneOfTwoInstalledPackagesTellsNothingOfAHiddenBuild() {
    Packages one = new Packages(Set.of("5002754"), false, null, null);
    PatchTruth truth = of(Product.SHAREPOINT_2019, "", one);
    assertThat(truth.chain("toolshell").orElseThrow().state()).isEqualTo(PatchState.UNKNOWN);
  }
}
