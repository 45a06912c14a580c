package org.bellbuoy.core.finding;

import java.util.List;

/**
 * A company, state or person behind a subject or an asset.
 *
 * @param id the register's identifier
 * @param role for example {@code owner}
 * @param controllers ultimate controllers, by identifier
 * @param basis how that is known
 */
public record PartyRef(String id, String role, List<String> controllers, String basis) {
  public PartyRef {
    controllers = List.copyOf(controllers);
  }
}
