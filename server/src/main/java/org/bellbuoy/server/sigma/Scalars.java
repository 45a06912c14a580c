package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scalars of YAML as texts. Lists and maps may hold themselves, so they are never written out. */
final class Scalars {
  private Scalars() {}

  static boolean is(@Nullable Object value) {
    return value != null && !(value instanceof Iterable<?>) && !(value instanceof Map<?, ?>);
  }

  /** A scalar's text, empty where it is none. */
  static String text(@Nullable Object value) {
    return value != null && is(value) ? String.valueOf(value) : "";
  }

  /** Texts of a list, or of one scalar. */
  static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object one : list) {
        if (is(one)) {
          texts.add(text(one));
        }
      }
    } else if (is(value)) {
      texts.add(text(value));
    }
    return texts;
  }
}
