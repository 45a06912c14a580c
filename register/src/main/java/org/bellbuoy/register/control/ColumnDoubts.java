package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.register.control.RegisterGraph.Doubt;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;

/** Why shares in one target are not certain, a sentence each. */
final class ColumnDoubts {
  static final String CONTRADICTION = "sources-contradict";
  private static final int MOST_SHOWN = 8;

  private final Register register;
  private final Claims claims;
  private final Set<Role> unchained;

  ColumnDoubts(Register register, Claims claims, Set<Role> unchained) {
    this.register = register;
    this.claims = claims;
    this.unchained = unchained;
  }

  List<Doubt> of(String target, Column column) {
    List<Doubt> doubts = new ArrayList<>();
    if (!column.contradicted().isEmpty()) {
      doubts.add(contradiction(target, column));
    }
    Set<String> nominees = claims.holders(target, Basis.NOMINEE);
    Set<String> nominators = claims.holders(target, Basis.NOMINATOR);
    if (!nominees.isEmpty() || !nominators.isEmpty()) {
      doubts.add(nominees(target, nominees, nominators));
    }
    for (Role role : register.rolesIn(target)) {
      if (unchained.contains(role)) {
        doubts.add(indirect(role));
      }
    }
    return doubts;
  }

  private Doubt contradiction(String target, Column column) {
    String told =
        column.contradicted().stream()
            .limit(MOST_SHOWN)
            .map(
                claim ->
                    "%s %s %% (%s)"
                        .formatted(
                            name(claim.holder()),
                            claim.lowUnits() == claim.highUnits()
                                ? Share.percent(claim.lowUnits())
                                : Share.percent(claim.lowUnits())
                                    + " to "
                                    + Share.percent(claim.highUnits()),
                            source(claim.role())))
            .collect(Collectors.joining("; "));
    int more = column.contradicted().size() - MOST_SHOWN;
    return new Doubt(
        CONTRADICTION,
        "%s on who holds %s: %s%s. Together that is more than the whole; each may be nothing, and"
                .formatted(
                    column.sourceAgainstItself()
                        ? "A source contradicts itself"
                        : "Sources contradict each other",
                    name(target),
                    told,
                    more > 0 ? " and %d more".formatted(more) : "")
            + " none of it is certain.");
  }

  private Doubt nominees(String target, Set<String> nominees, Set<String> nominators) {
    if (nominees.isEmpty()) {
      return new Doubt(
          "nominee",
          "%s is said to have others hold %s in its stead, and no source says who; it is counted as"
                  .formatted(names(nominators), name(target))
              + " possible.");
    }
    String behind =
        nominators.isEmpty()
            ? "no source says for whom"
            : "%s is said to be the one it is held for".formatted(names(nominators));
    return new Doubt(
        "nominee",
        "%s is said to be a nominee in %s, and %s; whose those shares are is not certain."
            .formatted(names(nominees), name(target), behind));
  }

  private Doubt indirect(Role role) {
    return new Doubt(
        "chain-unknown",
        "%s is said to hold %s of %s indirectly (%s); the chain is not known, so it is counted as"
                .formatted(
                    name(role.holder()),
                    role.share() == null ? "a share" : role.share().toString(),
                    name(role.target()),
                    source(role))
            + " possible only.");
  }

  private static String source(Role role) {
    String source = role.statement().source();
    String place = role.statement().place().toString();
    String named = source.isEmpty() ? "no source" : source;
    return place.isEmpty() ? named : named + ", " + place;
  }

  private String names(Collection<String> ids) {
    return ids.stream().sorted().map(this::name).collect(Collectors.joining(" and "));
  }

  private String name(String id) {
    return register.entity(id).map(Entity::name).orElse(id);
  }
}
