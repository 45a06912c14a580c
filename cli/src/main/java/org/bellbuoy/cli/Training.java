package org.bellbuoy.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.sea.simulate.Scenario;

/**
 * The run that the launcher's ahead-of-time cache learns from: help texts, a small watch and a
 * small sweep, so that their classes are loaded. No store, whose library is too heavy for the cache
 * to help.
 */
final class Training {
  static final String ARGUMENT = "--train";

  private Training() {}

  static int run(Environment environment) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Environment quiet =
        new Environment(
            environment.in(),
            nowhere,
            nowhere,
            false,
            environment.nanoTime(),
            environment.processors(),
            environment.workingFolder());
    int status = Bellbuoy.OK;
    try {
      Path folder = Files.createTempDirectory("bellbuoy-train");
      try {
        SeaSimulateCommand.write(
            Scenario.defaults().withVessels(40).withHours(6), folder.resolve("simulated"));
        String nmea = folder.resolve("simulated").resolve(SeaSimulateCommand.NMEA).toString();
        String cables = folder.resolve("simulated").resolve(SeaSimulateCommand.CABLES).toString();
        for (String[] line :
            List.of(
                new String[] {"--version"},
                new String[] {"--help"},
                new String[] {"sea", "watch", "--help"},
                new String[] {"rules", "list"},
                new String[] {"rules", "show", "sea.silence"},
                new String[] {
                  "sea", "watch", nmea, "--cables", cables, "--no-store", "--out", folder.toString()
                },
                new String[] {"server", "simulate", "--out", folder.resolve("farm").toString()},
                new String[] {
                  "server",
                  "sweep",
                  folder.resolve("farm").toString(),
                  "--no-store",
                  "--out",
                  folder.resolve("swept").toString()
                })) {
          status = Math.max(status, Bellbuoy.run(quiet, line));
        }
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      environment.err().println("bellbuoy: the training run failed: " + e.getMessage());
      return Bellbuoy.FAILED;
    }
    return status;
  }
}
