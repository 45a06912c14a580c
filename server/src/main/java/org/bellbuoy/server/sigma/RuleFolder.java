package org.bellbuoy.server.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads all files of rules below a folder, or one file. Follows no links below it. */
final class RuleFolder {
  private RuleFolder() {}

  /**
   * Drafts in order of paths.
   *
   * @throws IOException where the folder itself cannot be read
   */
  static List<Draft> read(Path folder, SigmaOptions options) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(folder, new Finder(folder, files, drafts));
    } else {
      files.add(folder);
    }
    files.sort(Comparator.comparing(file -> name(folder, file)));
    RuleReader reader = new RuleReader(options);
    int most = Math.min(files.size(), options.mostFiles());
    for (Path file : files.subList(0, most)) {
      drafts.addAll(read(reader, folder, file, options));
    }
    if (most < files.size()) {
      Draft draft = new Draft(name(folder, files.get(most)), 1);
      draft.fail("and " + (files.size() - most - 1) + " files after it are more than " + most);
      drafts.add(draft);
    }
    return drafts;
  }

  private static List<Draft> read(RuleReader reader, Path folder, Path file, SigmaOptions options) {
    String name = name(folder, file);
    Draft failed = new Draft(name, 1);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(options.mostFileBytes() + 1);
      if (bytes.length > options.mostFileBytes()) {
        failed.fail("is longer than " + options.mostFileBytes() + " bytes");
        return List.of(failed);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return reader.read(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      failed.fail("is not UTF-8");
    } catch (IOException e) {
      failed.fail("cannot be read: " + e.getClass().getSimpleName());
    }
    return List.of(failed);
  }

  private static String name(Path folder, Path file) {
    Path relative = folder.relativize(file);
    String name =
        relative.toString().isEmpty() ? String.valueOf(file.getFileName()) : relative.toString();
    return name.replace('\\', '/');
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<Path> files;
    private final List<Draft> drafts;

    Finder(Path folder, List<Path> files, List<Draft> drafts) {
      this.folder = folder;
      this.files = files;
      this.drafts = drafts;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".yml") || name.endsWith(".yaml")) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          files.add(file);
        } else {
          failed(file, "is no plain file");
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (file.equals(folder)) {
        throw problem;
      }
      failed(file, "cannot be read: " + problem.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    private void failed(Path file, String why) {
      Draft draft = new Draft(name(folder, file), 1);
      draft.fail(why);
      drafts.add(draft);
    }
  }
}
