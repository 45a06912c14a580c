package org.bellbuoy.register.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds parties and assets by what a person types. */
public final class Lookup {
  private Lookup() {}

  /**
   * Whom a text means: by the register's own id; else by an identifier, with or without its scheme;
   * else by a name or alias whatever its case; else by a part of a name. Several where that is not
   * one; none where nothing fits. Linear in the register unless it is an id.
   */
  public static List<String> find(Register register, String text) {
    String wanted = text.strip();
    if (register.entity(wanted).isPresent()) {
      return List.of(wanted);
    }
    TreeSet<String> identified = new TreeSet<>();
    TreeSet<String> named = new TreeSet<>();
    TreeSet<String> parts = new TreeSet<>();
    String lower = wanted.toLowerCase(Locale.ROOT);
    for (Entity entity : register.entities()) {
      for (Identifier identifier : entity.identifiers()) {
        if (identifier.value().equalsIgnoreCase(wanted)
            || identifier.toString().equalsIgnoreCase(wanted)) {
          identified.add(entity.id());
        }
      }
      if (name(entity.name(), lower, named, parts, entity.id())) {
        continue;
      }
      for (String alias : entity.aliases()) {
        name(alias, lower, named, parts, entity.id());
      }
    }
    if (!identified.isEmpty()) {
      return List.copyOf(identified);
    }
    return List.copyOf(named.isEmpty() ? parts : named);
  }

  private static boolean name(
      String name, String lower, Set<String> named, Set<String> parts, String id) {
    String own = name.toLowerCase(Locale.ROOT);
    if (own.equals(lower)) {
      return named.add(id);
    }
    if (!lower.isEmpty() && own.contains(lower)) {
      parts.add(id);
    }
    return false;
  }
}
