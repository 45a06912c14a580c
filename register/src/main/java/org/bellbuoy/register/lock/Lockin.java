package org.bellbuoy.register.lock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.WithoutAnswer.FlowLeft;
import org.bellbuoy.register.lock.WithoutAnswer.Outcome;
import org.bellbuoy.register.lock.WithoutAnswer.ServiceLeft;
import org.bellbuoy.register.lock.WithoutAnswer.ZoneLeft;
import org.bellbuoy.register.lockin.CutSets;
import org.bellbuoy.register.lockin.Dependencies;
import org.bellbuoy.register.lockin.Network;
import org.bellbuoy.register.lockin.Removal;
import org.bellbuoy.register.lockin.RepairModel;
import org.bellbuoy.register.lockin.Without;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Words;

/**
 * Answers questions about lock-in over one register on one day. Not thread safe. Cut sets are
 * quadratic in the parties that a service rests on.
 */
public final class Lockin {
  /** Roles without whose holder an asset falls, unless others are asked for. */
  public static final Set<RoleKind> ROLES =
      Set.copyOf(
          EnumSet.of(
              RoleKind.OWNER,
              RoleKind.OPERATOR,
              RoleKind.MAKER,
              RoleKind.SOFTWARE_MAKER,
              RoleKind.SERVICE_PROVIDER,
              RoleKind.REMOTE_ACCESS));

  private final Controllers controllers;
  private final LocalDate asOf;
  private final RepairInputs inputs;
  private final RepairModel simulation;
  private final Set<RoleKind> kinds;
  private final Layers layers;
  private final Markets markets;
  private final Zones zones;

  private Lockin(
      Controllers controllers,
      LocalDate asOf,
      RepairInputs inputs,
      RepairModel simulation,
      Set<RoleKind> kinds) {
    this.controllers = controllers;
    this.asOf = asOf;
    this.inputs = inputs;
    this.simulation = simulation;
    this.kinds = EnumSet.copyOf(kinds);
    this.layers = Layers.of(controllers.register(), kinds);
    this.markets = new Markets(controllers, new UltimateController(controllers));
    this.zones = new Zones(controllers, asOf, markets);
  }

  /**
   * Prepares questions.
   *
   * @param asOf the day of {@code controllers}
   * @param inputs what repairs take, where the zones do not say
   * @param simulation the second way to reckon waits
   * @param kinds roles without whose holder an asset falls, at least one
   */
  public static Lockin of(
      Controllers controllers,
      LocalDate asOf,
      RepairInputs inputs,
      RepairModel simulation,
      Set<RoleKind> kinds) {
    return new Lockin(controllers, asOf, inputs, simulation, kinds);
  }

  /**
   * Concentration and zones.
   *
   * @param rows of markets
   * @param market only those whose name or zone has this in it; empty for all
   */
  public LockinAnswer concentration(List<MarketRow> rows, String market) {
    String wanted = market.toLowerCase(Locale.ROOT);
    return new LockinAnswer(
        asOf,
        markets.of(
            rows.stream()
                .filter(row -> row.market().toLowerCase(Locale.ROOT).contains(wanted))
                .toList()),
        wanted.isEmpty() ? zones.fleets() : List.of(),
        zones.all().stream()
            .filter(
                zone ->
                    zone.id().toLowerCase(Locale.ROOT).contains(wanted)
                        || zone.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(zone -> zones.figure(zone, layers, inputs, simulation))
            .toList());
  }

  /** Without a party and all that it controls; with {@code country}, without all of a country's. */
  public WithoutAnswer without(String removed, boolean country) {
    Removal removal = country ? Removal.ofCountry(removed) : Removal.ofParty(removed);
    Without certain = Without.of(layers.certain(), removal);
    Without possible = Without.of(layers.possible(), removal);
    Set<String> lost = new TreeSet<>(certain.assetsLost());
    Set<String> maybe = new TreeSet<>(possible.assetsLost());
    maybe.removeAll(lost);
    Set<String> unknown = unknownFalls();
    Set<String> ofNamed = lostOfNamed(layers.possible().fallen(removal));
    ofNamed.removeAll(lost);
    ofNamed.removeAll(maybe);
    List<ServiceLeft> services = new ArrayList<>();
    for (Dependencies.Service service : layers.certain().services()) {
      left(service, lost, maybe, ofNamed, unknown, certain.servicesNeverCarried())
          .ifPresent(services::add);
    }
    Set<String> falls = new TreeSet<>(layers.certain().fallen(removal));
    Set<String> mayFall = new TreeSet<>(layers.possible().fallen(removal));
    mayFall.removeAll(falls);
    RegisterNetwork network = RegisterNetwork.of(controllers.register());
    return new WithoutAnswer(
        removed,
        country,
        asOf,
        kinds.stream().map(Words::of).toList(),
        List.copyOf(falls),
        List.copyOf(mayFall),
        touched(falls, mayFall),
        List.copyOf(lost),
        List.copyOf(maybe),
        List.copyOf(ofNamed),
        services,
        certain.servicesNeverCarried(),
        country ? underFlag(removed) : List.of(),
        zonesLeft(lost, maybe, unknown),
        flows(network, lost, maybe),
        network.untold(),
        layers.names());
  }

  private Optional<ServiceLeft> left(
      Dependencies.Service service,
      Set<String> lost,
      Set<String> maybe,
      Set<String> ofNamed,
      Set<String> unknown,
      List<String> neverCarried) {
    if (neverCarried.contains(service.id())) {
      return Optional.empty();
    }
    int before = service.assets().size();
    int high = count(service.assets(), lost, Set.of(), Set.of());
    int low = count(service.assets(), lost, maybe, unknown);
    boolean touched =
        service.assets().stream()
            .anyMatch(a -> lost.contains(a) || maybe.contains(a) || ofNamed.contains(a));
    if (!touched) {
      return Optional.empty();
    }
    Outcome outcome =
        high == 0
            ? service.complete() ? Outcome.LOST : Outcome.NAMED_LOST
            : low == 0 ? Outcome.MAYBE_LOST : high == 1 ? Outcome.ONE_PATH : Outcome.FEWER;
    return Optional.of(
        new ServiceLeft(
            service.id(),
            outcome,
            before,
            low,
            high,
            service.complete(),
            CutSets.of(layers.certain(), service)));
  }

  private int touched(Set<String> falls, Set<String> mayFall) {
    return (int)
        layers.certain().assets().stream()
            .filter(
                asset ->
                    asset.roles().stream()
                        .flatMap(role -> role.holders().stream())
                        .anyMatch(holder -> falls.contains(holder) || mayFall.contains(holder)))
            .count();
  }

  private static int count(
      Set<String> assets, Set<String> lost, Set<String> maybe, Set<String> unknown) {
    return (int)
        assets.stream()
            .filter(a -> !lost.contains(a) && !maybe.contains(a) && !unknown.contains(a))
            .count();
  }

  /** Assets of which a role's holder may be anybody, so also whoever is thought away. */
  private Set<String> unknownFalls() {
    Set<String> unknown = new HashSet<>();
    for (Dependencies.Asset asset : layers.certain().assets()) {
      if (asset.roles().stream().anyMatch(role -> role.holderUnknown())) {
        unknown.add(asset.id());
      }
    }
    return unknown;
  }

  /** Assets with a role that only somebody who is not named could still hold. */
  private Set<String> lostOfNamed(Set<String> fallen) {
    Set<String> lost = new TreeSet<>();
    for (Dependencies.Asset asset : layers.certain().assets()) {
      if (asset.roles().stream()
          .anyMatch(role -> !role.holders().isEmpty() && fallen.containsAll(role.holders()))) {
        lost.add(asset.id());
      }
    }
    return lost;
  }

  private List<String> underFlag(String country) {
    return controllers.register().assets().stream()
        .filter(asset -> asset.country().equals(country))
        .map(Asset::id)
        .sorted()
        .toList();
  }

  private List<ZoneLeft> zonesLeft(Set<String> lost, Set<String> maybe, Set<String> unknown) {
    List<ZoneLeft> left = new ArrayList<>();
    for (Asset zone : zones.all()) {
      Set<String> ships = Set.copyOf(zones.ships(zone, Zones::repairs));
      if (ships.stream().noneMatch(ship -> lost.contains(ship) || maybe.contains(ship))) {
        continue;
      }
      RepairInputs used = inputs.orOf(zone);
      left.add(
          new ZoneLeft(
              zone.id(),
              used,
              RepairFigure.of(ships.size(), used, simulation),
              RepairFigure.of(count(ships, lost, Set.of(), Set.of()), used, simulation),
              RepairFigure.of(count(ships, lost, maybe, unknown), used, simulation),
              used.problem()));
    }
    return left;
  }

  private static List<FlowLeft> flows(
      RegisterNetwork network, Set<String> lost, Set<String> maybe) {
    Set<String> both = new HashSet<>(lost);
    both.addAll(maybe);
    Network most = network.without(lost);
    Network least = network.without(both);
    List<FlowLeft> flows = new ArrayList<>();
    if (least.links().size() < network.network().links().size()) {
      for (String country : network.countries().keySet()) {
        Optional<Network.Flow> before = network.flow(network.network(), country);
        Optional<Network.Flow> after = network.flow(least, country);
        if (!before.map(Network.Flow::capacity).equals(after.map(Network.Flow::capacity))) {
          flows.add(new FlowLeft(country, before, network.flow(most, country), after));
        }
      }
    }
    return flows;
  }

  /** Whether the register knows a party or asset of that country. */
  public boolean knowsCountry(String code) {
    return controllers.register().entities().stream().map(Entity::country).anyMatch(code::equals);
  }
}
