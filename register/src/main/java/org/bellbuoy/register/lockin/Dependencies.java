package org.bellbuoy.register.lockin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What services rest on, layer by layer: service, asset, holder of a role, controller, country.
 *
 * <p>A service stands as long as one of its assets does. An asset stands as long as each role that
 * it needs has a holder left. A party falls when it is removed, when any party that controls it
 * falls, or with its country. Unchanging; safe for threads.
 *
 * @param services what is asked about
 * @param assets what they use
 * @param parties holders of roles and those who control them
 */
public record Dependencies(List<Service> services, List<Asset> assets, List<Party> parties) {
  /**
   * A service.
   *
   * @param assets ids of those any one of which can carry it
   * @param complete whether these are known to be all; else others may carry it, too
   */
  public record Service(String id, Set<String> assets, boolean complete) {
    /** Keeps a copy. */
    public Service {
      assets = Set.copyOf(assets);
    }

    /** One of which all carriers are named. */
    public Service(String id, Set<String> assets) {
      this(id, assets, true);
    }
  }

  /**
   * An asset.
   *
   * @param capacity that it carries, in one unit throughout
   * @param roles that somebody must hold for it to work
   */
  public record Asset(String id, double capacity, List<Role> roles) {
    /** Keeps a copy. */
    public Asset {
      roles = List.copyOf(roles);
    }
  }

  /**
   * A role at an asset.
   *
   * @param name such as "maintainer"
   * @param holders ids of parties any one of which can fill it
   * @param holderUnknown whether nobody knows who fills it, or who else does
   */
  public record Role(String name, Set<String> holders, boolean holderUnknown) {
    /** Keeps a copy. */
    public Role {
      holders = Set.copyOf(holders);
    }
  }

  /**
   * A party.
   *
   * @param controllers ids of parties that control it; cycles are allowed
   * @param country ISO 3166-1 alpha-2, empty where not known
   */
  public record Party(String id, Set<String> controllers, Optional<String> country) {
    /** Keeps a copy. */
    public Party {
      controllers = Set.copyOf(controllers);
    }
  }

  /** Keeps copies. */
  public Dependencies {
    services = List.copyOf(services);
    assets = List.copyOf(assets);
    parties = List.copyOf(parties);
  }

  /** Ids that are named twice or named and not there, in sentences; none where all is well. */
  public List<String> problems() {
    Set<String> told = new TreeSet<>();
    Set<String> assetIds = new HashSet<>();
    Set<String> partyIds = new HashSet<>();
    Set<String> serviceIds = new HashSet<>();
    services.forEach(s -> once(serviceIds, "service", s.id, told));
    assets.forEach(a -> once(assetIds, "asset", a.id, told));
    parties.forEach(p -> once(partyIds, "party", p.id, told));
    for (Service service : services) {
      service.assets.forEach(id -> known(assetIds, "asset", id, "service " + service.id, told));
    }
    for (Asset asset : assets) {
      for (Role role : asset.roles) {
        role.holders.forEach(id -> known(partyIds, "party", id, "asset " + asset.id, told));
      }
    }
    for (Party party : parties) {
      party.controllers.forEach(id -> known(partyIds, "party", id, "party " + party.id, told));
    }
    return List.copyOf(told);
  }

  private static void once(Set<String> ids, String what, String id, Set<String> told) {
    if (!ids.add(id)) {
      told.add("There are two of " + what + " " + id + ".");
    }
  }

  private static void known(Set<String> ids, String what, String id, String by, Set<String> told) {
    if (!ids.contains(id)) {
      told.add("There is no " + what + " " + id + ", which " + by + " names.");
    }
  }

  /** Parties that fall with those parties or countries, themselves included. */
  public Set<String> fallen(Removal removal) {
    Set<String> fallen = new HashSet<>(removal.parties());
    for (Party party : parties) {
      if (party.country.filter(removal.countries()::contains).isPresent()) {
        fallen.add(party.id);
      }
    }
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Party party : parties) {
        if (!fallen.contains(party.id) && party.controllers.stream().anyMatch(fallen::contains)) {
          grew |= fallen.add(party.id);
        }
      }
    }
    return fallen;
  }

  /** Assets that stand without those parties. */
  Map<String, Asset> standing(Set<String> fallen, Set<String> assetsRemoved, boolean unknownFalls) {
    Map<String, Asset> standing = new TreeMap<>();
    for (Asset asset : assets) {
      boolean stands =
          asset.roles.stream()
              .allMatch(
                  role ->
                      !unknownFalls && role.holderUnknown
                          || role.holders.stream().anyMatch(id -> !fallen.contains(id)));
      if (stands && !assetsRemoved.contains(asset.id)) {
        standing.put(asset.id, asset);
      }
    }
    return standing;
  }
}
