package org.bellbuoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Turns paths as people give them into inputs: files, folders, zip archives, standard input. */
public final class Inputs {
  private final List<Input> found = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  private Inputs() {}

  /**
   * Finds the inputs behind paths, in the order given and by path within a folder. A file that
   * comes twice is taken once; hidden files in folders are left out.
   *
   * @param paths files, folders, zip archives, or {@code -} for standard input
   * @param standardInput what {@code -} reads
   */
  public static List<Input> find(List<String> paths, InputStream standardInput)
      throws SourceException {
    Inputs inputs = new Inputs();
    boolean standardTaken = false;
    for (String path : paths) {
      if (!path.equals("-")) {
        inputs.add(path);
      } else if (!standardTaken) {
        standardTaken = true;
        inputs.found.add(new Input("standard input", "-", -1, true, () -> standardInput));
      }
    }
    return List.copyOf(inputs.found);
  }

  private void add(String given) throws SourceException {
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException e) {
      throw new SourceException("%s is not a path.".formatted(given), e);
    }
    if (!Files.exists(path)) {
      throw new SourceException(
          "There is no file or folder %s; check the spelling.".formatted(given));
    }
    if (!Files.isReadable(path)) {
      throw unreadable(path, null);
    }
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (Files.isRegularFile(path)) {
      addFile(path, true);
    } else {
      // A pipe or device: looking at its first bytes would take them.
      found.add(new Input(contentName(path), given, -1, true, () -> Files.newInputStream(path)));
    }
  }

  private void addFolder(Path folder) throws SourceException {
    List<Path> files = new ArrayList<>();
    Walk walk = new Walk(folder, files);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    files.sort(Comparator.comparing(Path::toString));
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw unreadable(file, null);
      }
      addFile(file, false);
    }
    if (files.isEmpty()) {
      throw new SourceException(
          "The folder %s holds no data; name a folder with files in it.".formatted(folder));
    }
  }

  /** Collects regular files that are not hidden. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> files;

    Walk(Path top, List<Path> files) {
      this.top = top;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(top) && hidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !hidden(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private static boolean hidden(Path path) {
      Path name = path.getFileName();
      return name != null && name.toString().startsWith(".");
    }
  }

  private void addFile(Path file, boolean named) throws SourceException {
    try {
      if (!seen.add(file.toRealPath())) {
        return;
      }
      boolean zip = startsLikeZip(file);
      if (zip && addArchive(file, named)) {
        return;
      }
      String name = contentName(file);
      if (named && !zip && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        throw notZip(file, null);
      }
      found.add(
          new Input(
              name, file.toString(), Files.size(file), true, () -> Files.newInputStream(file)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** False for an archive that cannot be opened within a folder: it is then read as a file. */
  private boolean addArchive(Path file, boolean named) throws SourceException, IOException {
    List<Input> entries = new ArrayList<>();
    long size = Files.size(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .sorted()
          .distinct()
          .forEach(entry -> entries.add(entryOf(file, entry, size)));
    } catch (IOException | IllegalArgumentException e) {
      if (named) {
        throw notZip(file, e);
      }
      return false;
    }
    if (entries.isEmpty()) {
      throw new SourceException("The archive %s holds no files.".formatted(file));
    }
    found.addAll(entries);
    return true;
  }

  private static Input entryOf(Path file, String entry, long size) {
    String last = entry.substring(entry.lastIndexOf('/') + 1);
    return new Input(
        withoutSuffix(last),
        file + "!" + entry,
        size,
        false,
        () -> ArchiveStream.open(file, entry));
  }

  private static boolean startsLikeZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4
          && head[0] == 'P'
          && head[1] == 'K'
          && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }
  }

  private static String contentName(Path file) {
    Path name = file.getFileName();
    return withoutSuffix(name == null ? file.toString() : name.toString());
  }

  private static String withoutSuffix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String suffix : List.of(".gz", ".zst")) {
      if (lower.endsWith(suffix) && name.length() > suffix.length()) {
        return withoutSuffix(name.substring(0, name.length() - suffix.length()));
      }
    }
    return name;
  }

  private static SourceException notZip(Path file, @Nullable Exception e) {
    String sentence = "%s is not a zip archive that can be read; fetch it again.".formatted(file);
    return e == null ? new SourceException(sentence) : new SourceException(sentence, e);
  }

  private static SourceException unreadable(Path path, @Nullable Exception e) {
    String sentence = "%s cannot be read; check its permissions.".formatted(path);
    return e == null ? new SourceException(sentence) : new SourceException(sentence, e);
  }
}
