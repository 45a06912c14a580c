package org.bellbuoy.register.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Facts that follow from a register on a day, worked out as they are asked for. Not thread safe.
 */
final class Facts {
  private final Register register;
  private final Hands hands;
  private final Map<String, Struct> parties = new HashMap<>();

  /**
   * Over what a register says.
   *
   * @param hands who controls its parties
   */
  Facts(Register register, Hands hands) {
    this.register = register;
    this.hands = hands;
  }

  private static Object text(String value) {
    return value.isEmpty() ? Unknown.VALUE : value;
  }

  /** The facts of an asset. */
  Struct asset(Asset asset) {
    return field ->
        switch (field) {
          case "id" -> asset.id();
          case "name" -> asset.name();
          case "kind" -> asset.kindWord();
          case "country" -> text(asset.country());
          case "flag" -> asset.kind() == AssetKind.VESSEL ? text(asset.country()) : Unknown.VALUE;
          case "agreements" -> List.copyOf(asset.partOf());
          default -> role(asset, field);
        };
  }

  private Object role(Asset asset, String field) {
    RoleKind many = FactTypes.MANY.get(field);
    if (many != null) {
      return holdings(asset, many);
    }
    RoleKind one = FactTypes.ONE.get(field);
    if (one == null) {
      throw new IllegalStateException("The checker let pass the field " + field + ".");
    }
    String only = null;
    for (Role role : register.rolesIn(asset.id())) {
      if (role.kind() == one) {
        if (only != null && !only.equals(role.holder())) {
          return Unknown.VALUE;
        }
        only = role.holder();
      }
    }
    return only == null ? Unknown.VALUE : party(only);
  }

  /** All holders of a role; open to more unless the asset says that all are named. */
  private List<Object> holdings(Asset asset, RoleKind kind) {
    List<Object> holdings = new ArrayList<>();
    for (Role role : register.rolesIn(asset.id())) {
      if (role.kind() == kind) {
        holdings.add(holding(role));
      }
    }
    if (!asset.complete(kind)) {
      holdings.add(Unknown.VALUE);
    }
    return holdings;
  }

  private Struct holding(Role role) {
    Object holder = party(role.holder());
    return field ->
        switch (field) {
          case "holder" -> holder;
          case "confidence" -> Words.of(role.statement().confidence());
          case "shareMin" -> share(role.share(), true);
          case "shareMax" -> share(role.share(), false);
          default ->
              throw new IllegalStateException("The checker let pass the field " + field + ".");
        };
  }

  private static Object share(@Nullable Share share, boolean least) {
    return share == null ? Unknown.VALUE : (Object) (least ? share.min() : share.max());
  }

  /** The facts of a party; unknown for a party that is nobody who can be named. */
  Object party(String id) {
    Party party = register.party(id).orElse(null);
    if (party == null || party.kind().unnamed()) {
      return Unknown.VALUE;
    }
    return parties.computeIfAbsent(id, key -> struct(party));
  }

  private Struct struct(Party party) {
    List<Hands.Hand> above = hands.above(party.id());
    Object ultimate = ultimate(above);
    Object state = stateOwned(party, above);
    List<Object> all = all(above);
    return field ->
        switch (field) {
          case "ultimateController" -> ultimate;
          case "ultimateControllers" -> all;
          case "stateOwned" -> state;
          default -> plain(party, field);
        };
  }

  private static Object plain(Entity entity, String field) {
    return switch (field) {
      case "id" -> entity.id();
      case "name" -> entity.name();
      case "kind" -> entity.kindWord();
      case "country" -> text(entity.country());
      default -> throw new IllegalStateException("The checker let pass the field " + field + ".");
    };
  }

  private Object controller(String id) {
    return register
        .party(id)
        .<Object>map(party -> (Struct) field -> plain(party, field))
        .orElse(Unknown.VALUE);
  }

  /** The only certain one; else the only stated one; what is only possible is unknown. */
  private Object ultimate(List<Hands.Hand> above) {
    for (Hands.Hold hold : List.of(Hands.Hold.CERTAIN, Hands.Hold.STATED)) {
      List<String> ids =
          above.stream().filter(hand -> hand.hold() == hold).map(Hands.Hand::id).toList();
      if (!ids.isEmpty()) {
        return ids.size() == 1 ? controller(ids.getFirst()) : Unknown.VALUE;
      }
    }
    return Unknown.VALUE;
  }

  /** Certain and stated ones; there may always be another above who is not known. */
  private List<Object> all(List<Hands.Hand> above) {
    List<Object> all = new ArrayList<>();
    for (Hands.Hand hand : above) {
      if (hand.hold() != Hands.Hold.POSSIBLE) {
        all.add(controller(hand.id()));
      }
    }
    all.add(Unknown.VALUE);
    return all;
  }

  /** Yes by a state above for certain or as stated; no only under one certain person. */
  private Object stateOwned(Party party, List<Hands.Hand> above) {
    if (party.kind().ofState()) {
      return true;
    }
    boolean person = false;
    boolean open = false;
    for (Hands.Hand hand : above) {
      PartyKind kind = register.party(hand.id()).map(Party::kind).orElse(PartyKind.UNKNOWN);
      if (hand.hold() != Hands.Hold.POSSIBLE && kind.ofState()) {
        return true;
      }
      person |= hand.hold() == Hands.Hold.CERTAIN && kind == PartyKind.PERSON;
      open |= hand.hold() != Hands.Hold.CERTAIN || kind != PartyKind.PERSON;
    }
    return person && !open ? (Object) false : Unknown.VALUE;
  }
}
