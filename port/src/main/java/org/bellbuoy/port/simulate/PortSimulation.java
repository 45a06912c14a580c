package org.bellbuoy.port.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A terminal made real: writes captures of its network and the truth. Nothing in it exists, and
 * nothing is sent. Equal scenarios give equal bytes. Not thread safe.
 */
public final class PortSimulation {
  /** The name of the file with the truth. */
  public static final String TRUTH = "truth.json";

  private final PortScenario scenario;

  private PortSimulation(PortScenario scenario) {
    this.scenario = scenario;
  }

  /** A simulation of a scenario; nothing is staged or written yet. */
  public static PortSimulation of(PortScenario scenario) {
    return new PortSimulation(scenario);
  }

  /**
   * Writes {@code simulated-*.pcapng} and {@code truth.json} into a folder, which is made where it
   * is missing. Memory grows with hosts and acts, not with frames.
   *
   * @throws FileAlreadyExistsException where the folder holds a simulated capture already
   */
  public PortTruth write(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve(TRUTH))) {
      throw new FileAlreadyExistsException(folder.resolve(TRUTH).toString());
    }
    CaptureFiles files = new CaptureFiles(folder, scenario);
    Stage stage = new Stage(scenario, new Wire(files, scenario));
    try (files) {
      Background.plan(stage);
      Services.plan(stage);
      BenignScenes.plan(stage);
      SessionScenes.plan(stage);
      ModemScenes.plan(stage);
      OfficeScenes.plan(stage);
      IntruderScenes.plan(stage);
      stage.clock.run(scenario.endNanos(), stage.wire);
    }
    PortTruth truth =
        new PortTruth(
            scenario,
            files.done(),
            hosts(stage),
            Declared.of(stage),
            stage.operations.truth(),
            stage.wire.faults(),
            stage.acts.stream().filter(Act::seen).map(Act::truth).toList());
    try (OutputStream out = Files.newOutputStream(folder.resolve(TRUTH))) {
      PortTruthJson.write(truth, out);
    }
    return truth;
  }

  private static List<PortTruth.HostTruth> hosts(Stage stage) {
    return stage.terminal.everybody().stream()
        .map(
            host ->
                new PortTruth.HostTruth(
                    host.name,
                    host.address(),
                    host.local ? Host.macText(host.mac) : "",
                    host.role.word(),
                    host.zone,
                    host.crane))
        .toList();
  }
}
