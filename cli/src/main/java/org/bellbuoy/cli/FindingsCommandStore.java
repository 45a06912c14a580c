package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.store.Store;
import picocli.CommandLine.Option;

/** Which store is read, and opening it: the only place here that touches the database. */
final class FindingsCommandStore {
  private static final String FILE = "bellbuoy.duckdb";

  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "bellbuoy-out/" + FILE,
      description =
          "Store to read, or a folder with a " + FILE + " in it. Default: ${DEFAULT-VALUE}.")
  Path store = Path.of("bellbuoy-out", FILE);

  /** What is done with an open store. */
  @FunctionalInterface
  interface Work<T> {
    T with(Opened opened) throws IOException;
  }

  /**
   * A store that holds at least one run.
   *
   * @param file where it lies
   * @param store the store
   * @param runs all runs, the first saved first
   */
  record Opened(Path file, Store store, List<Run> runs) {
    /**
     * The run whose id starts so.
     *
     * @throws CommandException when no run does, or several do
     */
    Run run(String prefix) {
      List<String> ids =
          runs.stream()
              .map(Run::id)
              .filter(id -> id.startsWith(prefix.toLowerCase(Locale.ROOT)))
              .distinct()
              .toList();
      if (ids.size() != 1) {
        throw new CommandException(
            (ids.isEmpty() ? "No run" : "More than one run")
                + " in "
                + file
                + " has an id that starts with '"
                + SafeText.visible(prefix)
                + "'; runs are "
                + String.join(", ", runs.stream().map(Run::id).distinct().toList())
                + ".");
      }
      return runs.stream().filter(r -> r.id().equals(ids.getFirst())).toList().getLast();
    }

    /** Which runs stand behind an answer, and how much they read. */
    String told(List<Run> asked) {
      StringBuilder text = new StringBuilder();
      for (Run run : asked) {
        text.append(
            String.format(
                Locale.ROOT,
                "  run %s  %s, version %s, %,d records from %,d sources%s%s%n",
                run.id(),
                SafeText.visible(run.command()),
                SafeText.visible(run.version()),
                records(run),
                run.inputs().size(),
                broken(run),
                run.simulated() ? ", SIMULATED" : ""));
      }
      return text.toString();
    }
  }

  private static String broken(Run run) {
    long broken = run.inputs().stream().filter(input -> input.problem() != null).count();
    return broken == 0 ? "" : ", " + broken + " of them not read to the end";
  }

  static long records(Run run) {
    return run.counts().getOrDefault("records", 0L);
  }

  /**
   * Opens the store for that work.
   *
   * @throws CommandException when there is none, or nothing in it
   */
  <T> T open(Work<T> work) throws IOException {
    Path file = Files.isDirectory(store) ? store.resolve(FILE) : store;
    // Opening makes a store where there is none; who asks for findings must not be given an empty
    // one, which would look like an all-clear.
    if (!Files.exists(file)) {
      throw new CommandException(
          "There is no store " + file + "; run a watch first, or name its store with --store.");
    }
    if (Files.isRegularFile(file) && Files.size(file) == 0) {
      throw new CommandException(
          "The store " + file + " is empty; nothing was watched, which is no all-clear.");
    }
    try (Store opened = Store.open(file)) {
      List<Run> runs = opened.runs();
      if (runs.isEmpty()) {
        throw new CommandException(
            "The store " + file + " holds no run; nothing was watched, which is no all-clear.");
      }
      return work.with(new Opened(file, opened, runs));
    }
  }
}
