package org.bellbuoy.register.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says that a party is to another party or to an asset. One interest each: a holder
 * of shares with other votes has two roles.
 *
 * @param id the statement's own identifier; empty where it has none
 * @param holder identifier of the party
 * @param target identifier of the party or asset
 * @param kind what the holder is to the target
 * @param basis what that rests on
 * @param share how much of that basis; null where not countable or not known
 * @param directness whether others stand between
 * @param component whether it is a link of a chain told as one in another role (BODS {@code
 *     isComponent})
 * @param components statement identifiers of the links, of an indirect role
 * @param beneficial whether the holder is said to be a beneficial owner; null where not said
 * @param details anything else, by the source's own field names
 */
public record Role(
    String id,
    String holder,
    String target,
    RoleKind kind,
    Basis basis,
    @Nullable Share share,
    Directness directness,
    boolean component,
    List<String> components,
    @Nullable Boolean beneficial,
    Map<String, String> details,
    Statement statement) {
  public Role {
    if (holder.isEmpty() || target.isEmpty()) {
      throw new IllegalArgumentException("A role needs a holder and a target.");
    }
    components = List.copyOf(components);
    details = Map.copyOf(details);
  }

  /** A direct role of which no more than this is known. */
  public static Role of(
      String holder, String target, RoleKind kind, Basis basis, @Nullable Share share) {
    return new Role(
        "",
        holder,
        target,
        kind,
        basis,
        share,
        Directness.DIRECT,
        false,
        List.of(),
        null,
        Map.of(),
        Statement.NONE);
  }

  /** Shares in a company, held directly. */
  public static Role shareholding(String holder, String target, Share share) {
    return of(holder, target, RoleKind.OWNER, Basis.SHAREHOLDING, share);
  }

  /** The same as another source says it. */
  public Role with(Statement other) {
    return new Role(
        id,
        holder,
        target,
        kind,
        basis,
        share,
        directness,
        component,
        components,
        beneficial,
        details,
        other);
  }
}
