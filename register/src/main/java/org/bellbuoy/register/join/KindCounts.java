package org.bellbuoy.register.join;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;

/** Who has which role in assets of a kind; linear in assets and roles, once. */
final class KindCounts {
  private final Map<AssetKind, Map<RoleKind, Count>> counts = new EnumMap<>(AssetKind.class);
  private final Map<AssetKind, Integer> assets = new HashMap<>();

  /** Named holders, and in how many assets anybody is named. */
  private static final class Count {
    private final Set<String> holders = new LinkedHashSet<>();
    private final Map<String, Integer> alone = new HashMap<>();
    private int assets;
  }

  KindCounts(Register register) {
    for (Asset asset : register.assets()) {
      assets.merge(asset.kind(), 1, Integer::sum);
      Map<RoleKind, Set<String>> seen = new EnumMap<>(RoleKind.class);
      for (Role role : register.rolesIn(asset.id())) {
        boolean named =
            register
                .party(role.holder())
                .map(Party::kind)
                .filter(kind -> !kind.unnamed())
                .isPresent();
        if (named) {
          Count count =
              counts
                  .computeIfAbsent(asset.kind(), k -> new EnumMap<>(RoleKind.class))
                  .computeIfAbsent(role.kind(), k -> new Count());
          count.holders.add(role.holder());
          Set<String> ofAsset = seen.computeIfAbsent(role.kind(), k -> new LinkedHashSet<>());
          if (ofAsset.isEmpty()) {
            count.assets++;
          }
          ofAsset.add(role.holder());
        }
      }
      seen.forEach(
          (role, ofAsset) -> {
            Count count = counts.getOrDefault(asset.kind(), Map.of()).get(role);
            if (ofAsset.size() == 1 && count != null) {
              count.alone.merge(ofAsset.iterator().next(), 1, Integer::sum);
            }
          });
    }
  }

  /** Named holders of a role in assets of a kind. */
  Set<String> holders(AssetKind kind, RoleKind role) {
    Count count = counts.getOrDefault(kind, Map.of()).get(role);
    return count == null ? Set.of() : count.holders;
  }

  /** Assets of the kind in which somebody is named for the role. */
  int named(AssetKind kind, RoleKind role) {
    Count count = counts.getOrDefault(kind, Map.of()).get(role);
    return count == null ? 0 : count.assets;
  }

  /** Assets of the kind in which that party alone is named for the role. */
  int alone(AssetKind kind, RoleKind role, String holder) {
    Count count = counts.getOrDefault(kind, Map.of()).get(role);
    return count == null ? 0 : count.alone.getOrDefault(holder, 0);
  }

  /** Assets of the kind. */
  int all(AssetKind kind) {
    return assets.getOrDefault(kind, 0);
  }
}
