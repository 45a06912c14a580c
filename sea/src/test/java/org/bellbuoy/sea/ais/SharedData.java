package org.bellbuoy.sea.ais;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real recordings that are not part of the repository. */
final class SharedData {
  static final List<String> RAW =
      List.of(
          "aisdb-tagblock-20211101.nm4.gz",
          "aishub-global-3min.nmea.gz",
          "amsa-mixed-sources-dirty.nmea.gz",
          "amsa-satellite-exactearth-20120202.nmea.gz",
          "dma-219165000-speedchange.nmea.gz",
          "dma-538004030-drift-20140928.nmea.gz",
          "dma-aislib-stream-27s-20100611.nmea.gz",
          "dma-national-5min-20131112.nmea.gz",
          "opencpn-channel-guernsey-20110726.nmea.gz");

  private SharedData() {}

  static byte[] raw(String name) throws IOException {
    return read("ais-raw/" + name);
  }

  static byte[] conformance(String name) throws IOException {
    return read("conformance/" + name);
  }

  private static byte[] read(String name) throws IOException {
    Path root = Path.of(System.getProperty("bellbuoy.root", "."));
    Path file = root.resolve("..").resolve("shared").resolve("data/sea").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> name + " is not here");
    try (InputStream in = Files.newInputStream(file)) {
      return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  /** What a reader says of the bytes, as text lines: messages as raw JSON, rejects. */
  static List<String> told(byte[] bytes, int chunk) {
    List<String> told = new ArrayList<>();
    NmeaReader reader = new NmeaReader(new Teller(told));
    for (int at = 0; at < bytes.length; at += chunk) {
      reader.read(bytes, at, Math.min(bytes.length, at + chunk));
    }
    reader.finish();
    told.add(
        "lines "
            + reader.lines()
            + " ignored "
            + reader.ignoredLines()
            + " context "
            + reader.contextLines()
            + " rejected "
            + reader.rejectedLines()
            + " message "
            + reader.messageLines());
    return told;
  }

  private static final class Teller implements NmeaHandler {
    private final List<String> told;
    private final AisJson json = AisJson.raw();

    Teller(List<String> told) {
      this.told = told;
    }

    @Override
    public void message(AisMessage message, NmeaContext context) {
      StringBuilder out = new StringBuilder();
      json.write(message, context, out);
      told.add(
          out
              + " "
              + context.timeSource()
              + " "
              + context.arrivalMillis()
              + " "
              + context.receiverLatitudeE7());
    }

    @Override
    public void reject(NmeaReject reason, long offset, int length, long line, String detail) {
      told.add(reason + " " + offset + " " + length + " " + line + " " + detail);
    }
  }
}
