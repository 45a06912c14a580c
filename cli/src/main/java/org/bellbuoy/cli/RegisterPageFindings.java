package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.page.FindingsOfSubject;

/** Files of findings that a page of the register is given, each with the run beside it. */
final class RegisterPageFindings {
  private final List<Path> files;

  private RegisterPageFindings(List<Path> files) {
    this.files = files;
  }

  /** Those files; a folder stands for the findings in it. */
  static RegisterPageFindings of(Environment environment, List<Path> given) {
    return new RegisterPageFindings(
        given.stream()
            .map(path -> environment.workingFolder().resolve(path))
            .map(path -> Files.isDirectory(path) ? path.resolve(Outputs.FINDINGS) : path)
            .peek(RegisterPageFindings::wanted)
            .distinct()
            .toList());
  }

  private static void wanted(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException("--findings: " + file + " is not there, or is no file.");
    }
  }

  /** Digests of their bytes, by which the page's run is known. */
  Map<String, String> digests() throws IOException {
    GivenDigests digests = new GivenDigests();
    for (int i = 0; i < files.size(); i++) {
      digests.add(i == 0 ? "findings" : "findings-" + (i + 1), files.get(i));
    }
    return new TreeMap<>(digests.all());
  }

  /**
   * Reads them one by one.
   *
   * @param register its files, by which runs that joined the same register are told from others
   */
  FindingsOfSubject read(FindingsOfSubject found, List<SourceInfo> register) throws IOException {
    Set<String> wanted =
        register.stream().map(SourceInfo::contentSha256).collect(Collectors.toSet());
    for (Path file : files) {
      List<Run> runs = run(file.resolveSibling(Outputs.RUN));
      Set<String> joined =
          runs.stream()
              .filter(run -> inputs(run).containsAll(wanted))
              .map(Run::id)
              .collect(Collectors.toSet());
      Function<Finding, Origin> origins = Origin.among(runs);
      try (Jsonl in = Jsonl.open(file)) {
        for (Finding next = in.next(); next != null; next = in.next()) {
          found.add(next, origins.apply(next), joined.contains(next.run()));
        }
      } catch (IllegalArgumentException e) {
        throw new CommandException(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  private static Set<String> inputs(Run run) {
    return run.inputs().stream().map(SourceInfo::contentSha256).collect(Collectors.toSet());
  }

  private static List<Run> run(Path ledger) throws IOException {
    if (!Files.exists(ledger)) {
      return List.of();
    }
    try {
      return List.of(RunJson.read(Files.readString(ledger)));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ledger + ": " + e.getMessage());
    }
  }
}
