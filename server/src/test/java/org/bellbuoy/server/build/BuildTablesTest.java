package org.bellbuoy.server.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.server.tree.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BuildTablesTest {
  private static final String HEADER =
      "# asOf: 2026-12-24\nproduct,line,build,label,released,kb,source\n";

  @TempDir Path folder;

  @Test
  void aUserAddsTheUpdateOfNextMonth() throws Exception {
    String text =
        new String(
            BuildTables.class.getResourceAsStream("builds.csv").readAllBytes(),
            StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("builds.csv"),
        text + "EXCHANGE_SE,RTM,15.2.2562.99,Dec26SU,2026-12-08,,me\n");
    BuildTables tables = BuildTables.load(folder);
    PatchTruth truth =
        PatchTruth.of(
            tables,
            Product.EXCHANGE_SE,
            "15.2.2562.99",
            LocalDate.of(2026, 12, 24),
            Packages.none());
    assertThat(truth.state()).isEqualTo(PatchState.FIXED);
    assertThat(tables.builds(Product.EXCHANGE_SE).getLast().label()).isEqualTo("Dec26SU");
  }

  @Test
  void theOldestOfTheTablesDatesThemAll() throws Exception {
    Files.writeString(
        folder.resolve("products.csv"),
        "# asOf: 2020-01-01\nproduct,supportEnds,note,source\nEXCHANGE_SE,,,me\n");
    assertThat(BuildTables.load(folder).asOf()).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(BuildTables.bundled().asOf()).isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @Test
  void everySourceThatARowNamesIsExplainedAndEachIsNamedBySomeRow() throws Exception {
    Set<String> named = new TreeSet<>();
    for (var table : BuildTables.bundledTexts().entrySet()) {
      if (!table.getKey().equals("sources.csv")) {
        table
            .getValue()
            .lines()
            .filter(line -> !line.startsWith("#") && !line.endsWith(",source"))
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .forEach(cell -> named.addAll(List.of(cell.split("; "))));
      }
    }
    assertThat(BuildTables.bundled().sources())
        .extracting(TableSource::name)
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void whatIsWrittenForAUserToChangeIsWhatIsReadAgain() throws Exception {
    for (var table : BuildTables.bundledTexts().entrySet()) {
      Files.writeString(folder.resolve(table.getKey()), table.getValue());
    }
    BuildTables again = BuildTables.load(folder);
    assertThat(again.sources()).isEqualTo(BuildTables.bundled().sources());
    assertThat(again.vulnerabilities()).isEqualTo(BuildTables.bundled().vulnerabilities());
  }

  @Test
  void aSourceThatIsExplainedTwiceOrLiesOnNoWebSiteIsRefused() throws Exception {
    String head = "# asOf: 2026-12-24\nsource,what,address,read\n";
    Files.writeString(folder.resolve("sources.csv"), head + "a,b,,\na,c,,\n");
    assertThatThrownBy(() -> BuildTables.load(folder)).hasMessageContaining("sources.csv, line 4");
    Files.writeString(folder.resolve("sources.csv"), head + "a,b,javascript:1,\n");
    assertThatThrownBy(() -> BuildTables.load(folder)).hasMessageContaining("address is 'java");
  }

  @Test
  void aFolderWithoutATableIsRefused() {
    assertThatThrownBy(() -> BuildTables.load(folder))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("holds no build table; put one or more of builds.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXCHANGE_SE,RTM,15.2.2562.17,RTM,2025-07-01,,me,more|builds.csv, line 3: 8 values stand under 7 columns.",
        "EXCHANGE_SE,RTM,15.2.2562,RTM,2025-07-01,,me|builds.csv, line 3: build is '15.2.2562', which is no build of four numbers like 15.2.1118.20.",
        "EXCHANGE_SE,RTM,15.2.2562.17,RTM,July,,me|builds.csv, line 3: released is 'July', which is no day like 2026-04-14 or month like 2026-04.",
        "EXCHANGE,RTM,15.2.2562.17,RTM,2025-07,,me|builds.csv, line 3: product is 'EXCHANGE'; allowed are SHAREPOINT_ or EXCHANGE_ with 2010, 2013, 2016, 2019 or SE.",
        "EXCHANGE_2019,RTM,15.2.2562.17,RTM,2025-07,,me|builds.csv, line 3: build '15.2.2562.17' is none of EXCHANGE_2019.",
        "EXCHANGE_SE,,15.2.2562.17,RTM,2025-07,,me|builds.csv, line 3: line is empty; it must be given.",
        "EXCHANGE_SE,RTM,\"15.2.2562.17,RTM,2025-07,,me|builds.csv, line 3: a quote is not closed."
      })
  void aRowThatDoesNotFitIsRefusedWithItsPlace(String row, String message) throws Exception {
    Files.writeString(folder.resolve("builds.csv"), HEADER + row + "\n");
    assertThatThrownBy(() -> BuildTables.load(folder)).hasMessage(message);
  }

  @Test
  void columnsThatAreUnknownMissingOrTwiceAreRefused() throws Exception {
    Path file = folder.resolve("products.csv");
    Files.writeString(file, "# asOf: 2026-01-01\nproduct,supportEnd,note,source\n");
    assertThatThrownBy(() -> BuildTables.load(folder))
        .hasMessage(
            "products.csv, line 2: the column 'supportEnd' is not known; allowed are product,"
                + " supportEnds, note, source.");
    Files.writeString(file, "# asOf: 2026-01-01\nproduct,note,source\n");
    assertThatThrownBy(() -> BuildTables.load(folder))
        .hasMessageContaining("the column 'supportEnds' is missing");
    Files.writeString(file, "# asOf: 2026-01-01\nproduct,note,note,source\n");
    assertThatThrownBy(() -> BuildTables.load(folder)).hasMessageContaining("stands there twice");
    Files.writeString(file, "product,supportEnds,note,source\n");
    assertThatThrownBy(() -> BuildTables.load(folder))
        .hasMessageContaining("does not say as of when it is");
    Files.write(file, new byte[] {'#', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> BuildTables.load(folder)).hasMessageContaining("is not UTF-8");
  }

  @Test
  void tablesThatDoNotFitEachOtherAreRefused() throws Exception {
    Path file = folder.resolve("fixes.csv");
    String header = "# asOf: 2026-01-01\nid,product,line,firstFixed,confidence,source\n";
    Files.writeString(file, header + "toolshel,SHAREPOINT_SE,,16.0.18526.20508,confirmed,me\n");
    assertThatThrownBy(() -> BuildTables.load(folder))
        .hasMessageContaining("id is 'toolshel', which vulnerabilities.csv does not have");
    Files.writeString(file, header + "proxylogon,EXCHANGE_2019,CU8,15.2.858.5,confirmed,me\n");
    assertThatThrownBy(() -> BuildTables.load(folder))
        .hasMessageContaining("is of no build of line 'CU8' in builds.csv");
    Files.writeString(file, header + "proxylogon,EXCHANGE_2019,CU8,15.2.792.10,likely,me\n");
    assertThatThrownBy(() -> BuildTables.load(folder))
        .hasMessageContaining("allowed are confirmed and unconfirmed");
  }

  @Test
  void aFixThatTheTablesDoNotHaveIsUnknown() throws Exception {
    Files.writeString(
        folder.resolve("fixes.csv"),
        "# asOf: 2026-01-01\nid,product,line,firstFixed,confidence,source\n");
    PatchTruth truth =
        PatchTruth.of(
            BuildTables.load(folder),
            Product.SHAREPOINT_SE,
            "16.0.20326.20136",
            LocalDate.of(2026, 11, 23),
            Packages.none());
    assertThat(truth.state()).isEqualTo(PatchState.UNKNOWN);
    assertThat(truth.chains()).allMatch(c -> c.state() == PatchState.UNKNOWN);
  }
}
