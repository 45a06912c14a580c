package org.bellbuoy.register.lock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.MarketFigure.Whole;
import org.bellbuoy.register.lockin.Concentration;
import org.bellbuoy.register.lockin.CutSets;
import org.bellbuoy.register.lockin.Dependencies;
import org.bellbuoy.register.lockin.Market;
import org.bellbuoy.register.lockin.RepairModel;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;

/** Maintenance zones with their ships. */
final class Zones {
  /** Field of a vessel that says what work it does. */
  private static final String WORK = "work";

  private static final String REPAIR = "maintenance";

  private final Register register;
  private final LocalDate asOf;
  private final Markets markets;

  Zones(Controllers controllers, LocalDate asOf, Markets markets) {
    this.register = controllers.register();
    this.asOf = asOf;
    this.markets = markets;
  }

  static boolean isZone(Asset asset) {
    return asset.kind() == AssetKind.AGREEMENT || asset.kind() == AssetKind.MAINTENANCE_ZONE;
  }

  /** Whether a ship repairs cables: unless its work is told and repair is not in it. */
  static boolean repairs(Asset asset) {
    String work = asset.details().getOrDefault(WORK, "");
    return asset.kind() == AssetKind.VESSEL && (work.isEmpty() || work.contains(REPAIR));
  }

  List<Asset> all() {
    return register.assets().stream().filter(Zones::isZone).toList();
  }

  /** Ids of ships of a zone, sorted. */
  List<String> ships(Asset zone, Predicate<Asset> which) {
    return register.partsOf(zone.id()).stream()
        .flatMap(id -> register.asset(id).stream())
        .filter(asset -> asset.kind() == AssetKind.VESSEL)
        .filter(which)
        .map(Asset::id)
        .sorted()
        .toList();
  }

  ZoneFigure figure(Asset zone, Layers layers, RepairInputs given, RepairModel simulation) {
    List<String> ships = ships(zone, Zones::repairs);
    RepairInputs inputs = given.orOf(zone);
    Dependencies.Service service =
        layers.certain().services().stream()
            .filter(one -> one.id().equals("ships " + zone.id()))
            .findFirst()
            .orElse(new Dependencies.Service("ships " + zone.id(), Set.of(), false));
    return new ZoneFigure(
        zone.id(),
        ships,
        ships(zone, ship -> !repairs(ship)),
        register.rolesIn(zone.id()).stream()
            .filter(role -> role.kind() == RoleKind.SERVICE_PROVIDER)
            .map(Role::holder)
            .distinct()
            .sorted()
            .toList(),
        zone.complete(RoleKind.SERVICE_PROVIDER),
        fleet(
            ships,
            zone.name(),
            "repair ships of the zone by operator",
            zone.complete(Layers.SHIPS)),
        inputs,
        RepairFigure.of(ships.size(), inputs, simulation),
        ships.isEmpty() ? "The register lists no repair ship of it." : inputs.problem(),
        ships.isEmpty()
            ? new CutSets.Found(List.of(), List.of())
            : CutSets.of(layers.certain(), service));
  }

  /** All ships of the register that do one kind of work, or of which nobody tells what they do. */
  List<MarketFigure> fleets() {
    List<String> works =
        register.assets().stream()
            .filter(asset -> asset.kind() == AssetKind.VESSEL)
            .map(asset -> asset.details().getOrDefault(WORK, ""))
            .flatMap(work -> List.of(work.split("\\+")).stream())
            .filter(work -> !work.isEmpty())
            .distinct()
            .sorted()
            .toList();
    List<MarketFigure> fleets = new ArrayList<>();
    for (String work : works) {
      List<String> ships =
          register.assets().stream()
              .filter(asset -> asset.kind() == AssetKind.VESSEL)
              .filter(
                  asset ->
                      List.of(asset.details().getOrDefault(WORK, "").split("\\+")).contains(work))
              .map(Asset::id)
              .toList();
      fleets.add(fleet(ships, "", "ships for " + work + " by operator", false));
    }
    return fleets;
  }

  private MarketFigure fleet(List<String> ships, String region, String measure, boolean complete) {
    List<Market.Holding> holdings = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    for (String ship : ships) {
      List<String> held =
          register.rolesIn(ship).stream()
              .filter(role -> role.kind() == RoleKind.OPERATOR)
              .map(Role::holder)
              .distinct()
              .toList();
      // Of a ship that sources give to several, nobody knows whose it is.
      holdings.add(
          held.size() == 1 ? markets.holding(held.getFirst(), 1) : Market.Holding.unknown(1));
      if (held.size() == 1 && !operators.contains(held.getFirst())) {
        operators.add(held.getFirst());
      }
    }
    Market market = new Market("cable ships", region, Market.Unit.COUNT, asOf, holdings, 0);
    return new MarketFigure(
            "ships of the register",
            region,
            measure,
            "ships",
            asOf.toString(),
            complete ? Whole.COMPLETE : Whole.REGISTER,
            ships.size(),
            List.of(),
            Concentration.byHolder(market),
            Concentration.byController(market),
            List.of(),
            markets.stands(operators),
            ships.isEmpty() ? "The register lists no such ship." : "",
            List.of())
        .bounded();
  }
}
