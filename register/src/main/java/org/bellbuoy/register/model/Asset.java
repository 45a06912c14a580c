package org.bellbuoy.register.model;

import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Geometry;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is depended on.
 *
 * @param country the flag of a vessel, else where it stands
 * @param partOf identifiers of the assets it belongs to: a segment to its cable system, a crane to
 *     its terminal, a ship to its agreement
 * @param geometry where it lies; null where not known
 */
public record Asset(
    String id,
    AssetKind kind,
    String name,
    List<String> aliases,
    String country,
    List<Identifier> identifiers,
    List<String> partOf,
    @Nullable Geometry geometry,
    Map<String, String> details,
    Statement statement)
    implements Entity {
  public Asset {
    if (id.isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException("An asset needs an id and a name.");
    }
    aliases = List.copyOf(aliases);
    identifiers = List.copyOf(identifiers);
    partOf = List.copyOf(partOf);
    details = Map.copyOf(details);
  }

  /** An asset of which no more than this is known. */
  public static Asset of(String id, AssetKind kind, String name, String country) {
    return new Asset(
        id, kind, name, List.of(), country, List.of(), List.of(), null, Map.of(), Statement.NONE);
  }

  /**
   * Whether its keeper says that all who have that role in it are named: the word of the role
   * stands in the column {@code x-complete}. Without it nobody can tell who is missing.
   */
  public boolean complete(RoleKind role) {
    return complete(Words.of(role));
  }

  /**
   * The same of what else can be listed of it, such as {@code ships} of a zone and {@code cranes}
   * of a port.
   */
  public boolean complete(String what) {
    return List.of(details.getOrDefault("complete", "").split("[|,; ]+")).contains(what);
  }

  /** The same with other identifiers. */
  public Asset withIdentifiers(List<Identifier> others) {
    return new Asset(
        id, kind, name, aliases, country, others, partOf, geometry, details, statement);
  }

  /** The same as another source says it. */
  public Asset with(Statement other) {
    return new Asset(
        id, kind, name, aliases, country, identifiers, partOf, geometry, details, other);
  }

  @Override
  public String kindWord() {
    return Words.of(kind);
  }
}
