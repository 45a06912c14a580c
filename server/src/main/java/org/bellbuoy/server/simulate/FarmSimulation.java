package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A farm made real: writes one tree for each server as a triage collection has it, a fleet file and
 * the truth. Nothing in it exists or runs. Equal scenarios give equal bytes. Not thread safe.
 */
public final class FarmSimulation {
  private final FarmScenario scenario;

  private FarmSimulation(FarmScenario scenario) {
    this.scenario = scenario;
  }

  /** A simulation of a scenario; nothing is staged or written yet. */
  public static FarmSimulation of(FarmScenario scenario) {
    return new FarmSimulation(scenario);
  }

  /**
   * Writes all servers, {@code fleet.yaml} and {@code truth.json} into a folder, which is made
   * where it is missing. About 200 bytes for each request; memory does not grow with requests.
   *
   * @throws java.nio.file.FileAlreadyExistsException where the folder holds a server already
   * @throws IllegalArgumentException where the scenario leaves an act no day on its server
   */
  public FarmTruth write(Path folder) throws IOException {
    Stage stage = Stage.of(scenario);
    Files.createDirectories(folder);
    List<Integer> files = new ArrayList<>();
    for (Server server : stage.servers()) {
      Path root = Files.createDirectory(folder.resolve(server.host()));
      int count = new TreeWriter(root, server).write();
      count += new WebLogs(root, scenario, server).write();
      TreeWriter.settle(root, scenario);
      files.add(count);
    }
    FarmTruth truth = truth(stage, files);
    Files.writeString(
        folder.resolve("fleet.yaml"),
        FleetYaml.of(scenario, stage.servers()),
        StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(folder.resolve("truth.json"))) {
      FarmTruthJson.write(truth, out);
    }
    return truth;
  }

  private FarmTruth truth(Stage stage, List<Integer> files) {
    List<FarmTruth.ServerTruth> servers = new ArrayList<>();
    for (Server server : stage.servers()) {
      Server.Identity who = server.identity;
      servers.add(
          new FarmTruth.ServerTruth(
              who.host(),
              who.product(),
              who.organisation(),
              who.farm(),
              who.owner(),
              who.zone(),
              server.build.now,
              !server.build.headerOnly && !server.build.half,
              server.build.patchedOn,
              server.keys.group,
              server.keys.changedOn,
              entry(stage, server),
              List.copyOf(server.missing),
              files.get(who.index())));
    }
    return new FarmTruth(scenario, servers, stage.acts().stream().map(Act::truth).toList());
  }

  private static ActState entry(Stage stage, Server server) {
    ActState worst = ActState.BENIGN;
    for (Act act : stage.acts()) {
      if (act.server() == server && act.kind().isEntry() && act.state().compareTo(worst) > 0) {
        worst = act.state();
      }
    }
    return worst;
  }
}
