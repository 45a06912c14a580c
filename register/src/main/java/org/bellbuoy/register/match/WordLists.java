package org.bellbuoy.register.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that mean less than others, and legal forms; read once from lists of our own. */
final class WordLists {
  private static final Map<String, Map<String, String>> WORDS = new HashMap<>();
  private static final Map<String, String> FORMS = new HashMap<>();
  private static final Set<String> FORM_STARTS = new HashSet<>();

  static {
    for (String line : lines("words.txt")) {
      String[] parts = line.split(" ", 3);
      WORDS
          .computeIfAbsent(parts[0], kind -> new HashMap<>())
          .put(parts[1], parts.length == 3 ? parts[2] : "");
    }
    for (String line : lines("legal-forms.txt")) {
      String[] parts = line.split(" ", 2);
      FORMS.put(parts[1], parts[0]);
      int blank = parts[1].indexOf(' ');
      FORM_STARTS.add(blank < 0 ? parts[1] : parts[1].substring(0, blank));
    }
  }

  private WordLists() {}

  /** Whether the word is on the list of that kind. */
  static boolean is(String kind, String word) {
    return of(kind).containsKey(word);
  }

  /** What the word stands for; itself where the list does not know it. */
  static String standsFor(String kind, String word) {
    return of(kind).getOrDefault(word, word);
  }

  private static Map<String, String> of(String kind) {
    return WORDS.getOrDefault(kind, Map.of());
  }

  /** Class of a legal form by its folded words; null where they are none. */
  static @Nullable String form(String words) {
    return FORMS.get(words);
  }

  /** Whether any legal form begins with the word. */
  static boolean startsForm(String word) {
    return FORM_STARTS.contains(word);
  }

  static List<String> lines(String name) {
    try (InputStream in = WordLists.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::stripTrailing)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
