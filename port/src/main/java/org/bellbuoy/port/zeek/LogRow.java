package org.bellbuoy.port.zeek;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log: its fields by name, as text. Times are seconds since 1970 with six decimals,
 * truth values {@code T} and {@code F}, sets joined by commas, in whichever form they were written;
 * fields that are unset are absent.
 *
 * @param path which log: {@code conn}, {@code open_conn}, {@code dns}; of EVE the event type with
 *     {@code eve-} before it
 * @param values untrusted
 * @param source index of the source
 * @param offset where the line begins in the content, in bytes
 * @param length its bytes
 * @param line its number from 1
 */
public record LogRow(
    String path, Map<String, String> values, int source, long offset, int length, long line) {
  public LogRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A field, null where it is unset or not in the log. */
  public @Nullable String text(String field) {
    return values.get(field);
  }

  /** A field, empty where it is unset. */
  public String textOrEmpty(String field) {
    return values.getOrDefault(field, "");
  }
}
