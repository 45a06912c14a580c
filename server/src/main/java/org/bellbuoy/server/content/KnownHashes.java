package org.bellbuoy.server.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SHA-256 of files known from entries. Immutable. */
public final class KnownHashes {
  private static final int HEX_DIGITS = 64;

  /**
   * One file.
   *
   * @param sha256 lower-case hex
   * @param what it is
   * @param source who told
   */
  public record Known(String sha256, String what, String source) {}

  private final Map<String, Known> byHash;

  private KnownHashes(Map<String, Known> byHash) {
    this.byHash = Map.copyOf(byHash);
  }

  /** Those that come with the program. */
  public static KnownHashes builtIn() {
    try (InputStream in = KnownHashes.class.getResourceAsStream("known-hashes.csv")) {
      Loaded<KnownHashes> loaded = read(Objects.requireNonNull(in).readAllBytes(), 0);
      if (!loaded.rejects().isEmpty()) {
        throw new IllegalStateException(loaded.rejects().toString());
      }
      return loaded.table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a line each of {@code sha256,what,source} or with semicolons, the last two
   * optional. Of a hash told twice the first counts.
   *
   * @param source index among those of the run, for rejects
   */
  public static Loaded<KnownHashes> read(byte[] file, int source) {
    Map<String, Known> byHash = new HashMap<>();
    var rejects = IndicatorLines.read(file, source, "sha256", fields -> take(fields, byHash));
    return new Loaded<>(new KnownHashes(byHash), rejects);
  }

  private static String take(List<String> fields, Map<String, Known> byHash) {
    String hash = fields.getFirst().toLowerCase(Locale.ROOT);
    if (hash.length() != HEX_DIGITS
        || !hash.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
      return "The hash '%s' has not %d hex digits; SHA-256 is expected."
          .formatted(hash, HEX_DIGITS);
    }
    byHash.putIfAbsent(
        hash,
        new Known(
            hash, fields.size() > 1 ? fields.get(1) : "", fields.size() > 2 ? fields.get(2) : ""));
    return "";
  }

  /** These and those of another table; where both tell of a hash, these. */
  public KnownHashes and(KnownHashes other) {
    Map<String, Known> both = new HashMap<>(other.byHash);
    both.putAll(byHash);
    return new KnownHashes(both);
  }

  /** Number of files. */
  public int size() {
    return byHash.size();
  }

  /** What is known of a digest, null where nothing is. */
  public @Nullable Known of(String sha256) {
    return byHash.get(sha256.toLowerCase(Locale.ROOT));
  }
}
