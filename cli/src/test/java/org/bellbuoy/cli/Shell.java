package org.bellbuoy.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bellbuoy.sea.simulate.ActKind;
import org.bellbuoy.sea.simulate.Scenario;

/** Runs command lines as a user would, and keeps what they print. */
final class Shell {
  private Shell() {}

  /** What one command line did. */
  record Said(int status, String out, String err) {}

  static Said run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            System::nanoTime,
            2,
            Path.of(""));
    int status = Bellbuoy.run(environment, args);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A small strait: 15 vessels for five hours, one of which switches off. */
  static void simulate(Path folder, long seed) throws IOException {
    SeaSimulateCommand.write(
        Scenario.defaults()
            .withVessels(15)
            .withHours(5)
            .withSeed(seed)
            .withAct(ActKind.SWITCHED_OFF, 120, 60),
        folder);
  }

  /** Watches what was simulated; the store is in the folder out. */
  static Said watch(Path simulated, Path out) {
    return run(
        "sea",
        "watch",
        simulated.resolve(SeaSimulateCommand.NMEA).toString(),
        "--cables",
        simulated.resolve(SeaSimulateCommand.CABLES).toString(),
        "--out",
        out.toString());
  }
}
