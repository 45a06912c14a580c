package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder, so that two moments can be compared. */
final class Listings {
  private Listings() {}

  /** Every file and folder with its time of change and the digest of its bytes. */
  static List<String> of(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        String digest =
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(path)))
                : "";
        lines.add(
            folder.relativize(path)
                + " "
                + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                + " "
                + digest);
      }
    }
    return lines;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
