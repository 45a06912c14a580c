package org.bellbuoy.server.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Turns roots, as people give them, into servers. Reads nothing outside the roots and the fleet
 * file's paths, and writes nothing.
 *
 * <p>A root is one server, unless all its folders and zips, at least two, each look like a
 * collected server by themselves (a drive letter, {@code inetpub}, {@code uploads}, {@code Windows}
 * at their top, or a collector's name). Other files beside them make no difference and are named.
 */
public final class ServerTrees {
  private static final Set<String> SERVER_FOLDERS =
      Set.of("inetpub", "uploads", "windows", "program files", "programdata");

  private final TreeLimits limits;
  private final List<ServerTree> trees = new ArrayList<>();
  private final Map<String, Integer> hosts = new HashMap<>();
  private final Set<Path> taken = new HashSet<>();
  private final Problems beside = new Problems();
  private final Problems stray = new Problems();
  private @Nullable Path fleetFile;

  private ServerTrees(TreeLimits limits) {
    this.limits = limits;
  }

  /**
   * Opens all servers: those of the fleet file first, in its order, then the others by root.
   *
   * <p>Cost: one look at each name, and at the first 4 KiB of files whose name and place do not
   * tell what they are. Memory: some 600 bytes a file that is kept.
   *
   * @param roots folders, zips, or single files
   * @param fleet what is said of the servers, null where nothing is; a root that is one of its
   *     paths, or within one, is that server
   * @throws SourceException where a root or path is not there: a sentence
   */
  public static List<ServerTree> open(List<Path> roots, @Nullable Fleet fleet, TreeLimits limits)
      throws SourceException {
    ServerTrees all = new ServerTrees(limits);
    if (fleet != null) {
      for (FleetServer server : fleet.servers()) {
        all.given(server);
      }
      all.fleetFile = real(fleet.file());
    }
    List<Path> real = new ArrayList<>();
    for (Path root : roots) {
      real.add(real(root));
    }
    for (Path root : real) {
      // What lies within another root is part of it, whichever was named first.
      if (real.stream().noneMatch(r -> !r.equals(root) && root.startsWith(r))) {
        all.root(root);
      }
    }
    return all.withBeside();
  }

  /** What is of no server has no tree of its own; the first one tells it. */
  private List<ServerTree> withBeside() {
    if (!trees.isEmpty()) {
      ServerTree first = trees.getFirst();
      List<String> problems = new ArrayList<>(first.problems());
      problems.addAll(beside.sentences());
      List<String> notes = new ArrayList<>(first.notes());
      notes.addAll(stray.sentences());
      trees.set(0, new ServerTree(first.identity(), first.files(), problems, first.told(), notes));
    }
    return List.copyOf(trees);
  }

  private static Path real(Path path) throws SourceException {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new SourceException(
          "There is no file or folder %s; check the spelling and its permissions.".formatted(path),
          e);
    }
  }

  private void given(FleetServer server) throws SourceException {
    Problems problems = new Problems();
    Gathered gathered = new Gathered(limits, problems, server.zone());
    Set<String> names = new HashSet<>();
    for (Path path : server.paths()) {
      Path real = real(path);
      taken.add(real);
      String prefix = "";
      if (server.paths().size() > 1) {
        prefix = name(real) + "/";
        for (int i = 2; !names.add(prefix); i++) {
          prefix = name(real) + "-" + i + "/";
        }
      }
      gather(real, prefix, problems, gathered);
    }
    List<TreeFile> files = gathered.files();
    Discovery discovery = new Discovery();
    Product product = server.product();
    if (product == null) {
      product = discovery.product(files);
    }
    hosts.put(server.host().toLowerCase(Locale.ROOT), 1);
    ServerIdentity identity =
        new ServerIdentity(
            server.host(),
            product,
            server.organisation(),
            server.farm(),
            server.owner(),
            server.zone() == null ? ZoneOffset.UTC : server.zone(),
            server.build(),
            server.patchedOn());
    trees.add(tree(identity, files, problems, gathered, discovery.told()));
  }

  private void root(Path root) {
    if (covered(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      discovered(root);
      return;
    }
    List<Path> children = children(root);
    if (holdsTaken(root) || severalServers(children)) {
      for (Path child : children) {
        if (Beside.isOutput(child)) {
          stray.add("is the output of an earlier run and is not read.", child.toString());
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) || zip(child)) {
          root(child);
        } else if (!child.equals(fleetFile)) {
          beside(child);
        }
      }
      return;
    }
    discovered(root);
  }

  /** A file that lies beside servers: one that a sweep would have read is missing somewhere. */
  private void beside(Path file) {
    if (Roles.of(MatchPath.of(name(file))) != FileRole.OTHER) {
      beside.add(
          "lies beside the servers and is of none of them, so it was not read; put it into the"
              + " folder of its server, or name it among the paths of one in a fleet file.",
          file.toString());
    } else if (name(file).toLowerCase(Locale.ROOT).matches("fleet.*\\.ya?ml")) {
      stray.add(
          "lies beside the servers and was not used: give it with --fleet if it is the fleet file.",
          file.toString());
    } else {
      stray.add("lies beside the servers and is of none of them.", file.toString());
    }
  }

  private boolean covered(Path root) {
    return taken.stream().anyMatch(root::startsWith);
  }

  private boolean holdsTaken(Path root) {
    return taken.stream().anyMatch(t -> !t.equals(root) && t.startsWith(root));
  }

  private void discovered(Path root) {
    taken.add(root);
    Problems problems = new Problems();
    Gathered gathered = new Gathered(limits, problems, null);
    gather(root, "", problems, gathered);
    List<TreeFile> files = gathered.files();
    Discovery discovery = new Discovery();
    String host = discovery.host(name(root), files);
    int times = hosts.merge(host.toLowerCase(Locale.ROOT), 1, Integer::sum);
    if (times > 1) {
      problems.add(
          "is the host of an earlier tree too; a number was added to tell them apart.", host);
      host = host + "-" + times;
    }
    Product product = discovery.product(files);
    ServerIdentity identity =
        new ServerIdentity(host, product, "", "", "", ZoneOffset.UTC, null, null);
    trees.add(tree(identity, files, problems, gathered, discovery.told()));
  }

  private static ServerTree tree(
      ServerIdentity identity,
      List<TreeFile> files,
      Problems problems,
      Gathered gathered,
      List<String> told) {
    List<String> all = new ArrayList<>(told);
    if (gathered.left() > 0) {
      all.add(
          "%d files of Windows and of programs, which no part of the sweep reads, are not listed."
              .formatted(gathered.left()));
    }
    return new ServerTree(identity, files, problems.sentences(), all, gathered.notes(files));
  }

  private void gather(Path path, String prefix, Problems problems, Gathered gathered) {
    try {
      if (Files.isDirectory(path)) {
        new FolderWalk(path, prefix, limits, problems, gathered).walk();
      } else if (zip(path)) {
        new ZipWalk(path, prefix, limits, problems, gathered).walk();
      } else {
        SingleFile.add(path, prefix, problems, gathered);
      }
    } catch (IOException e) {
      problems.add("cannot be read; check its permissions.", path.toString());
    }
  }

  private static boolean zip(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && name(path).toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    } catch (IOException e) {
      // The walk comes to it again and tells it.
      return List.of();
    }
  }

  private static boolean severalServers(List<Path> children) {
    int servers = 0;
    for (Path child : children) {
      boolean folder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
      if ((!folder && !zip(child)) || Beside.isOutput(child)) {
        continue;
      }
      boolean server =
          Discovery.collection(name(child))
              || (folder ? !drive(name(child)) && looksLikeServer(child) : Beside.isServer(child));
      if (!server) {
        return false;
      }
      servers++;
    }
    return servers > 1;
  }

  private static boolean looksLikeServer(Path folder) {
    return children(folder).stream()
        .filter(c -> Files.isDirectory(c, LinkOption.NOFOLLOW_LINKS))
        .anyMatch(c -> serverFolder(name(c)));
  }

  /** Whether a folder at the top of a tree is one that servers have. */
  static boolean serverFolder(String name) {
    return drive(name) || SERVER_FOLDERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A drive as collectors name its folder: {@code C}, {@code C%3A}, {@code C:}, {@code C$}. */
  private static boolean drive(String name) {
    return name.matches("(?i)[a-z](?::|%3a|\\$)?");
  }
}
