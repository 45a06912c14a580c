package org.bellbuoy.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.folder.FolderOptions;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.folder.StarterRegister;
import picocli.CommandLine.Option;

/** Which registers a command was given, and loading them as one. */
final class RegisterGiven {
  @Option(
      names = "--register",
      paramLabel = "DIR",
      description =
          "Folder of a register: sources, parties, assets, roles as .csv or .yaml; or a store"
              + " (.duckdb) that holds one. May be given more than once; an id in two means one"
              + " party or asset, which is told.")
  List<Path> folders = new ArrayList<>();

  @Option(
      names = "--starter",
      description = "Add the register of public facts that comes with the program.")
  boolean starter;

  /** Whether any was named. */
  boolean any() {
    return starter || !folders.isEmpty();
  }

  /** What was loaded, with its rejects. */
  record Loaded(
      RegisterFolder.Loaded folder, List<Reject> rejects, List<RegisterFolder.Kept> kept) {
    Loaded {
      rejects = List.copyOf(rejects);
      kept = List.copyOf(kept);
    }
  }

  /** Loads what was named, or the starter where nothing was. */
  Loaded load(Environment environment) throws SourceException {
    List<RegisterFolder.Part> parts = new ArrayList<>();
    boolean several = folders.size() > 1 || (starter && !folders.isEmpty());
    Set<String> words = new HashSet<>(Set.of(StarterRegister.NAME));
    for (Path folder : folders) {
      Path there = environment.workingFolder().resolve(folder);
      RegisterFolder.Part part =
          stored(folder) ? RegisterStored.part(there) : RegisterFolder.part(there.toString());
      parts.add(several ? part.called(word(folder, words)) : part);
    }
    if (starter || folders.isEmpty()) {
      parts.add(StarterRegister.part());
    }
    return load(parts);
  }

  /** A store is a file; a folder may be called what it likes. */
  private static boolean stored(Path folder) {
    return RegisterStored.is(folder.toString());
  }

  /** Files among which tables of markets may be, of the same registers but for stores. */
  List<Input> markets(Environment environment) throws SourceException {
    List<Input> inputs = new ArrayList<>();
    if (!folders.stream().allMatch(RegisterGiven::stored)) {
      inputs.addAll(
          Inputs.find(
              folders.stream()
                  .filter(folder -> !stored(folder))
                  .map(folder -> environment.workingFolder().resolve(folder).toString())
                  .toList(),
              InputStream.nullInputStream()));
    }
    if (starter || folders.isEmpty()) {
      inputs.add(StarterRegister.markets());
    }
    return inputs;
  }

  /** Loads files into one register. */
  static Loaded load(List<RegisterFolder.Part> parts) throws SourceException {
    List<Reject> rejects = new ArrayList<>();
    // A register that does not fit is refused with a sentence before memory runs out.
    FolderOptions options = FolderOptions.forHeap(Runtime.getRuntime().maxMemory());
    return new Loaded(
        RegisterFolder.load(parts, options, rejects::add),
        rejects,
        parts.stream().flatMap(part -> part.kept().stream()).toList());
  }

  /** The folder's own name, with a number where another has it too. */
  private static String word(Path folder, Set<String> words) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "register" : last.toString();
    String word = name;
    for (int i = 2; !words.add(word); i++) {
      word = name + '-' + i;
    }
    return word;
  }

  /** How messages call what was given. */
  String called() {
    return folders.isEmpty()
        ? "the starter register"
        : String.join(", ", folders.stream().map(Path::toString).toList());
  }
}
