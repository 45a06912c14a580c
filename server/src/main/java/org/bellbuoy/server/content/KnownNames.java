package org.bellbuoy.server.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keywords and names of the platforms' own interfaces, which a copied script keeps whoever renames
 * its variables. From the language references of C#, Visual Basic, ECMAScript, Java and PHP, and
 * the reference pages of System.Web, classic ASP and servlets.
 */
final class KnownNames {
  private static final Set<String> NAMES = load();

  private KnownNames() {}

  static boolean holds(String lowerCase) {
    return NAMES.contains(lowerCase);
  }

  private static Set<String> load() {
    try (InputStream in = KnownNames.class.getResourceAsStream("known-names.txt");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toCollection(HashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
