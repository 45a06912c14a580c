package org.bellbuoy.register.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a party, kept from one change to the next, with whom and what it has a role in. Safe
 * for many readers, not while it is changed.
 */
final class PartyFacts extends Facts {
  private @Nullable Party party;
  private final Set<PartyFacts> below = new LinkedHashSet<>(2);
  private final Set<AssetFacts> assets = new LinkedHashSet<>(2);
  private List<Above> above = List.of();
  private Object ultimate = Unknown.VALUE;
  private Object stateOwned = Unknown.VALUE;
  private List<Object> all = List.of(Unknown.VALUE);

  /**
   * An ultimate controller as it is told.
   *
   * @param party null where the register has no such party
   */
  private record Above(Hands.Hand hand, @Nullable Party party) {
    Object facts() {
      Party told = party;
      return told == null ? Unknown.VALUE : (Struct) field -> plain(told, field);
    }
  }

  /** Parties in which it has a role. */
  Set<PartyFacts> below() {
    return below;
  }

  /** Assets in which it has a role. */
  Set<AssetFacts> assets() {
    return assets;
  }

  /** Its id; null where it is no longer there. */
  @Nullable String id() {
    Party now = party;
    return now == null ? null : now.id();
  }

  /** Itself, or unknown where it is nobody who can be named. */
  Object value() {
    Party now = party;
    return now == null || now.kind().unnamed() ? Unknown.VALUE : this;
  }

  /**
   * Takes what the register says of it now, null where it is no longer there; gives whether that is
   * another.
   */
  boolean describe(@Nullable Party now) {
    boolean other = party == null ? now != null : !party.equals(now);
    party = now;
    return other;
  }

  /** Takes who controls it now; gives whether any fact of it that hangs on that is another. */
  boolean control(List<Hands.Hand> hands, Register register) {
    List<Above> now = new ArrayList<>(hands.size());
    for (Hands.Hand hand : hands) {
      now.add(new Above(hand, register.party(hand.id()).orElse(null)));
    }
    boolean other = !now.equals(above);
    above = now;
    ultimate = ultimate();
    stateOwned = stateOwned();
    all = all();
    return other;
  }

  @Override
  public Object get(String field) {
    return switch (field) {
      case "ultimateController" -> ultimate;
      case "ultimateControllers" -> all;
      case "stateOwned" -> stateOwned;
      default -> {
        Party now = party;
        yield now == null ? Unknown.VALUE : plain(now, field);
      }
    };
  }

  /** The only certain one; else the only one that is stated; what is only possible is unknown. */
  private Object ultimate() {
    for (Hands.Hold hold : List.of(Hands.Hold.CERTAIN, Hands.Hold.STATED)) {
      Above only = null;
      for (Above one : above) {
        if (one.hand().hold() == hold) {
          if (only != null) {
            return Unknown.VALUE;
          }
          only = one;
        }
      }
      if (only != null) {
        return only.facts();
      }
    }
    return Unknown.VALUE;
  }

  /** Certain and stated ones; there may always be another above who is not known. */
  private List<Object> all() {
    List<Object> known = new ArrayList<>();
    for (Above one : above) {
      if (one.hand().hold() != Hands.Hold.POSSIBLE) {
        known.add(one.facts());
      }
    }
    known.add(Unknown.VALUE);
    return known;
  }

  /** Yes by a state above for certain or as stated; no only under one certain person. */
  private Object stateOwned() {
    if (party != null && party.kind().ofState()) {
      return true;
    }
    boolean person = false;
    boolean open = false;
    for (Above one : above) {
      PartyKind kind = one.party() == null ? PartyKind.UNKNOWN : one.party().kind();
      if (one.hand().hold() != Hands.Hold.POSSIBLE && kind.ofState()) {
        return true;
      }
      boolean certain = one.hand().hold() == Hands.Hold.CERTAIN && kind == PartyKind.PERSON;
      person |= certain;
      open |= !certain;
    }
    return person && !open ? (Object) false : Unknown.VALUE;
  }
}
