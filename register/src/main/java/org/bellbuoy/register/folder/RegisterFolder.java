package org.bellbuoy.register.folder;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.model.KeptRegister;
import org.bellbuoy.register.model.Register;

/**
 * Reads a folder of {@code sources}, {@code parties}, {@code assets} and {@code roles}, each one or
 * several files of CSV or YAML, such as {@code roles.csv} and {@code roles-cranes.yaml}; gz and zst
 * too. Whoever calls it gets each thing that could not be used as a reject.
 */
public final class RegisterFolder {
  private static final Set<String> KEPT =
      Set.of("column-over-whole", "same-identifier", "ownerless-loop");

  private RegisterFolder() {}

  /**
   * Whether the row that a reject is about stays in the register, in doubt: rows that contradict
   * others, of which nobody can tell which is wrong.
   */
  public static boolean kept(Reject reject) {
    return KEPT.contains(reject.reason());
  }

  /**
   * What was read.
   *
   * @param register all that could be used
   * @param files the files, in the order in which rejects count them
   * @param rows rows read, usable or not
   * @param rejects how many rejects there were
   * @param problems sentences about files that could not be read to their end
   * @param notes sentences on what a reader should know though all of it was used: ids that are
   *     described in two folders
   */
  public record Loaded(
      Register register,
      List<SourceInfo> files,
      long rows,
      long rejects,
      List<String> problems,
      List<String> notes) {
    public Loaded {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Files that belong together, to be read with others into one register.
   *
   * @param inputs files whose names say which table they hold
   * @param unknown names of files of the same formats that hold no table
   * @param kept registers that were read before, each with the file it came out of now
   */
  public record Part(List<Input> inputs, List<String> unknown, List<Kept> kept) {
    public Part {
      inputs = List.copyOf(inputs);
      unknown = List.copyOf(unknown);
      kept = List.copyOf(kept);
    }

    /** Files only. */
    public Part(List<Input> inputs, List<String> unknown) {
      this(inputs, unknown, List.of());
    }

    /** The same with a word before each name, so that places in several folders stay apart. */
    public Part called(String word) {
      return new Part(
          inputs.stream()
              .map(
                  input ->
                      new Input(
                          word + '/' + input.name(),
                          input.path(),
                          input.storedBytes(),
                          input.wholeFile(),
                          input.opener()))
              .toList(),
          unknown.stream().map(name -> word + '/' + name).toList(),
          kept.stream().map(one -> one.called(word)).toList());
    }
  }

  /**
   * A register that was read before and kept.
   *
   * @param file what it was kept in
   * @param register what was kept
   */
  public record Kept(SourceInfo file, KeptRegister register) {
    Kept called(String word) {
      return new Kept(
          new SourceInfo(
              word + '/' + file.name(),
              file.path(),
              file.format(),
              file.storedBytes(),
              file.storedSha256(),
              file.contentBytes(),
              file.contentSha256(),
              file.problem()),
          register.called(word));
    }
  }

  /**
   * Loads a register.
   *
   * @param folder its path
   * @param rejected takes what could not be used, in order of the files and then of the checks over
   *     all of them
   * @throws SourceException when the folder is not there or holds no table
   */
  public static Loaded load(String folder, FolderOptions options, Consumer<Reject> rejected)
      throws SourceException {
    return load(List.of(part(folder)), options, rejected);
  }

  /**
   * The files of a folder.
   *
   * @throws SourceException when the folder is not there or holds no table
   */
  public static Part part(String folder) throws SourceException {
    List<Input> inputs = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Input input : Inputs.find(List.of(folder), InputStream.nullInputStream())) {
      if (Table.csv(input.name()) || Table.yaml(input.name())) {
        Table table = Table.of(input.name()).orElse(null);
        if (table == null) {
          unknown.add(input.name());
        } else if (table != Table.MARKETS) {
          inputs.add(input);
        }
      }
    }
    if (inputs.isEmpty()) {
      throw new SourceException(
          "%s holds no register; its files are sources, parties, assets and roles, each .csv or"
                  .formatted(folder)
              + " .yaml.");
    }
    return new Part(inputs, unknown);
  }

  /**
   * Loads several folders into one register. An id in two of them means one party or asset, which
   * is noted; sources may be named in each, if they say the same.
   *
   * @param parts each under a name of its own ({@link Part#called}) where there are several
   */
  public static Loaded load(List<Part> parts, FolderOptions options, Consumer<Reject> rejected)
      throws SourceException {
    List<Input> inputs =
        parts.stream().flatMap(part -> part.inputs().stream()).collect(Collectors.toList());
    // Sources first and roles last; parties.csv before parties-more.csv, else by path.
    inputs.sort(
        Comparator.comparing((Input input) -> Table.of(input.name()).orElseThrow())
            .thenComparing(input -> input.name().indexOf('-', input.name().lastIndexOf('/')) >= 0));
    Collector collector = new Collector(options, rejected);
    List<SourceInfo> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : parts.stream().flatMap(part -> part.unknown().stream()).toList()) {
      problems.add(
          "%s was not read: a register's files are named sources, parties, assets or roles."
              .formatted(name));
    }
    for (Kept kept : parts.stream().flatMap(part -> part.kept().stream()).toList()) {
      collector.take(kept.register(), files.size(), kept.file().name());
      files.add(kept.file());
      problems.addAll(kept.register().problems());
    }
    for (Input input : inputs) {
      SourceInfo info = read(input, files.size(), collector, options);
      files.add(info);
      Optional.ofNullable(info.problem()).ifPresent(problems::add);
    }
    Register register = collector.register();
    return new Loaded(
        register, files, collector.rows(), collector.rejects(), problems, collector.notes());
  }

  private static SourceInfo read(Input input, int index, Collector collector, FolderOptions options)
      throws SourceException {
    Table table = Table.of(input.name()).orElseThrow();
    collector.begin(table);
    try (Content content = Content.open(input)) {
      if (Table.csv(input.name())) {
        CsvRows.read(content, index, table, collector, options.mostBytes());
      } else {
        YamlRows.read(content, index, table, collector, options.mostYamlBytes());
      }
      return content.finish("bellbuoy register " + table.word());
    }
  }
}
