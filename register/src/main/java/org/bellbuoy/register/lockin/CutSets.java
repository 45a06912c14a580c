package org.bellbuoy.register.lockin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.register.lockin.Dependencies.Asset;
import org.bellbuoy.register.lockin.Dependencies.Party;
import org.bellbuoy.register.lockin.Dependencies.Role;
import org.bellbuoy.register.lockin.Dependencies.Service;

/**
 * The smallest sets of parties or countries without which a service is lost, up to two of them.
 * Only what is known to fall counts; a role whose holder is unknown never falls. Quadratic in the
 * number of elements that the service rests on.
 */
public final class CutSets {
  private CutSets() {}

  /** What can be thought away. */
  public sealed interface Element extends Comparable<Element> {
    /** In words. */
    String text();

    @Override
    default int compareTo(Element other) {
      return text().compareTo(other.text());
    }
  }

  /** A party. */
  public record OfParty(String id) implements Element {
    @Override
    public String text() {
      return "party " + id;
    }
  }

  /** All parties of a country. */
  public record OfCountry(String code) implements Element {
    @Override
    public String text() {
      return "country " + code;
    }
  }

  /**
   * Minimal cut sets of a service.
   *
   * @param single elements without any one of which it is lost, sorted
   * @param pairs of others without both of which it is lost and without one not, sorted
   */
  public record Found(List<Element> single, List<List<Element>> pairs) {}

  /** Cut sets of that service; none where it is not carried to begin with. */
  public static Found of(Dependencies dependencies, Service service) {
    Map<String, Party> parties = new HashMap<>();
    dependencies.parties().forEach(party -> parties.put(party.id(), party));
    List<Asset> assets =
        dependencies.assets().stream().filter(a -> service.assets().contains(a.id())).toList();
    Map<Element, Set<String>> falls = falls(assets, parties, dependencies);
    if (lost(assets, Set.of())) {
      return new Found(List.of(), List.of());
    }
    List<Element> single = new ArrayList<>();
    List<Element> others = new ArrayList<>();
    falls.keySet().stream()
        .sorted()
        .forEach(e -> (lost(assets, falls.getOrDefault(e, Set.of())) ? single : others).add(e));
    List<List<Element>> pairs = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      Set<String> first = falls.getOrDefault(others.get(i), Set.of());
      for (int j = i + 1; j < others.size(); j++) {
        Set<String> both = new HashSet<>(first);
        both.addAll(falls.getOrDefault(others.get(j), Set.of()));
        if (lost(assets, both)) {
          pairs.add(List.of(others.get(i), others.get(j)));
        }
      }
    }
    return new Found(List.copyOf(single), List.copyOf(pairs));
  }

  /** What each element takes with it, for those above the holders of roles. */
  private static Map<Element, Set<String>> falls(
      List<Asset> assets, Map<String, Party> parties, Dependencies dependencies) {
    Set<String> reached = new TreeSet<>();
    List<String> next = new ArrayList<>();
    for (Asset asset : assets) {
      asset.roles().forEach(role -> next.addAll(role.holders()));
    }
    while (!next.isEmpty()) {
      String id = next.removeLast();
      Party party = parties.get(id);
      if (reached.add(id) && party != null) {
        next.addAll(party.controllers());
      }
    }
    Map<Element, Set<String>> falls = new HashMap<>();
    for (String id : reached) {
      falls.put(new OfParty(id), dependencies.fallen(Removal.ofParty(id)));
      Party party = parties.get(id);
      if (party != null) {
        party
            .country()
            .ifPresent(
                code ->
                    falls.computeIfAbsent(
                        new OfCountry(code), e -> dependencies.fallen(Removal.ofCountry(code))));
      }
    }
    return falls;
  }

  private static boolean lost(List<Asset> assets, Set<String> fallen) {
    return assets.stream().allMatch(asset -> asset.roles().stream().anyMatch(r -> down(r, fallen)));
  }

  private static boolean down(Role role, Set<String> fallen) {
    return !role.holderUnknown() && fallen.containsAll(role.holders());
  }
}
