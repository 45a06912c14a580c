package org.bellbuoy.server.tree;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellbuoy.core.source.Content;

/** Makes and reads small trees for these tests. */
final class TreeFiles {
  static final String IIS =
      "#Software: Microsoft Internet Information Services 10.0\r\n"
          + "#Fields: date time s-computername cs-uri-stem\r\n"
          + "2025-07-18 18:06:01 SP01 /\r\n";

  private TreeFiles() {}

  static Path write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  static Path zip(Path file, String... namesAndTexts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  static void zeros(OutputStream out, long bytes) throws IOException {
    byte[] block = new byte[1 << 16];
    for (long left = bytes; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
  }

  static ServerTree one(Path root) throws Exception {
    List<ServerTree> trees = ServerTrees.open(List.of(root), null, TreeLimits.defaults());
    if (trees.size() != 1) {
      throw new AssertionError("one tree expected, not " + trees.size());
    }
    return trees.getFirst();
  }

  static List<String> paths(ServerTree tree) {
    return tree.files().stream().map(TreeFile::path).toList();
  }

  static String read(TreeFile file) throws Exception {
    try (Content content = Content.open(file.input())) {
      return new String(content.peek(1 << 16), StandardCharsets.UTF_8);
    }
  }
}
