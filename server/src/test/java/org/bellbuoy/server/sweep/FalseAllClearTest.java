package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.bellbuoy.server.sigma.SigmaOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would be an all-clear by mistake, and what a user's own rules say. */
class FalseAllClearTest {
  private static final String SHAREPOINT = "SharePoint 2019";
  private static final String STRANGER = " - 203.0.113.9 Mozilla/5.0 ";

  @TempDir Path folder;
  private OneServer server;

  @BeforeEach
  void whole() throws Exception {
    server = new OneServer(folder);
    server.log("", 14, 20);
  }

  @Test
  void aDayWhoseLogBreaksOffIsCoveredInPartAtMost() throws Exception {
    byte[] rows = Files.readAllBytes(server.day(16));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(rows);
    }
    Files.delete(server.day(16));
    Files.write(
        server.day(16).resolveSibling("u_ex250716.log.gz"),
        Arrays.copyOf(packed.toByteArray(), packed.size() * 99 / 100));
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.coverage().word()).isEqualTo("5 of 6");
    assertThat(verdict.entered().sentence()).contains("No sign of entry on 5 covered days of 6");
  }

  @Test
  void aDayOfWhoseLinesManyAreNoRowsIsCoveredInPartAtMostAndSoIsOneWhoseLastLineIsCut()
      throws Exception {
    List<String> lines = Files.readAllLines(server.day(17));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(i > 1 && i % 50 == 0 ? "\u0001\u0002\u0003" : lines.get(i)).append('\n');
    }
    Files.writeString(server.day(17), text);
    server.append(18, "2025-07-18 23:59:59 GET /pa");
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.coverage().word()).isEqualTo("4 of 6");
    assertThat(verdict.coverage().sentence()).contains("Covered in part: 2025-07-17, 2025-07-18");
  }

  @Test
  void viewStateAnsweredWithAServerErrorCannotBeToldFromOneThatRan() throws Exception {
    server.write("C/inetpub/wwwroot/wss/web.config", "<configuration/>");
    Path log = server.day(18);
    Files.writeString(
        log,
        Files.readString(log)
            .replaceFirst("sc-status\n", "sc-status cs-bytes\n")
            .replaceAll("(?m)200$", "200 400"));
    server.append(
        18,
        "2025-07-18 23:59:10 POST /_layouts/15/SignOut.aspx -"
            + STRANGER
            + "- 500 9000\n"
            + "2025-07-18 23:59:12 POST /_layouts/15/SignOut.aspx -"
            + STRANGER
            + "- 500 9000\n");
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(verdict.entered().sentence()).contains("ended in status 500");
  }

  @Test
  void viewStateRefusedWithAnotherStatusIsNoReasonToDoubt() throws Exception {
    Path log = server.day(18);
    Files.writeString(
        log,
        Files.readString(log)
            .replaceFirst("sc-status\n", "sc-status cs-bytes\n")
            .replaceAll("(?m)200$", "200 400"));
    server.append(
        18, "2025-07-18 23:59:10 POST /_layouts/15/SignOut.aspx -" + STRANGER + "- 403 9000\n");
    assertThat(server.verdict(SHAREPOINT).level()).isEqualTo(Level.UNLIKELY);
  }

  @Test
  void aPageThatTheLogShowsAsLeftIsToBeFoundThoughNoScriptOfThatNameWasCollected()
      throws Exception {
    server.write("C/inetpub/wwwroot/wss/VirtualDirectories/80/default.aspx", "<%@ Page %><html/>");
    server.append(
        18,
        "2025-07-18 23:59:10 POST /_layouts/15/ToolPane.aspx DisplayMode=Edit&a=/ToolPane.aspx"
            + STRANGER
            + "/_layouts/SignOut.aspx 200\n"
            + "2025-07-18 23:59:20 GET /_layouts/15/spinstall0.aspx -"
            + STRANGER
            + "/_layouts/SignOut.aspx 200\n");
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.level()).isEqualTo(Level.LIKELY);
    assertThat(verdict.left().word()).isEqualTo("1 to find");
    assertThat(verdict.left().sentence())
        .contains("spinstall0.aspx")
        .contains("No such file is among those collected");
    assertThat(verdict.next())
        .contains("Find, secure and then remove /_layouts/15/spinstall0.aspx.");
  }

  @Test
  void whatABuildDoesNotShowIsToldBesideFixed() throws Exception {
    server.log("", 20, 26);
    Path fleet = folder.resolve("fleet.yaml");
    Files.writeString(
        fleet,
        "servers:\n  - host: one\n    product: SharePoint 2019\n    build: 16.0.10417.20037\n"
            + "    paths: [root]\n");
    Cell patch = Swept.of(List.of(), fleet, 1).result().verdicts().getFirst().patch();
    assertThat(patch.word()).startsWith("fixed");
    assertThat(patch.sentence())
        .contains("one build number does not show that both are installed")
        .contains("psconfig");
  }

  @Test
  void hitsOfAUsersRulesAreFindingsThatNeverMoveTheVerdict() throws Exception {
    SigmaEngine engine =
        SigmaEngine.of(
            Map.of(
                "odd.yml",
                """
                title: Page nobody has
                id: 0b1b2b3b-0000-4000-8000-000000000001
                logsource: {category: webserver}
                detection:
                  s: {cs-uri-stem: /page6.html}
                  condition: s
                level: high
                """,
                "plain.yml",
                """
                title: Plain page
                logsource: {category: webserver}
                detection:
                  s: {cs-uri-stem|endswith: page5.html}
                  condition: s
                level: low
                """,
                "broken.yml",
                "title: Broken\nlogsource: {category: webserver}\ndetection: {condition: nothing}\n"),
            SigmaOptions.defaults());
    ServerSweep.Result result = server.sweep(SHAREPOINT, engine);
    List<Finding> hits =
        result.findings().stream().filter(f -> f.rule().equals("server.sigma")).toList();
    assertThat(hits)
        .extracting(f -> f.assessment().level())
        .containsExactly(Level.CANNOT_TELL, Level.CANNOT_TELL);
    Finding high =
        hits.stream().filter(f -> f.severity() == Severity.MEDIUM).findFirst().orElseThrow();
    assertThat(high.subject().ids()).containsEntry("sigma", "0b1b2b3b-0000-4000-8000-000000000001");
    long rows = 6 * 720;
    assertThat(high.reasons())
        .anyMatch(r -> r.code().equals("sigma-hit") && r.text().contains("records fit"));
    assertThat(high.evidence()).isNotEmpty().allMatch(e -> e.line() > 0 && e.quote() != null);
    assertThat(result.run().counts()).containsEntry("rows", rows);
    assertThat(result.verdicts().getFirst().level()).isEqualTo(Level.UNLIKELY);
    assertThat(result.run().notes())
        .anyMatch(n -> n.equals("Sigma: 2 of 3 rules run."))
        .anyMatch(n -> n.startsWith("Sigma rule that cannot run: broken.yml"));
  }
}
