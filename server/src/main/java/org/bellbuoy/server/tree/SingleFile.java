package org.bellbuoy.server.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.bellbuoy.core.source.Input;

/** A root that is one file, such as one log. */
final class SingleFile {
  private SingleFile() {}

  static void add(Path file, String prefix, Problems problems, Gathered gathered)
      throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    if (!attributes.isRegularFile()) {
      problems.add("is a pipe, socket or device and is not opened.", name);
      return;
    }
    Input input =
        new Input(
            MatchPath.withoutSuffix(name),
            file.toString(),
            attributes.size(),
            true,
            () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    gathered.add(prefix + name, attributes.size(), attributes.lastModifiedTime().toMillis(), input);
  }
}
