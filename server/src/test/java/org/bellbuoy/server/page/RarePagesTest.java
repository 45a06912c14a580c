package org.bellbuoy.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RarePagesTest {
  static List<RarePage> find(String log) {
    PageTable table = new PageTable();
    LogRows.read(log, table::row);
    List<RarePage> found = new RarePages(RarePageOptions.defaults()).find(table);
    if (Boolean.getBoolean("print")) {
      found.forEach(
          p -> {
            System.out.println(p.page().path() + " " + p.points() + " " + p.weight());
            p.reasons().forEach(r -> System.out.println("     " + r.text()));
          });
    }
    return found;
  }

  @Test
  void theTunnelIsStrong() throws IOException {
    List<RarePage> found = find(LogRows.content("iis-attack/Tunna_rdp_tunnel_IIS.log"));
    assertEquals("/erp/conn.aspx", found.getFirst().page().path());
    assertEquals(RarePage.Weight.STRONG, found.getFirst().weight());
    assertEquals(4298, found.getFirst().page().requests());
  }

  @Test
  void theJspShellIsTheFirstAndStrong() throws IOException {
    List<RarePage> found =
        find(LogRows.content("apache-scan/web_attack_and_jsp_webshell_access_log.txt"));
    assertEquals("/error/cmd.jsp", found.getFirst().page().path());
    assertEquals(21, found.getFirst().page().requests());
    assertEquals(RarePage.Weight.STRONG, found.getFirst().weight());
    assertEquals(1, found.stream().filter(p -> p.weight() == RarePage.Weight.STRONG).count());
  }

  @Test
  void benignAndScannedServersHaveNoStrongPage() throws IOException {
    for (String log :
        List.of(
            "iis-benign-waikolai",
            "iis-internet-noise-webknowit",
            "apache-benign/apache_logs",
            "apache-scan/acunetix.txt",
            "apache-scan/w3af.txt")) {
      long strong =
          find(LogRows.content(log)).stream()
              .filter(p -> p.weight() != RarePage.Weight.WEAK)
              .count();
      assertEquals(0, strong, log);
    }
  }

  @Test
  void aShellAddedToARecordedServerIsTheOnlyStrongPage() throws IOException {
    StringBuilder log = new StringBuilder(LogRows.content("iis-internet-noise-webknowit"));
    log.append("#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip");
    log.append(" cs(User-Agent) cs(Referer) sc-status\n");
    for (int i = 0; i < 9; i++) {
      log.append("2016-10-17 03:1").append(i).append(":30 POST /wp-content/uploads/x.php - -");
      log.append(" 203.0.113.7 Mozilla/5.0+(X11)+Gecko/20100101+Firefox/115.0 - 200\n");
    }
    List<RarePage> found = find(log.toString());
    assertEquals("/wp-content/uploads/x.php", found.getFirst().page().path());
    assertEquals(RarePage.Weight.STRONG, found.getFirst().weight());
    assertEquals(1, found.stream().filter(p -> p.weight() == RarePage.Weight.STRONG).count());
  }
}
