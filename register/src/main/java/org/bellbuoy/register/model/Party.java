package org.bellbuoy.register.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company, person, state, body of a state, fund or somebody unknown.
 *
 * @param country where it is registered, or the nationality of a person
 * @param reason why an unknown party is not named; null where it is, or where nothing was said
 */
public record Party(
    String id,
    PartyKind kind,
    String name,
    List<String> aliases,
    String country,
    List<Identifier> identifiers,
    @Nullable UnspecifiedReason reason,
    Map<String, String> details,
    Statement statement)
    implements Entity {
  public Party {
    if (id.isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException("A party needs an id and a name.");
    }
    aliases = List.copyOf(aliases);
    identifiers = List.copyOf(identifiers);
    details = Map.copyOf(details);
  }

  /** A party of which no more than this is known. */
  public static Party of(String id, PartyKind kind, String name, String country) {
    return new Party(id, kind, name, List.of(), country, List.of(), null, Map.of(), Statement.NONE);
  }

  /** The same with other identifiers. */
  public Party withIdentifiers(List<Identifier> others) {
    return new Party(id, kind, name, aliases, country, others, reason, details, statement);
  }

  /** The same as another source says it. */
  public Party with(Statement other) {
    return new Party(id, kind, name, aliases, country, identifiers, reason, details, other);
  }

  @Override
  public String kindWord() {
    return Words.of(kind);
  }
}
