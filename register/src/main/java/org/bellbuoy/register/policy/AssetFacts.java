package org.bellbuoy.register.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an asset, kept from one change to the next. Its holders are held by reference, so
 * that a change of who controls them is seen without looking anything up. Safe for many readers,
 * not while it is changed.
 */
final class AssetFacts extends Facts {
  private static final List<Object> NOBODY = List.of();
  private static final List<Object> ANYBODY = List.of(Unknown.VALUE);

  private Asset asset;
  private String kind = "";
  private final Map<RoleKind, List<Object>> holdings = new EnumMap<>(RoleKind.class);
  private final Set<RoleKind> complete = EnumSet.noneOf(RoleKind.class);

  AssetFacts(Asset asset) {
    this.asset = asset;
  }

  /** A role in it, of a holder who may be nobody that can be named. */
  private record Holding(PartyFacts holder, Role role) implements Struct {
    @Override
    public Object get(String field) {
      return switch (field) {
        case "holder" -> holder.value();
        case "confidence" -> Words.of(role.statement().confidence());
        case "shareMin" -> share(role.share(), true);
        case "shareMax" -> share(role.share(), false);
        default -> throw unknown(field);
      };
    }

    private static Object share(@Nullable Share share, boolean least) {
      return share == null ? Unknown.VALUE : (Object) (least ? share.min() : share.max());
    }
  }

  /** Takes what the register says of it now. */
  void describe(Asset now, List<Role> roles, Function<String, PartyFacts> party) {
    asset = now;
    kind = now.kindWord();
    holdings.clear();
    complete.clear();
    if (!now.details().isEmpty()) {
      for (RoleKind role : FactTypes.MANY.values()) {
        if (now.complete(role)) {
          complete.add(role);
        }
      }
    }
    for (Role role : roles) {
      holdings
          .computeIfAbsent(role.kind(), k -> new ArrayList<>(2))
          .add(new Holding(party.apply(role.holder()), role));
    }
    holdings.forEach(
        (role, held) -> {
          // A list is open to more unless the asset says that all are named.
          if (!complete.contains(role)) {
            held.add(Unknown.VALUE);
          }
        });
  }

  @Override
  public Object get(String field) {
    return switch (field) {
      case "kind" -> kind;
      case "id", "name", "country" -> plain(asset, field);
      case "flag" -> asset.kind() == AssetKind.VESSEL ? text(asset.country()) : Unknown.VALUE;
      case "agreements" -> List.<Object>copyOf(asset.partOf());
      default -> role(field);
    };
  }

  private Object role(String field) {
    RoleKind many = FactTypes.MANY.get(field);
    if (many != null) {
      List<Object> held = holdings.get(many);
      return held != null ? held : complete.contains(many) ? NOBODY : ANYBODY;
    }
    RoleKind one = FactTypes.ONE.get(field);
    if (one == null) {
      throw unknown(field);
    }
    PartyFacts only = null;
    for (Object each : holdings.getOrDefault(one, NOBODY)) {
      if (each instanceof Holding holding) {
        if (only != null && only != holding.holder()) {
          return Unknown.VALUE;
        }
        only = holding.holder();
      }
    }
    return only == null ? Unknown.VALUE : only.value();
  }
}
