package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.watch.PortLearning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy port learn}. */
@Command(
    name = "learn",
    description = {
      "Proposes the least policy that captures known to be good need: who may ask whom for what."
          + " Whoever did harm while they were taken is permitted in it, so read it before you use"
          + " it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PortLearnCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Captures (pcap, pcapng), folders of them, gz or zst, or - for standard input.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "policy.yaml",
      description = "File to write, which must not be there yet. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("policy.yaml");

  @Option(names = "--replace", description = "Write the file also where it is there already.")
  boolean replace;

  private final Environment environment;

  PortLearnCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    Path file = out.toAbsolutePath().normalize();
    Path folder = file.getParent();
    Path name = file.getFileName();
    if (folder == null || name == null || Files.isDirectory(file)) {
      throw CommandException.usage("--out " + out + " is a folder; give a file.");
    }
    if (Files.exists(file) && !replace) {
      throw new CommandException(
          out + " is there already; give another file with --out, or --replace.");
    }
    List<Input> captures = Inputs.find(inputs, environment.in());
    Progress progress =
        new Progress(
            environment.terminal(),
            environment.err(),
            environment.nanoTime(),
            captures.stream().mapToLong(input -> Math.max(0, input.storedBytes())).sum());
    PortLearning.Learnt learnt;
    try (RejectLog rejects = RejectLog.counting()) {
      learnt = PortLearning.learn(captures, rejects, progress);
    }
    List<String> problems = new ArrayList<>(learnt.problems());
    if (learnt.policy().conduits().isEmpty()) {
      problems.add("No conversation was read, so there is nothing to learn; no file was written.");
    } else {
      Files.createDirectories(folder);
      WholeFile.write(folder, name.toString(), writer -> writer.write(learnt.text()));
      environment
          .out()
          .printf(
              "%s and %s of %s are in %s; read it before you use it.%n",
              PortWords.count(learnt.policy().zones().size(), "zone", "zones"),
              PortWords.count(learnt.policy().conduits().size(), "conduit", "conduits"),
              PortWords.count(learnt.health().packets(), "packet", "packets"),
              out);
      environment.out().flush();
    }
    problems.forEach(p -> environment.err().println("bellbuoy: " + SafeText.visible(p)));
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }
}
