package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The public rules of web servers and proxies as a user's folder, over real logs. */
final class RealRulesTest {
  @Test
  void scratch() throws IOException {
    for (boolean full : new boolean[] {false, true}) {
      SigmaEngine engine =
          SigmaEngine.load(TestLogs.data("sigma"), SigmaOptions.defaults().withFullUri(full));
      if (!full) {
        engine.rules().stream()
            .filter(r -> !r.runs() || !r.notes().isEmpty() || r.alwaysEvaluated())
            .forEach(System.out::println);
        System.out.println(
            engine.rules().size()
                + " "
                + engine.web().alwaysCount()
                + " "
                + engine.web().tableEntries());
      }
      for (String set :
          new String[] {
            "iis-benign-waikolai",
            "iis-internet-noise-webknowit",
            "apache-benign/apache_logs",
            "apache-scan/acunetix.txt",
            "apache-scan/web_attack_and_jsp_webshell_access_log.txt",
            "apache-scan/w3af.txt",
            "iis-attack/Tunna_rdp_tunnel_IIS.log",
            "iis-attack/SYNTHETIC_toolshell_shape.log"
          }) {
        SigmaAggregate aggregate = engine.aggregate();
        Map<String, Long> lines = new LinkedHashMap<>();
        long[] n = new long[1];
        Matching m = new Matching(engine);
        TestLogs.rows(
            TestLogs.data(set),
            row -> {
              aggregate.row(row);
              int hits = m.row(row);
              boolean ws = false;
              for (int i = 0; i < hits; i++) {
                ws |= engine.rules().get(m.rule(i)).logSource().contains("webserver");
              }
              n[0] += ws ? 1 : 0;
            });
        System.out.println(
            full
                + " "
                + set
                + " rows "
                + aggregate.records()
                + " web lines "
                + n[0]
                + " cand "
                + aggregate.candidateRecords()
                + " evals "
                + aggregate.evaluations());
        for (SigmaHit hit : aggregate.hits()) {
          System.out.println(
              "   "
                  + hit.rule().file().replaceAll(".*/", "")
                  + " "
                  + hit.count()
                  + " "
                  + hit.neededFullUri());
        }
      }
    }
    assertThat(TestLogs.data("sigma")).exists();
  }
}
