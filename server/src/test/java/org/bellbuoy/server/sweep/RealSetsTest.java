package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.page.LogRows;
import org.bellbuoy.server.tree.Product;
import org.junit.jupiter.api.Test;

/** Whole sweeps over recorded logs and events that are not part of the repository. */
class RealSetsTest {
  private static Swept sweep(String name) throws Exception {
    return Swept.of(List.of(LogRows.shared(name)), null, 2);
  }

  private static ServerVerdict verdict(Swept swept) {
    return swept.result().verdicts().getFirst();
  }

  private static List<Finding> of(Swept swept, Level level) {
    return swept.result().findings().stream().filter(f -> f.assessment().level() == level).toList();
  }

  private static List<String> states(Swept swept) {
    return swept.result().findings().stream().map(Swept::state).distinct().sorted().toList();
  }

  @Test
  void visitorsAreNoSignOfEntry() throws Exception {
    for (String set : List.of("iis-benign-waikolai", "apache-benign/apache_logs")) {
      Swept swept = sweep(set);
      assertThat(of(swept, Level.LIKELY)).as(set).isEmpty();
      assertThat(of(swept, Level.POSSIBLE)).as(set).isEmpty();
      assertThat(verdict(swept).level()).as(set).isEqualTo(Level.UNLIKELY);
      assertThat(verdict(swept).entered().word()).as(set).isEqualTo("no sign");
      assertThat(swept.result().run().counts().get("rows")).as(set).isGreaterThanOrEqualTo(9_000L);
    }
  }

  @Test
  void aYearOfScanningIsTriedAndNotIn() throws Exception {
    Swept swept = sweep("iis-internet-noise-webknowit");
    assertThat(of(swept, Level.LIKELY)).isEmpty();
    assertThat(of(swept, Level.POSSIBLE)).isEmpty();
    assertThat(states(swept)).contains("attempted").doesNotContain("succeeded", "persisted");
    assertThat(verdict(swept).entered().word()).isEqualTo("tried, not in");
    assertThat(verdict(swept).entered().sentence())
        .contains("web attacks failed. No sign of entry");
  }

  @Test
  void scansOfAnHourAreTriedAndWhetherTheyCameInCannotBeTold() throws Exception {
    for (String set : List.of("apache-scan/acunetix.txt", "apache-scan/w3af.txt")) {
      Swept swept = sweep(set);
      assertThat(states(swept))
          .as(set)
          .contains("attempted")
          .doesNotContain("succeeded", "persisted");
      assertThat(verdict(swept).level()).as(set).isEqualTo(Level.CANNOT_TELL);
      assertThat(verdict(swept).entered().word()).as(set).isEqualTo("tried");
      assertThat(verdict(swept).entered().sentence()).contains("no day of its logs is covered");
    }
  }

  @Test
  void theJspShellIsLikelyAndAlone() throws Exception {
    Swept swept = sweep("apache-scan/web_attack_and_jsp_webshell_access_log.txt");
    assertThat(of(swept, Level.LIKELY))
        .singleElement()
        .satisfies(f -> assertThat(Swept.id(f, "page")).isEqualTo("/error/cmd.jsp"));
    assertThat(swept.result().verdicts().getFirst().level()).isEqualTo(Level.LIKELY);
  }

  @Test
  void theTunnelPageIsLikely() throws Exception {
    Swept swept = sweep("iis-attack/Tunna_rdp_tunnel_IIS.log");
    assertThat(of(swept, Level.LIKELY))
        .singleElement()
        .satisfies(f -> assertThat(Swept.id(f, "page")).isEqualTo("/erp/conn.aspx"));
  }

  @Test
  void theShapeOfToolShellIsToldRowByRow() throws Exception {
    Swept swept = sweep("iis-attack/SYNTHETIC_toolshell_shape.log");
    assertThat(of(swept, Level.LIKELY)).isNotEmpty();
    assertThat(states(swept)).contains("blocked", "persisted", "succeeded");
    // Who handles the tool pane runs SharePoint, whoever forgot to say so.
    assertThat(verdict(swept).identity().product()).isEqualTo(Product.SHAREPOINT);
    assertThat(verdict(swept).next())
        .anyMatch(step -> step.contains("change the machine keys on every server of the farm"));
  }

  @Test
  void theRecordedExchangeRunIsTold() throws Exception {
    Swept swept = sweep("exchange/proxylogon_ssrf_rce_poc.zip");
    String likely = of(swept, Level.LIKELY).stream().map(Swept::line).toList().toString();
    assertThat(likely)
        .contains("ohyeah.aspx")
        .contains("whoami")
        .contains("virtual-directory-script");
  }

  @Test
  void eachRecordedAttackIsTold() throws Exception {
    Swept swept = sweep("evtx");
    String told = swept.result().findings().stream().map(Swept::line).toList().toString();
    assertThat(told).contains("net").contains("appcmd").contains("3389").contains("agents.config");
    assertThat(verdict(swept).coverage().sentence())
        .isEqualTo(
            "Logs: no web log was collected. 57 Windows events were read; they tell what they name,"
                + " and of no day that nothing was asked.");
  }

  @Test
  void rowsOfTheProxyAreTold() throws Exception {
    Swept swept = sweep("exchange/httpproxy_public_rows.csv");
    assertThat(swept.result().findings().stream().filter(f -> f.rule().equals("server.proxylogon")))
        .extracting(Swept::state)
        .containsExactlyInAnyOrder("attempted", "cannot-tell");
  }
}
