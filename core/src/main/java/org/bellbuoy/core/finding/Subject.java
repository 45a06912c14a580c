package org.bellbuoy.core.finding;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who or what could have acted.
 *
 * @param type {@code vessel}, {@code receiver}, {@code host}, {@code account} or {@code file}
 * @param ids identifiers by scheme, for example {@code mmsi}; at least one, in order of scheme
 * @param name a name for people, as the subject itself gave it: untrusted text
 */
public record Subject(String type, Map<String, String> ids, @Nullable String name) {
  public Subject {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("a subject needs at least one identifier");
    }
    ids = Collections.unmodifiableMap(new TreeMap<>(ids));
  }

  /** The subject as a stable key, for example {@code vessel:mmsi=219165000}. */
  public String key() {
    StringBuilder key = new StringBuilder(type);
    char separator = ':';
    for (Map.Entry<String, String> id : ids.entrySet()) {
      key.append(separator).append(id.getKey()).append('=').append(id.getValue());
      separator = ',';
    }
    return key.toString();
  }
}
