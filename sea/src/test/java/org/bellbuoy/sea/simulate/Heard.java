package org.bellbuoy.sea.simulate;

import dk.dma.ais.message.AisMessage;
import dk.dma.ais.sentence.Vdm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What was heard, read back without this package's own code. */
record Heard(String station, long epochSeconds, int type, int mmsi, String text) {

  static byte[] bytes(Scenario scenario) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Simulation.of(scenario).writeNmea(out);
    return out.toByteArray();
  }

  static List<String> lines(Scenario scenario) throws IOException {
    return new String(bytes(scenario), StandardCharsets.US_ASCII).lines().toList();
  }

  static List<Heard> all(Scenario scenario) throws IOException {
    List<Heard> heard = new ArrayList<>();
    StringBuilder parts = new StringBuilder();
    for (String line : lines(scenario)) {
      if (line.startsWith("#")) {
        continue;
      }
      parts.append(line).append('\n');
      String[] fields = line.substring(line.indexOf('!')).split(",");
      if (!fields[1].equals(fields[2])) {
        continue;
      }
      String text = parts.toString();
      parts.setLength(0);
      String payload = text.substring(text.indexOf('!')).split(",")[5];
      long bits = 0;
      for (int i = 0; i < 7; i++) {
        int c = payload.charAt(i) - 48;
        bits = bits << 6 | (c > 40 ? c - 8 : c);
      }
      heard.add(
          new Heard(
              text.substring(3, text.indexOf(',')),
              Long.parseLong(text.substring(text.indexOf(",c:") + 3, text.indexOf('*'))),
              (int) (bits >> 36),
              (int) (bits >> 4 & 0x3FFFFFFF),
              text));
    }
    return heard;
  }

  /** Decodes with AisLib. */
  AisMessage decode() throws Exception {
    Vdm vdm = new Vdm();
    for (String line : text.split("\n")) {
      vdm.parse(line.substring(line.indexOf('!')));
    }
    return AisMessage.getInstance(vdm);
  }
}
