package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.server.build.BuildTables;
import org.bellbuoy.server.build.TableException;
import org.bellbuoy.server.config.PublicKeys;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.content.KnownHashes;
import org.bellbuoy.server.content.NameIndicators;
import org.bellbuoy.server.detect.LogCoverageOptions;
import org.bellbuoy.server.detect.ToolShellOptions;
import org.bellbuoy.server.page.RarePageOptions;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.bellbuoy.server.sigma.SigmaOptions;
import org.bellbuoy.server.sweep.SweepOptions;
import org.bellbuoy.server.tree.Fleet;
import org.bellbuoy.server.tree.FleetException;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeLimits;
import org.jspecify.annotations.Nullable;

/** What a sweep was asked for, as paths and numbers; reads the files that those name. */
record SweepAsked(
    List<String> roots,
    @Nullable Path fleet,
    @Nullable LocalDate date,
    @Nullable Path rules,
    boolean queryAlone,
    @Nullable Path builds,
    @Nullable Path names,
    @Nullable Path hashes,
    @Nullable Path publicKeys,
    @Nullable Path secret,
    long chainMillis,
    int mostClients,
    double thinShare,
    boolean weak) {
  private static final long MOST_TABLE_BYTES = 64L << 20;
  private static final String ROOT = "root-";

  SweepAsked {
    roots = List.copyOf(roots);
  }

  /** A sweep of all that a fleet file names, with every option as it is by default. */
  static SweepAsked ofFleet(Path fleet) {
    return new SweepAsked(
        List.of(),
        fleet,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        ToolShellOptions.defaults().chainMillis(),
        RarePageOptions.defaults().mostClients(),
        LogCoverageOptions.defaults().thinShare(),
        false);
  }

  /**
   * What the files named hold.
   *
   * @param given digests of what was given, by the parameter of the ledger
   */
  record Told(
      List<Path> roots, @Nullable Fleet fleet, SweepOptions options, Map<String, String> given) {
    /** Finds all trees. */
    List<ServerTree> open() throws SourceException {
      return ServerTrees.open(roots, fleet, TreeLimits.defaults());
    }
  }

  /** Reads all that is named but the trees, so that nothing is begun that cannot be ended. */
  Told read(int threads) throws IOException, SourceException {
    Fleet fleetTold = null;
    Path fleetFile = fleet;
    if (fleetFile != null) {
      try {
        fleetTold = Fleet.read(fleetFile);
      } catch (FleetException e) {
        throw new SourceException(String.valueOf(e.getMessage()), e);
      }
    }
    List<Path> paths = new ArrayList<>();
    for (String root : roots) {
      Path path = Path.of(root);
      if (!Files.exists(path)) {
        throw new SourceException(
            "There is no file or folder %s; check the spelling.".formatted(root));
      }
      paths.add(path);
    }
    Map<String, String> digests =
        new GivenDigests()
            .add("fleet", fleetFile)
            .add("rules", rules)
            .add("builds", builds)
            .add("names", names)
            .add("hashes", hashes)
            .add("public-keys", keysFile(fleetTold))
            .all();
    return new Told(paths, fleetTold, options(fleetTold, threads, digests), digests);
  }

  private @Nullable Path keysFile(@Nullable Fleet told) {
    return publicKeys != null ? publicKeys : told == null ? null : told.publicKeys();
  }

  private SweepOptions options(@Nullable Fleet told, int threads, Map<String, String> digests)
      throws IOException, SourceException {
    Path secretFile = secret != null ? secret : told == null ? null : told.secretFile();
    Path keysFile = keysFile(told);
    RarePageOptions rare = RarePageOptions.defaults();
    LogCoverageOptions logs = LogCoverageOptions.defaults();
    ToolShellOptions entry = ToolShellOptions.defaults();
    NameIndicators known = NameIndicators.builtIn();
    if (names != null) {
      var loaded = NameIndicators.read(bytes("--names", names), 0);
      complain("--names", names, loaded.rejects());
      known = known.and(loaded.table());
    }
    KnownHashes files = KnownHashes.builtIn();
    if (hashes != null) {
      var loaded = KnownHashes.read(bytes("--hashes", hashes), 0);
      complain("--hashes", hashes, loaded.rejects());
      files = files.and(loaded.table());
    }
    PublicKeys keys = PublicKeys.NONE;
    if (keysFile != null) {
      var loaded = PublicKeys.read(bytes("--public-keys", keysFile), 0);
      complain("--public-keys", keysFile, loaded.rejects());
      keys = loaded.keys();
    }
    return new SweepOptions(
        date,
        weak,
        new ToolShellOptions(chainMillis, entry.viewStateBytes(), entry.largeAnswerBytes()),
        new RarePageOptions(
            mostClients,
            rare.leastRequests(),
            rare.strong(),
            rare.medium(),
            rare.weak(),
            rare.longSpanMillis(),
            rare.leastPeers()),
        new LogCoverageOptions(
            thinShare,
            logs.leastUsualRows(),
            logs.leastUsualHour(),
            logs.mostSilentHours(),
            logs.clockBackMillis()),
        threads,
        tables(),
        secret(secretFile),
        keys,
        known,
        files,
        rules == null
            ? null
            : SigmaEngine.load(rules, SigmaOptions.defaults().withFullUri(!queryAlone)),
        given(keysFile, digests));
  }

  private BuildTables tables() throws SourceException {
    if (builds == null) {
      return BuildTables.bundled();
    }
    try {
      return BuildTables.load(builds);
    } catch (TableException e) {
      throw new SourceException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SweepSecret secret(@Nullable Path file) throws IOException {
    if (file == null) {
      return SweepSecret.random(new SecureRandom());
    }
    try {
      return SweepSecret.of(bytes("--secret", file));
    } catch (IllegalArgumentException e) {
      throw new CommandException("--secret " + file + ": " + e.getMessage());
    }
  }

  private static byte[] bytes(String option, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(option + " " + file + " is not a file.");
    }
    if (Files.size(file) > MOST_TABLE_BYTES) {
      throw new CommandException(option + " " + file + " is larger than 64 MB.");
    }
    return Files.readAllBytes(file);
  }

  /** A table of one's own is read whole or not at all: a line left out would be missed later. */
  private static void complain(String option, Path file, List<Reject> rejects) {
    if (!rejects.isEmpty()) {
      Reject first = rejects.getFirst();
      throw new CommandException(
          option
              + " "
              + file
              + ", line "
              + first.line()
              + ": "
              + SafeText.visible(first.detail())
              + (rejects.size() > 1 ? " (and " + (rejects.size() - 1) + " more lines)" : ""));
    }
  }

  /** What names files, so that the run can be repeated; nothing of it is judged by. */
  private Map<String, String> given(@Nullable Path keysFile, Map<String, String> digests) {
    Map<String, String> given = new LinkedHashMap<>(digests);
    for (int i = 0; i < roots.size(); i++) {
      put(given, ROOT + (i + 1), Path.of(roots.get(i)));
    }
    put(given, "fleet", fleet);
    put(given, "rules", rules);
    put(given, "builds", builds);
    put(given, "names-file", names);
    put(given, "hashes-file", hashes);
    put(given, "public-keys-file", keysFile);
    given.put("query-alone", Boolean.toString(queryAlone));
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable Path path) {
    if (path != null) {
      given.put(name, path.toAbsolutePath().normalize().toString());
    }
  }

  /**
   * What a ledger says was asked.
   *
   * @throws IllegalArgumentException where it does not say it
   */
  static SweepAsked of(Map<String, String> parameters) {
    List<String> roots = new ArrayList<>();
    for (int i = 1; parameters.containsKey(ROOT + i); i++) {
      roots.add(String.valueOf(parameters.get(ROOT + i)));
    }
    String date = word(parameters, "date");
    return new SweepAsked(
        roots,
        path(parameters, "fleet"),
        date.contains(" ") ? null : day(date),
        path(parameters, "rules"),
        Boolean.parseBoolean(word(parameters, "query-alone")),
        path(parameters, "builds"),
        path(parameters, "names-file"),
        path(parameters, "hashes-file"),
        path(parameters, "public-keys-file"),
        null,
        Long.parseLong(word(parameters, "chain").replace(" ms", "")),
        Integer.parseInt(word(parameters, "most-clients")),
        Double.parseDouble(word(parameters, "thin-share")),
        Boolean.parseBoolean(word(parameters, "weak")));
  }

  private static String word(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The ledger lacks the parameter " + name + ".");
    }
    return value;
  }

  private static LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("The parameter date of the ledger is no day.", e);
    }
  }

  private static @Nullable Path path(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    return value == null ? null : Path.of(value);
  }
}
