package org.bellbuoy.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.server.tree.FileRole;
import org.bellbuoy.server.tree.Product;
import org.bellbuoy.server.tree.ServerIdentity;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.TreeFile;
import org.junit.jupiter.api.Test;

final class BuildFinderTest {
  private static final String BIN = "C/Program Files/Microsoft/Exchange Server/V15/Bin/";

  @Test
  void theVersionOfAProgramIsReadWithItsOffset() throws Exception {
    byte[] program = TestPrograms.exchange();
    FoundBuild found = BuildFinder.of(tree(file(BIN + "ExSetup.exe", program)));
    assertThat(found.build()).hasToString("15.2.1118.20");
    assertThat(found.product()).isEqualTo(Product.EXCHANGE_2019);
    BuildSighting s = found.sightings().getFirst();
    assertThat(s.kind()).isEqualTo(BuildSighting.Kind.FILE_VERSION);
    assertThat(Arrays.copyOfRange(program, (int) s.offset(), (int) s.offset() + 4))
        .containsExactly(0xbd, 0x04, 0xef, 0xfe);
  }

  @Test
  void aProgramWithoutAVersionIsNamed() {
    byte[] stub = Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 4000);
    FoundBuild found = BuildFinder.of(tree(file(BIN + "ExSetup.exe", stub)));
    assertThat(found.build()).isNull();
    assertThat(found.problems())
        .containsExactly(BIN + "ExSetup.exe is no Windows program with resources.");
  }

  @Test
  void anUpdateOfWhichOnePackageIsMissingOrTheWizardDidNotRunIsHalfInForce() {
    String half =
        "BuildVersion: 16.0.10417.20037\n"
            + "Language-independent package: 16.0.10417.20037 KB5002754\n"
            + "Language-dependent package: 16.0.10417.20027\n";
    FoundBuild found = BuildFinder.ofText("a", half.getBytes(StandardCharsets.UTF_8));
    assertThat(found.build()).hasToString("16.0.10417.20037");
    assertThat(found.other()).hasToString("16.0.10417.20027");
    assertThat(state(found)).isEqualTo(PatchState.HALF_PATCHED);
    String whole = half.replace("20027", "20037");
    assertThat(state(BuildFinder.ofText("a", whole.getBytes(StandardCharsets.UTF_8))))
        .isNotEqualTo(PatchState.HALF_PATCHED);
    for (String not : new String[] {"NeedsUpgrade : True", "Configuration wizard: required"}) {
      FoundBuild idle = BuildFinder.ofText("a", (whole + not).getBytes(StandardCharsets.UTF_8));
      assertThat(idle.configured()).isFalse();
      assertThat(state(idle)).as(not).isEqualTo(PatchState.HALF_PATCHED);
    }
    assertThat(
            BuildFinder.ofText(
                    "a", (whole + "NeedsUpgrade : False").getBytes(StandardCharsets.UTF_8))
                .configured())
        .isTrue();
  }

  private static PatchState state(FoundBuild found) {
    return PatchTruth.of(
            BuildTables.bundled(),
            found.product(),
            String.valueOf(found.build()),
            java.time.LocalDate.of(2025, 7, 27),
            found.packages())
        .chain("toolshell")
        .orElseThrow()
        .state();
  }

  @Test
  void exportedTextsOfExSetupTellTheBuild() {
    for (String text :
        List.of(
            "ProductVersion   FileVersion      FileName\n--------------   -----------      --------\n"
                + "15.02.1118.020   15.02.1118.020   C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\ExSetup.exe\n",
            "\"Name\",\"FileVersion\"\n\"ExSetup.exe\",\"15.02.1118.020\"\n",
            "{\"Name\":\"ExSetup.exe\",\"FileVersion\":\"15.2.1118.20\"}")) {
      FoundBuild found = BuildFinder.ofText("a", text.getBytes(StandardCharsets.UTF_8));
      assertThat(found.build()).as(text).hasToString("15.2.1118.20");
      BuildSighting s = found.sightings().getFirst();
      assertThat(text.substring((int) s.offset(), (int) s.offset() + s.length()))
          .isEqualTo(s.quote());
    }
  }

  @Test
  void anAdminDisplayVersionTellsTheCuAndNotTheUpdate() {
    for (String text :
        List.of(
            "Name  AdminDisplayVersion\nMX1   Version 15.2 (Build 1118.20)\n",
            "AdminDisplayVersion : Version 15.2 (Build 1118.020)")) {
      FoundBuild found = BuildFinder.ofText("a", text.getBytes(StandardCharsets.UTF_8));
      assertThat(found.build()).hasToString("15.2.1118");
      assertThat(found.sightings().getFirst().build()).hasToString("15.2.1118.20");
      assertThat(found.sentence()).contains("does not rise with security updates");
    }
  }

  @Test
  void wideTextsOfPowerShellAreReadWithOffsetsOfTheirBytes() {
    String text = "\uFEFFBuildVersion : 16.0.10417.20037\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    FoundBuild found = BuildFinder.ofText("farm.txt", bytes);
    assertThat(found.build()).hasToString("16.0.10417.20037");
    BuildSighting s = found.sightings().getFirst();
    assertThat(new String(bytes, (int) s.offset(), s.length(), StandardCharsets.UTF_16LE))
        .isEqualTo("16.0.10417.20037");
  }

  @Test
  void theHeaderOfSharePointLeavesThePatchStateUnknown() {
    FoundBuild found =
        BuildFinder.ofText(
            "head.txt",
            "HTTP/1.1 200 OK\r\nMicrosoftSharePointTeamServices: 16.0.0.19725\r\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(found.product()).isEqualTo(Product.SHAREPOINT_SE);
    assertThat(truth(found).state()).isEqualTo(PatchState.UNKNOWN);
  }

  @Test
  void filesNewerThanTheFarmAreHalfPatched() {
    FoundBuild found =
        BuildFinder.of(
            tree(
                text("exports/Get-SPFarm.txt", "BuildVersion : 16.0.10417.20027"),
                text("exports/files.csv", "\"Microsoft.SharePoint.dll\",\"16.0.10417.20037\"")));
    assertThat(found.sentence())
        .startsWith("Sources disagree, so the update may be half in force: exports/files.csv says")
        .contains("16.0.10417.20037", "16.0.10417.20027");
    assertThat(truth(found).chain("toolshell").orElseThrow().state())
        .isEqualTo(PatchState.HALF_PATCHED);
  }

  @Test
  void twoCusAreUnknown() {
    FoundBuild found =
        BuildFinder.of(
            tree(
                text("a.txt", "ExSetup.exe 15.2.1118.20"),
                text("b.txt", "ExSetup.exe 15.2.1258.12")));
    assertThat(found.build()).isNull();
    assertThat(found.product()).isEqualTo(Product.EXCHANGE_2019);
    assertThat(found.sentence()).endsWith("Which one runs is unknown.");
  }

  @Test
  void foldersOfOutlookOnTheWebTellTheNewestCu() {
    FoundBuild found =
        BuildFinder.of(
            tree(
                file(
                    "C/x/FrontEnd/HttpProxy/owa/auth/15.2.986/themes/resources/a.css", new byte[1]),
                file("C/x/FrontEnd/HttpProxy/owa/auth/15.2.1118/scripts/b.js", new byte[1])));
    assertThat(found.build()).hasToString("15.2.1118");
    assertThat(found.sightings()).hasSize(2);
    assertThat(truth(found).chain("proxynotshell").orElseThrow().state())
        .isEqualTo(PatchState.UNKNOWN);
  }

  @Test
  void bothProductsInOneTreeAreNotGuessed() {
    FoundBuild found =
        BuildFinder.of(
            tree(
                text("a.txt", "ExSetup.exe 15.2.1118.20"),
                text("b.txt", "BuildVersion : 16.0.10417.20037")));
    assertThat(found.product()).isEqualTo(Product.OTHER);
    assertThat(found.sentence()).contains("name the product");
  }

  @Test
  void nothingTellsNothing() {
    assertThat(BuildFinder.of(tree()).sentence()).isEqualTo("No file tells a build.");
  }

  private static PatchTruth truth(FoundBuild found) {
    BuildNumber build = found.build();
    return PatchTruth.of(
        BuildTables.bundled(),
        found.product(),
        build == null ? null : build.toString(),
        LocalDate.of(2026, 11, 23),
        found.packages());
  }

  private static TreeFile text(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static TreeFile file(String path, byte[] bytes) {
    FileRole role = path.contains("/owa/") ? FileRole.WEB_FILE : FileRole.BUILD_INFO;
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new TreeFile(
        path,
        role,
        bytes.length,
        TreeFile.NO_TIME,
        new Input(name, path, bytes.length, true, () -> new ByteArrayInputStream(bytes)));
  }

  private static ServerTree tree(TreeFile... files) {
    return new ServerTree(
        new ServerIdentity("h", Product.OTHER, "", "", "", ZoneOffset.UTC, null, null),
        new ArrayList<>(List.of(files)),
        List.of());
  }
}
