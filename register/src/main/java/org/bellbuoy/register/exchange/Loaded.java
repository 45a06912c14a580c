package org.bellbuoy.register.exchange;

import java.util.List;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Source;

/**
 * Statements that a file held.
 *
 * @param sources who says so
 * @param entities descriptions of parties and assets
 * @param roles what parties are to parties and assets
 * @param notes sentences on what was read otherwise than it was written
 */
public record Loaded(
    List<Source> sources, List<Entity> entities, List<Role> roles, List<String> notes) {
  public Loaded {
    sources = List.copyOf(sources);
    entities = List.copyOf(entities);
    roles = List.copyOf(roles);
    notes = List.copyOf(notes);
  }
}
