package org.bellbuoy.register.match;

import java.util.List;
import java.util.Set;

/**
 * What matching needs to know of one party or ship. Empty means not known, never none.
 *
 * @param id of the register or the list it comes from
 * @param type what it is
 * @param names all its names, in any script
 * @param identifiers its numbers
 * @param countries ISO 3166-1 alpha-2 codes it is tied to: seat, nationality or flag
 */
public record NamedEntity(
    String id,
    EntityType type,
    List<String> names,
    List<Identifier> identifiers,
    Set<String> countries) {
  /** Keeps copies. */
  public NamedEntity {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    countries = Set.copyOf(countries);
  }

  /** A name and its type, nothing else known. */
  public static NamedEntity named(String id, EntityType type, String name) {
    return new NamedEntity(id, type, List.of(name), List.of(), Set.of());
  }
}
