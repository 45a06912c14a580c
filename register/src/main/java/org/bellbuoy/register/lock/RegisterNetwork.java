package org.bellbuoy.register.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.register.lockin.Network;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Register;

/**
 * Landing points joined by segments, or by cable systems that tell no segments. Only what has
 * exactly two landing points is a link; of others nobody told who is joined with whom.
 *
 * @param network places are landing points; a link carries what its field {@code capacity} says, or
 *     1, so that links are counted
 * @param countries landing points of each country
 * @param wholes of each link the assets with which it falls, itself included
 * @param untold segments and cables that are no link, sorted
 */
record RegisterNetwork(
    Network network,
    Map<String, Set<String>> countries,
    Map<String, Set<String>> wholes,
    List<String> untold) {

  static RegisterNetwork of(Register register) {
    Set<String> places = new TreeSet<>();
    Map<String, Set<String>> countries = new TreeMap<>();
    List<Network.Link> links = new ArrayList<>();
    Map<String, Set<String>> wholes = new TreeMap<>();
    List<String> untold = new ArrayList<>();
    for (Asset asset : register.assets()) {
      if (asset.kind() == AssetKind.LANDING_POINT) {
        places.add(asset.id());
        if (!asset.country().isEmpty()) {
          countries.computeIfAbsent(asset.country(), c -> new TreeSet<>()).add(asset.id());
        }
      }
    }
    for (Asset asset : register.assets()) {
      boolean whole =
          asset.kind() == AssetKind.CABLE_SYSTEM
              && parts(register, asset, AssetKind.SEGMENT).isEmpty();
      if (asset.kind() != AssetKind.SEGMENT && !whole) {
        continue;
      }
      List<String> ends = parts(register, asset, AssetKind.LANDING_POINT);
      if (ends.size() == 2) {
        links.add(
            new Network.Link(
                asset.id(), ends.getFirst(), ends.getLast(), capacity(asset), Set.of()));
        Set<String> falls = new HashSet<>(asset.partOf());
        falls.add(asset.id());
        wholes.put(asset.id(), falls);
      } else if (!ends.isEmpty()) {
        untold.add(asset.id());
      }
    }
    return new RegisterNetwork(new Network(places, links), countries, wholes, untold);
  }

  private static List<String> parts(Register register, Asset whole, AssetKind kind) {
    return register.partsOf(whole.id()).stream()
        .filter(id -> register.asset(id).filter(part -> part.kind() == kind).isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  private static double capacity(Asset asset) {
    String value = asset.details().getOrDefault("capacity", "");
    return value.matches("[0-9]{1,12}(\\.[0-9]{1,9})?") ? Double.parseDouble(value) : 1;
  }

  /** The same without links that fall with those assets. */
  Network without(Set<String> assets) {
    return new Network(
        network.places(),
        network.links().stream()
            .filter(
                link ->
                    wholes.getOrDefault(link.id(), Set.of()).stream().noneMatch(assets::contains))
            .toList());
  }

  /** Greatest flow between a country's landing points and those of all others. */
  Optional<Network.Flow> flow(Network left, String country) {
    Set<String> own = countries.getOrDefault(country, Set.of());
    Set<String> others = new TreeSet<>(network.places());
    others.removeAll(own);
    return left.flow(own, others);
  }
}
