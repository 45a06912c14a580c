package org.bellbuoy.server.tree;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.source.Input;

/**
 * Walks one folder. A symbolic link is never opened: what it points to within the root is reached
 * by its own path, and what lies outside is none of the server's.
 */
final class FolderWalk {
  /** Opens the listing of a folder. */
  @FunctionalInterface
  interface Listing {
    DirectoryStream<Path> open(Path folder) throws IOException;
  }

  private final Listing listing;
  private final Path root;
  private final String prefix;
  private final TreeLimits limits;
  private final Problems problems;
  private final Gathered gathered;

  FolderWalk(Path root, String prefix, TreeLimits limits, Problems problems, Gathered gathered)
      throws IOException {
    this(root, prefix, limits, problems, gathered, Files::newDirectoryStream);
  }

  FolderWalk(
      Path root,
      String prefix,
      TreeLimits limits,
      Problems problems,
      Gathered gathered,
      Listing listing)
      throws IOException {
    this.listing = listing;
    this.root = root.toRealPath();
    this.prefix = prefix;
    this.limits = limits;
    this.problems = problems;
    this.gathered = gathered;
  }

  void walk() {
    folder(root, prefix, 0);
  }

  /** False once no more files are taken. */
  private boolean folder(Path folder, String path, int depth) {
    if (depth > limits.depth()) {
      problems.add("lies deeper than %d folders and is left out.".formatted(limits.depth()), path);
      return true;
    }
    for (Path child : children(folder, path)) {
      Path name = child.getFileName();
      String childPath = path + (name == null ? "" : name.toString());
      if (!child(child, childPath, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean child(Path child, String path, int depth) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      problems.add("cannot be looked at; check its permissions.", path);
      return true;
    }
    if (attributes.isSymbolicLink()) {
      link(child, path);
      return true;
    }
    if (own(path)) {
      problems.add("is named as Bellbuoy names its own files and is left out.", path);
      return true;
    }
    if (attributes.isDirectory()) {
      return folder(child, path + "/", depth + 1);
    }
    if (!attributes.isRegularFile()) {
      problems.add("is a pipe, socket or device and is not opened.", path);
      return true;
    }
    if (!Files.isReadable(child)) {
      problems.add("cannot be read; check its permissions.", path);
      return true;
    }
    return file(child, path, attributes);
  }

  /** Only outside the folders of Windows: there the name would be a hiding place. */
  private static boolean own(String path) {
    MatchPath match = MatchPath.of(path);
    return match.name().startsWith(".bellbuoy") && !match.inWindowsLayout();
  }

  private void link(Path link, String path) {
    try {
      if (!link.toRealPath().startsWith(root)) {
        problems.add("is a link that leads out of the root and is not followed.", path);
      }
    } catch (IOException e) {
      problems.add("is a link that leads nowhere or to itself and is not followed.", path);
    }
  }

  private boolean file(Path file, String path, BasicFileAttributes attributes) {
    if (path.regionMatches(true, path.length() - 4, ".zip", 0, 4)) {
      if (MatchPath.of(path).inWindowsLayout()) {
        problems.add("is an archive on the server's own disk and is not opened.", path);
      } else {
        new ZipWalk(file, path + "/", limits, problems, gathered).walk();
        return true;
      }
    }
    Path name = file.getFileName();
    Input input =
        new Input(
            MatchPath.withoutSuffix(name == null ? path : name.toString()),
            file.toString(),
            attributes.size(),
            true,
            () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    return gathered.add(path, attributes.size(), attributes.lastModifiedTime().toMillis(), input);
  }

  private List<Path> children(Path folder, String path) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = listing.open(folder)) {
      stream.forEach(children::add);
    } catch (IOException | DirectoryIteratorException e) {
      problems.add("is a folder that cannot be read; check its permissions.", path);
    }
    children.sort(Comparator.comparing(Path::toString));
    return children;
  }
}
