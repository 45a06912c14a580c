package org.bellbuoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Digests of the files and folders that options name, so that a repetition can tell whether it is
 * given the same. Not thread safe.
 */
final class GivenDigests {
  /** End of the names of parameters that hold a digest. */
  static final String SUFFIX = "-sha256";

  private final Map<String, String> digests = new LinkedHashMap<>();

  /** Digests by the names of their parameters. */
  Map<String, String> all() {
    return Map.copyOf(digests);
  }

  /**
   * Adds the digest of a file, or of all files below a folder with their names.
   *
   * @param option its name without dashes
   * @param path what it names; nothing is added for null
   */
  GivenDigests add(String option, @Nullable Path path) throws IOException {
    if (path == null) {
      return this;
    }
    if (!Files.exists(path)) {
      throw new CommandException("--" + option + " " + path + " does not exist.");
    }
    Path real = path.toRealPath();
    MessageDigest digest = sha256();
    for (Path file : files(option, real)) {
      digest.update(real.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(digest(file));
    }
    digests.put(option + SUFFIX, HexFormat.of().formatHex(digest.digest()));
    return this;
  }

  /** Empty for a file that cannot be read: whoever wants what it holds tells of it. */
  private static byte[] digest(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      int n;
      while ((n = in.read(buffer)) > 0) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      return new byte[0];
    }
    return digest.digest();
  }

  /** Links below a folder are not followed, as the readers of folders do not follow them. */
  private static List<Path> files(String option, Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw new CommandException("--" + option + " " + path + " cannot be read.");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
