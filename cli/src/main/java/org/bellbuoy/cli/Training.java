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
import org.bellbuoy.port.simulate.PortScenario;
import org.bellbuoy.port.simulate.PortSimulation;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.server.simulate.FarmScenario;

/**
 * The run that the launcher's ahead-of-time cache learns from: help texts and a small run of each
 * watch, so that their classes are loaded. No store, whose library is too heavy for the cache to
 * help.
 */
final class Training {
  static final String ARGUMENT = "--train";

  /** Dense enough that what reads packets is compiled while it is watched. */
  private static final double PORT_SCALE = 2;

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
        Path farm = folder.resolve("farm");
        ServerSimulateCommand.write(FarmScenario.demo(), farm);
        PortScenario demo = PortScenario.demo();
        Path port = folder.resolve("port");
        PortSimulateCommand.write(
            demo.withSize(demo.days(), demo.cranes(), PORT_SCALE).withFaults(0.01, 0.02, 0.02),
            port);
        // Every file of a folder is read; this one is no capture.
        Files.delete(port.resolve(PortSimulation.TRUTH));
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
                new String[] {"server", "sweep", "--help"},
                new String[] {
                  "server",
                  "sweep",
                  "--fleet",
                  farm.resolve(ServerSimulateCommand.FLEET).toString(),
                  "--no-store",
                  "--out",
                  folder.resolve("swept").toString()
                },
                new String[] {"port", "watch", "--help"},
                new String[] {
                  "port",
                  "watch",
                  port.toString(),
                  "--no-store",
                  "--out",
                  folder.resolve("watched").toString()
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
