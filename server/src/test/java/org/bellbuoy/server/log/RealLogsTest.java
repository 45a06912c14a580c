package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.junit.jupiter.api.Test;

/** Row counts are those of the data's own description unless a comment says why not. */
final class RealLogsTest {
  @Test
  void allRowsOfTheIisSetsAreRead() throws Exception {
    assertThat(read("iis-benign-waikolai").rows()).hasSize(14_093);
    Kept.All noise = read("iis-internet-noise-webknowit");
    assertThat(noise.rows()).hasSize(14_318);
    assertThat(noise.rejects()).isEmpty();
    assertThat(read("iis-attack/Tunna_rdp_tunnel_IIS.log").rows()).hasSize(4_298);
    assertThat(read("iis-attack/SYNTHETIC_toolshell_shape.log").rows()).hasSize(7);
  }

  @Test
  void allRowsOfTheAccessLogsAreRead() throws Exception {
    assertThat(read("apache-benign/apache_logs").rows()).hasSize(10_000);
    // 6,538 line feeds; the last line has none and is a row too.
    assertThat(read("apache-scan/acunetix.txt").rows()).hasSize(6_539);
    assertThat(read("apache-scan/w3af.txt").rows()).hasSize(3_996);
    Kept.All tomcat = read("apache-scan/web_attack_and_jsp_webshell_access_log.txt");
    assertThat(tomcat.rows()).hasSize(2_661);
    assertThat(tomcat.rejects()).isEmpty();
    assertThat(tomcat.rows().stream().filter(row -> row.contains("STEM=/error/cmd.jsp,")))
        .hasSize(21);
  }

  @Test
  void theProxyRowsAreRead() throws Exception {
    Kept.All all = read("exchange/httpproxy_public_rows.csv");
    assertThat(all.rows()).hasSize(8);
    assertThat(all.rejects()).isEmpty();
    assertThat(all.rows().stream().filter(row -> row.contains("ANCHOR_MAILBOX=ServerInfo~")))
        .hasSize(5);
  }

  @Test
  void statusesAndMethodsAreThoseThatCuttingAtSpacesGives() throws Exception {
    for (String set : List.of("iis-benign-waikolai", "iis-internet-noise-webknowit")) {
      Map<String, Integer> expected = new TreeMap<>();
      try (Stream<Path> files = Files.list(Kept.shared(set))) {
        for (Path file : files.sorted().toList()) {
          cut(file, expected);
        }
      }
      Map<String, Integer> found = new TreeMap<>();
      for (String row : read(set).rows()) {
        String time = row.substring(row.indexOf("line ")).split(" ")[2];
        String fields = row.substring(row.indexOf('{'));
        String key =
            "%s %s %s"
                .formatted(
                    time.replace("T", " ").replace("Z", ""),
                    value(fields, "METHOD"),
                    value(fields, "STATUS"));
        found.merge(key, 1, Integer::sum);
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  /** Another way to the same columns: by the header's words and spaces. */
  private static void cut(Path file, Map<String, Integer> counts) throws IOException {
    List<String> header = List.of();
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\r?\n")) {
      if (line.startsWith("#Fields: ")) {
        header = Arrays.asList(line.substring(9).strip().split(" "));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        String[] columns = line.split(" ");
        String key =
            "%s %s %s %s"
                .formatted(
                    columns[header.indexOf("date")],
                    columns[header.indexOf("time")],
                    columns[header.indexOf("cs-method")],
                    columns[header.indexOf("sc-status")]);
        counts.merge(key, 1, Integer::sum);
      }
    }
  }

  private static String value(String fields, String name) {
    int at = fields.indexOf(name + "=") + name.length() + 1;
    return fields.substring(at, fields.indexOf(',', at));
  }

  private static Kept.All read(String name) throws Exception {
    List<LogSource> sources = new ArrayList<>();
    for (Input input : Inputs.find(List.of(Kept.shared(name).toString()), System.in)) {
      sources.add(LogSource.of(sources.size(), input));
    }
    return Kept.scan(sources, LogScan.Options.of(2));
  }
}
