package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.control.Column.Claim;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;

/**
 * What statements claim of shares or votes in a target. Shares of a nominee may be the nominee's or
 * somebody else's: they begin at 0, and whoever is named as nominator may have them too.
 */
final class Claims {
  private static final Share ANY = new Share(0, Share.ONE, false, false);

  private final Register register;
  private final Basis.Nature nature;

  Claims(Register register, Basis.Nature nature) {
    this.register = register;
    this.nature = nature;
  }

  /**
   * All claims on a target.
   *
   * @param unchained statements of indirect holdings whose chains the register does not have
   */
  List<Claim> on(String target, Set<Role> unchained) {
    List<Role> counted = counted(target);
    Set<String> nominees = holders(target, Basis.NOMINEE);
    List<Claim> claims = new ArrayList<>();
    for (Role role : counted) {
      Share share = share(role);
      long low = nominees.contains(role.holder()) ? 0 : share.lowUnits();
      claims.add(new Claim(role.holder(), role, low, share.highUnits()));
    }
    for (Role role : register.rolesIn(target)) {
      Share share = role.share();
      if (role.basis() == Basis.NOMINEE && share != null) {
        claims.add(new Claim(role.holder(), role, 0, share.highUnits()));
      } else if (unchained.contains(role)) {
        claims.add(
            new Claim(role.holder(), role, 0, share == null ? Share.ONE : share.highUnits()));
      }
    }
    long entrusted = entrusted(claims, nominees);
    for (Role role : register.rolesIn(target)) {
      if (role.basis() == Basis.NOMINATOR) {
        Share share = role.share();
        long high = share == null ? entrusted : share.highUnits();
        claims.add(new Claim(role.holder(), role, 0, high));
      }
    }
    return claims;
  }

  /** Most that nominees hold; anything where no share of one is told. */
  private static long entrusted(List<Claim> claims, Set<String> nominees) {
    Map<String, Long> most = new LinkedHashMap<>();
    for (Claim claim : claims) {
      if (nominees.contains(claim.holder())) {
        most.merge(claim.holder(), claim.highUnits(), Math::max);
      }
    }
    long sum = most.values().stream().mapToLong(Long::longValue).sum();
    return most.isEmpty() ? Share.ONE : Math.min(Share.ONE, sum);
  }

  /** Who has a role of that basis in a target. */
  Set<String> holders(String target, Basis basis) {
    Set<String> holders = new HashSet<>(2);
    for (Role role : register.rolesIn(target)) {
      if (role.basis() == basis) {
        holders.add(role.holder());
      }
    }
    return holders;
  }

  /** Holdings through others, which are sums of chains. */
  List<Role> indirect() {
    return register.roles().stream()
        .filter(role -> through(role) && ofNature(role.basis().nature()))
        .toList();
  }

  private boolean ofNature(Basis.Nature of) {
    return of == nature || (nature == Basis.Nature.VOTING && of == Basis.Nature.ECONOMIC);
  }

  private static boolean through(Role role) {
    return role.directness() == Directness.INDIRECT || !role.components().isEmpty();
  }

  /** Statements that count towards shares in a target, one way or another. */
  private List<Role> counted(String target) {
    List<Role> own = direct(target, nature);
    if (nature == Basis.Nature.ECONOMIC) {
      return own;
    }
    List<Role> economic = direct(target, Basis.Nature.ECONOMIC);
    if (own.isEmpty()) {
      return economic;
    }
    List<Role> all = new ArrayList<>(own);
    for (Role role : economic) {
      if (own.stream().noneMatch(vote -> vote.holder().equals(role.holder()))) {
        all.add(role);
      }
    }
    return all;
  }

  private List<Role> direct(String target, Basis.Nature wanted) {
    List<Role> roles = new ArrayList<>();
    for (Role role : register.rolesIn(target)) {
      if (role.basis().nature() == wanted && !through(role)) {
        roles.add(role);
      }
    }
    return roles;
  }

  private Share share(Role role) {
    boolean votesNotTold =
        nature == Basis.Nature.VOTING
            && role.basis().nature() == Basis.Nature.ECONOMIC
            && !direct(role.target(), Basis.Nature.VOTING).isEmpty();
    Share share = role.share();
    return share == null || votesNotTold ? ANY : share;
  }
}
