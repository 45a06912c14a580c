package org.bellbuoy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.sea.simulate.ActKind;
import org.bellbuoy.sea.simulate.Scenario;

/** Simulated traffic as lines, which can be held back, moved and fed to a watch as a stream. */
final class LiveStream {
  /** The vessel that acts. */
  static final int ACTOR = 200_900_002;

  private LiveStream() {}

  /** Lines of a strait in which one of 15 vessels switches off after two hours for one. */
  static List<String> switchedOff(Path folder) throws IOException {
    SeaSimulateCommand.write(
        Scenario.defaults()
            .withVessels(15)
            .withHours(5)
            .withSeed(2)
            .withAct(ActKind.SWITCHED_OFF, 120, 60),
        folder);
    return Files.readAllLines(folder.resolve(SeaSimulateCommand.NMEA));
  }

  /** Seconds since 1970 of a line, 0 for one without a time. */
  static long seconds(String line) {
    int at = line.startsWith("#") ? -1 : line.indexOf("c:");
    return at < 0 ? 0 : Long.parseLong(line.substring(at + 2, at + 12));
  }

  /** Sender of a line with a whole message, 0 for others. */
  static int mmsi(String line) {
    int at = line.indexOf("!AIVDM,1,1,");
    if (at < 0) {
      return 0;
    }
    String payload = line.substring(at).split(",")[5];
    long bits = 0;
    for (int i = 0; i < 7; i++) {
      int value = payload.charAt(i) - 48;
      bits = bits << 6 | (value > 40 ? value - 8 : value);
    }
    return (int) (bits >> 4 & 0x3FFF_FFFF);
  }

  /** A line with another time, and so another checksum of its tag block. */
  static String at(String line, long seconds) {
    String tag = line.substring(1, line.indexOf('*')).replaceFirst("c:\\d+", "c:" + seconds);
    int sum = 0;
    for (char c : tag.toCharArray()) {
      sum ^= c;
    }
    return String.format(
        Locale.ROOT, "\\%s*%02X%s", tag, sum, line.substring(line.indexOf('*') + 3));
  }

  /** The lines with one more, where the stream has come to a time. */
  static List<String> with(List<String> lines, String late, long atSeconds) {
    List<String> all = new ArrayList<>(lines);
    int at = 0;
    while (at < all.size() && seconds(all.get(at)) < atSeconds) {
      at++;
    }
    all.add(at, late);
    return all;
  }

  static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Watches what comes through standard input. */
  static Shell.Said watch(InputStream in, PrintStream out, Path folder, String... more) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            in,
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            System::nanoTime,
            2,
            Path.of(""));
    List<String> line = new ArrayList<>(List.of("sea", "watch", "-", "--no-store", "--out"));
    line.add(folder.toString());
    line.addAll(List.of(more));
    int status = Bellbuoy.run(environment, line.toArray(new String[0]));
    return new Shell.Said(status, "", err.toString(StandardCharsets.UTF_8));
  }

  static Shell.Said watch(byte[] bytes, Path folder, String... more) {
    return watch(
        new ByteArrayInputStream(bytes),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        folder,
        more);
  }
}
