package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeFile;
import org.bellbuoy.server.tree.TreeLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What logs, files and times do not tell is never read as a good sign. */
class BlindLogsTest {
  @TempDir Path folder;

  private void log(String without) throws Exception {
    log(without, 14, 20);
  }

  private void log(String without, int first, int end) throws Exception {
    new OneServer(folder).log(without, first, end);
  }

  private ServerVerdict sweep(String product) throws Exception {
    return new OneServer(folder).verdict(product);
  }

  @Test
  void aWholeLogOfOrdinaryRequestsShowsNoSign() throws Exception {
    log("");
    ServerVerdict verdict = sweep("SharePoint 2019");
    assertThat(verdict.level()).isEqualTo(Level.UNLIKELY);
    assertThat(verdict.entered().sentence()).contains("No sign of entry on 6 covered days of 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cs-method", "cs-uri-stem", "cs-uri-query", "sc-status"})
  void aLogWithoutWhatAnEntryShowsInTellsNothing(String without) throws Exception {
    log(without);
    ServerVerdict verdict = sweep("SharePoint 2019");
    assertThat(verdict.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(verdict.entered().sentence()).contains("lack method, path, query or status");
  }

  @Test
  void whatTheOtherDaysTellStaysToldWhereSomeDaysLackAField() throws Exception {
    log("", 14, 18);
    log("sc-status", 18, 20);
    ServerVerdict verdict = sweep("SharePoint 2019");
    assertThat(verdict.level()).isEqualTo(Level.UNLIKELY);
    assertThat(verdict.entered().sentence()).contains("No sign of entry on 4 covered days of 6");
    assertThat(verdict.coverage().sentence())
        .contains("Without method, path, query or status in the rows: 2025-07-18, 2025-07-19");
  }

  @Test
  void aRowOfABrokenClockIsNamedAndLeftOutOfTheDays() throws Exception {
    log("");
    Path log = folder.resolve("root/C/inetpub/logs/LogFiles/W3SVC1/u_ex250714.log");
    Files.writeString(
        log,
        "1977-01-02 00:00:01 GET /a - - 10.0.0.1 Mozilla/5.0 - 200\n",
        java.nio.file.StandardOpenOption.APPEND);
    ServerVerdict verdict = sweep("SharePoint 2019");
    assertThat(verdict.coverage().word()).isEqualTo("6 of 6");
    assertThat(verdict.coverage().sentence())
        .contains("Left out: 1 row dated far from all others (1977-01-02)");
  }

  @Test
  void anExchangeServerWithoutItsOwnLogsIsNotClear() throws Exception {
    log("");
    ServerVerdict verdict = sweep("Exchange 2019");
    assertThat(verdict.entered().sentence()).contains("No HttpProxy log was collected");
    assertThat(verdict.entered().tone()).isEqualTo(Cell.Tone.WARNING);
  }

  @Test
  void aModuleThatNoProductShipsIsSomethingLeftBehind() throws Exception {
    log("");
    Path config = folder.resolve("root/C/Windows/System32/inetsrv/config");
    Files.createDirectories(config);
    Files.writeString(
        config.resolve("applicationHost.config"),
        "<configuration><system.webServer><globalModules>"
            + "<add name=\"OddModule\" image=\"C:\\odd\\odd.dll\" />"
            + "</globalModules></system.webServer></configuration>");
    Cell left = sweep("SharePoint 2019").left();
    assertThat(left.word()).isEqualTo("1 to explain");
    assertThat(left.tone()).isEqualTo(Cell.Tone.WARNING);
  }

  @Test
  void theFirstTimeThatAZipCanHoldIsNoTime() throws Exception {
    Path zip = folder.resolve("one.zip");
    long real = 1_752_500_000_000L;
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (long time : new long[] {0, real}) {
        ZipEntry entry = new ZipEntry("inetpub/wwwroot/" + (time == 0 ? "old" : "new") + ".aspx");
        entry.setTimeLocal(
            time == 0
                ? java.time.LocalDateTime.of(1980, 1, 1, 0, 0)
                : java.time.LocalDateTime.ofEpochSecond(real / 1000, 0, java.time.ZoneOffset.UTC));
        entries.putNextEntry(entry);
        entries.write("<html/>".getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
      }
    }
    ServerTree tree = ServerTrees.open(List.of(zip), null, TreeLimits.defaults()).getFirst();
    assertThat(time(tree, "old.aspx")).isEqualTo(TreeFile.NO_TIME);
    assertThat(time(tree, "new.aspx")).isGreaterThan(1_752_000_000_000L);
  }

  private static long time(ServerTree tree, String name) {
    return tree.files().stream()
        .filter(f -> f.path().endsWith(name))
        .findFirst()
        .orElseThrow()
        .modifiedMillis();
  }
}
