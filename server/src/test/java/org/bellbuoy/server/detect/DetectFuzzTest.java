package org.bellbuoy.server.detect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.page.RarePageOptions;
import org.junit.jupiter.api.Test;

/** Whatever rows and events hold, detectors give facts and never throw. */
final class DetectFuzzTest {
  private static final String[] WORDS = {
    "/_layouts/15/ToolPane.aspx",
    "/ecp/",
    "/owa/",
    "/autodiscover/autodiscover.json",
    "@",
    "%2f",
    "%",
    "DisplayMode=Edit",
    "http://",
    "//",
    "\\",
    ";",
    "..",
    "ServerInfo~",
    "]@",
    "VirtualDirectory",
    "POST",
    "Url",
    "<script",
    "PersistedState: ",
    "viewstate was invalid",
    ".aspx",
    "modules/add",
    "="
  };

  @FuzzTest(maxDuration = "10m")
  void anyBytesGiveFacts(byte[] bytes) {
    run(bytes);
  }

  @Test
  void wordsInAnyOrderGiveFacts() {
    Random random = new Random(9);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        text.append(
            random.nextInt(3) == 0
                ? String.valueOf((char) random.nextInt(256))
                : WORDS[random.nextInt(WORDS.length)]);
      }
      run(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static void run(byte[] bytes) {
    Random random = new Random(Arrays.hashCode(bytes));
    WebRow row = new WebRow();
    row.bytes = bytes;
    row.to = bytes.length;
    row.status = random.nextInt(700) - 1;
    row.epochMillis =
        random.nextBoolean() ? WebRow.NO_TIME : random.nextLong() >> random.nextInt(40);
    for (WebField field : WebField.values()) {
      int a = random.nextInt(bytes.length + 1);
      int b = a + random.nextInt(bytes.length - a + 1);
      boolean absent = random.nextInt(4) == 0;
      row.start[field.ordinal()] = absent ? -1 : a;
      row.end[field.ordinal()] = absent ? -1 : b;
    }
    PageTable pages = new PageTable();
    ToolShell toolShell = new ToolShell(ToolShellOptions.defaults());
    ExchangeChains exchange = new ExchangeChains();
    LogCoverage coverage = new LogCoverage(LogCoverageOptions.defaults());
    for (LogKind kind : LogKind.values()) {
      row.kind = kind;
      pages.row(row);
      toolShell.row(row);
      exchange.row(row);
      coverage.row(row);
    }
    toolShell.facts(pages, Set.of(), Set.of());
    exchange.facts();
    coverage.facts();
    RarePageFacts.of(pages, RarePageOptions.defaults());
    events(bytes, random);
  }

  private static void events(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Map<String, String> data = new LinkedHashMap<>();
    for (String name :
        new String[] {"Image", "ParentImage", "CommandLine", "User", "TargetFilename", "Data1"}) {
      data.put(name, text.substring(random.nextInt(text.length() + 1)));
    }
    EventFacts facts = new EventFacts();
    for (int id : new int[] {1, 3, 6, 11, 29, 1316, 4688}) {
      for (String provider :
          new String[] {
            "Microsoft-Windows-Sysmon", "ASP.NET 4", "Microsoft-Windows-IIS-Configuration"
          }) {
        facts.accept(
            new WindowsEvent(
                0, 0, 1, 1, 1, 1, provider, "MSExchange Management", "h", id, 2, data, text));
      }
    }
    facts.facts();
  }
}
