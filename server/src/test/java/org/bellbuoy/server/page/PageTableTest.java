package org.bellbuoy.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.junit.jupiter.api.Test;

class PageTableTest {
  private static String describe(PageTable table) {
    StringBuilder text = new StringBuilder();
    for (Page p : table.pages(page -> true)) {
      text.append(p.path()).append(' ').append(p.requests()).append(' ').append(p.posts());
      text.append(' ').append(p.clients()).append(' ').append(p.days()).append(' ');
      text.append(p.firstMillis()).append(' ').append(p.lastMillis()).append(' ');
      text.append(p.linked()).append(' ').append(p.selfReferred()).append(' ').append(p.queries());
      text.append(' ').append(p.agents()).append(' ').append(Arrays.toString(p.gaps()));
      text.append(' ').append(p.samples()).append(' ').append(table.notFound(p)).append(' ');
      text.append(table.firstNotFoundMillis(p)).append(' ').append(table.denied(p)).append(' ');
      text.append(table.requestsOfClients(p)).append(' ').append(p.bytesSent).append('\n');
    }
    text.append(table.rows()).append(' ').append(table.droppedAnswers()).append(' ');
    return text.append(table.firstMillis()).append(' ').append(table.lastMillis()).toString();
  }

  @Test
  void theResultDoesNotDependOnWhereTheLogIsCut() throws IOException {
    Random random = new Random(17);
    for (String log :
        List.of(
            "apache-benign/apache_logs",
            "apache-scan/web_attack_and_jsp_webshell_access_log.txt",
            "iis-internet-noise-webknowit",
            "iis-attack/Tunna_rdp_tunnel_IIS.log")) {
      List<WebRow> rows = LogRows.rows(LogRows.content(log));
      for (int room : new int[] {PageTable.MOST_PAGES, 40}) {
        PageTable whole = new PageTable(room);
        rows.forEach(whole::row);
        String expected = describe(whole);
        for (int i = 0; i < 6; i++) {
          assertEquals(expected, describe(cut(rows, room, random, i % 2 == 0)), log + " " + room);
        }
      }
    }
  }

  private static PageTable cut(List<WebRow> rows, int room, Random random, boolean leftFirst) {
    PageTable[] parts = new PageTable[3 + random.nextInt(6)];
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      int to = i == parts.length - 1 ? rows.size() : from + random.nextInt(rows.size() - from + 1);
      parts[i] = new PageTable(room);
      rows.subList(from, to).forEach(parts[i]::row);
      from = to;
    }
    if (leftFirst) {
      for (int i = 1; i < parts.length; i++) {
        parts[0].merge(parts[i]);
      }
    } else {
      for (int i = parts.length - 2; i >= 0; i--) {
        parts[i].merge(parts[i + 1]);
      }
    }
    return parts[0];
  }

  private static WebRow row(String stem, String client, int status, long millis) {
    WebRow row = new WebRow();
    row.bytes = (stem + " " + client).getBytes(StandardCharsets.ISO_8859_1);
    Arrays.fill(row.start, -1);
    Arrays.fill(row.end, -1);
    row.start[WebField.STEM.ordinal()] = 0;
    row.end[WebField.STEM.ordinal()] = stem.length();
    row.start[WebField.CLIENT_IP.ordinal()] = stem.length() + 1;
    row.end[WebField.CLIENT_IP.ordinal()] = row.bytes.length;
    row.to = row.bytes.length;
    row.status = status;
    row.epochMillis = millis;
    return row;
  }

  @Test
  void aMillionPathsThatAreNotThereNeedLittleRoom() {
    PageTable table = new PageTable();
    table.row(row("/real.aspx", "10.0.0.1", 404, 5));
    for (int i = 0; i < 1_000_000; i++) {
      table.row(row("/scan/" + i + ".php", "203.0.113." + i % 250, 404, 10 + i));
    }
    table.row(row("/real.aspx", "10.0.0.1", 200, 2_000_000));
    assertEquals(1, table.pages(p -> true).size());
    assertTrue(table.refusedKept() <= 65_536, "kept " + table.refusedKept());
    assertEquals(0, table.droppedAnswers());
    assertEquals(1_000_002, table.rows());
  }

  @Test
  void aMillionPagesThatAnswerAreBoundedAndScriptsStay() {
    PageTable table = new PageTable(5_000);
    for (int i = 0; i < 1_000_000; i++) {
      table.row(row("/any/" + i, "203.0.113.1", 200, 10 + i));
    }
    for (int i = 0; i < 100; i++) {
      table.row(row("/a" + i + ".aspx", "203.0.113.1", 200, 10 + i));
    }
    List<Page> kept = table.pages(p -> true);
    assertEquals(5_000, kept.size());
    assertEquals(100, kept.stream().filter(Page::isScript).count());
    assertEquals(1_000_100 - 5_000, table.droppedAnswers());
  }

  @Test
  void aFleetOfManyServersSharesTheRoom() {
    PageTable alone = PageTable.ofFleet(1);
    PageTable oneOfMany = PageTable.ofFleet(40);
    for (int i = 0; i < 60_000; i++) {
      WebRow row = row("/any/" + i + ".aspx", "203.0.113." + i % 250, i % 2 == 0 ? 200 : 404, i);
      alone.row(row);
      oneOfMany.row(row);
    }
    assertEquals(30_000, alone.pages(p -> true).size());
    assertEquals(2_000, oneOfMany.pages(p -> true).size());
    assertEquals(28_000, oneOfMany.droppedAnswers());
    assertEquals(4_096, oneOfMany.refusedKept());
  }

  @Test
  void aPageSoughtInVainBeforeItAnsweredIsKnownAsSuch() {
    PageTable table = new PageTable();
    table.row(row("/a.aspx", "10.0.0.1", 200, 900));
    table.row(row("/A.aspx/", "10.0.0.2", 404, 100));
    table.row(row("/%61.aspx;x", "10.0.0.2", 401, 950));
    Page page = table.pages(p -> true).getFirst();
    assertEquals(1, table.notFound(page));
    assertEquals(1, table.denied(page));
    assertEquals(100, table.firstNotFoundMillis(page));
    assertEquals(1, page.clients());
  }

  @Test
  void manyClientsAreEstimated() {
    for (int n : new int[] {1, 3, 12, 100, 5_000}) {
      PageTable table = new PageTable();
      for (int i = 0; i < n; i++) {
        table.row(row("/a.aspx", "10.0." + i / 250 + "." + i % 250, 200, i));
      }
      long told = table.pages(p -> true).getFirst().clients();
      if (n <= 12) {
        assertEquals(n, told);
      } else {
        assertTrue(told > n / 3 && told < 3L * n, n + " told as " + told);
      }
    }
  }
}
