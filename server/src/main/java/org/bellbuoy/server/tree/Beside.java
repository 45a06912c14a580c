package org.bellbuoy.server.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bellbuoy.core.json.RunJson;

/** Looks at what lies in a folder of servers, without taking anything from it. */
final class Beside {
  private static final List<String> OUTPUTS =
      List.of("{\"schema\":\"bellbuoy.finding/", "{\"schema\":\"bellbuoy.server-verdict/");
  private static final int HEAD_BYTES = 512;

  private Beside() {}

  /** Whether a zip has the folders of a server at its top. */
  static boolean isServer(Path zip) {
    try (ZipFile open = new ZipFile(zip.toFile())) {
      return open.stream().map(ZipEntry::getName).anyMatch(Beside::inServerFolder);
    } catch (IOException | IllegalArgumentException e) {
      // The walk comes to it again and tells it.
      return false;
    }
  }

  private static boolean inServerFolder(String name) {
    String slashed = name.replace('\\', '/');
    int slash = slashed.indexOf('/');
    return slash > 0 && ServerTrees.serverFolder(slashed.substring(0, slash));
  }

  /** Whether a folder holds what a run of Bellbuoy wrote. */
  static boolean isOutput(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && head(folder.resolve("run.json")).contains(RunJson.SCHEMA);
  }

  /** Whether a file begins as the lines do that Bellbuoy writes. */
  static boolean isOutput(byte[] head) {
    String text = Heads.text(head);
    return OUTPUTS.stream().anyMatch(text::startsWith);
  }

  private static String head(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // What cannot be read was not written by a run that could be recognised.
      return "";
    }
  }
}
