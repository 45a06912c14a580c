package org.bellbuoy.register.join;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;

/** A register on one day, with what the join asks of it. Not thread safe. */
final class DayView {
  private final Register register;
  private final Hands hands;
  private final Matching matching;
  private final KindCounts kinds;
  private final MakerNames makers;

  DayView(Register register) {
    this.register = register;
    this.hands = Hands.of(register);
    this.matching = new Matching(register);
    this.kinds = new KindCounts(register);
    this.makers = new MakerNames(register);
  }

  Register register() {
    return register;
  }

  Hands hands() {
    return hands;
  }

  Matching matching() {
    return matching;
  }

  MakerNames makers() {
    return makers;
  }

  KindCounts kinds() {
    return kinds;
  }

  boolean named(String party) {
    return register.party(party).map(Party::kind).filter(kind -> !kind.unnamed()).isPresent();
  }

  /** Agreements and zones that an asset belongs to. */
  List<Asset> agreements(String asset) {
    List<Asset> wholes = new ArrayList<>();
    for (String whole : register.asset(asset).map(Asset::partOf).orElse(List.of())) {
      register
          .asset(whole)
          .filter(
              one -> one.kind() == AssetKind.AGREEMENT || one.kind() == AssetKind.MAINTENANCE_ZONE)
          .ifPresent(wholes::add);
    }
    return wholes;
  }

  /** Named holders of any of these roles in a party or asset. */
  Set<String> holders(String target, Set<RoleKind> roles) {
    Set<String> holders = new LinkedHashSet<>();
    for (Role role : register.rolesIn(target)) {
      if (roles.contains(role.kind()) && named(role.holder())) {
        holders.add(role.holder());
      }
    }
    return holders;
  }

  /** A party and its certain ultimate controllers. */
  Set<String> group(String party) {
    Set<String> group = new LinkedHashSet<>();
    for (Hands.Hand hand : hands.above(party)) {
      if (hand.hold() == Hands.Hold.CERTAIN) {
        group.add(hand.id());
      }
    }
    if (group.isEmpty()) {
      group.add(party);
    }
    return group;
  }
}
