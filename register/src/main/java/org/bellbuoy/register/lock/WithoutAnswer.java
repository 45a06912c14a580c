package org.bellbuoy.register.lock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.register.lockin.CutSets;
import org.bellbuoy.register.lockin.Network;

/**
 * What is left without a party or a country.
 *
 * @param removed its id, or the country's code
 * @param country whether it is a country
 * @param asOf the day
 * @param roles words of the roles without whose holder an asset falls
 * @param partiesFall parties that fall with it for certain, sorted
 * @param partiesMayFall others that fall by possible or stated control, sorted
 * @param assetsTouched assets in which any of them all has one of the roles; where there is none,
 *     nothing can be said of what would be lost
 * @param assetsLost for certain, sorted
 * @param assetsMaybeLost others, by possible or stated control, sorted
 * @param assetsLostOfNamed others of which nobody who is named for one of the roles is left, while
 *     the register does not say that all are named, sorted
 * @param services each that loses a path, or may
 * @param neverCarried services that nothing carried before either, sorted
 * @param underFlag assets under the country's flag or on its ground; told, and not counted as lost
 * @param zones maintenance zones that lose ships, or may
 * @param flows landing countries whose greatest flow changes, or may
 * @param networkUntold segments and cables of which nobody told whom they join
 * @param names of services and of maintenance by one provider
 */
public record WithoutAnswer(
    String removed,
    boolean country,
    LocalDate asOf,
    List<String> roles,
    List<String> partiesFall,
    List<String> partiesMayFall,
    int assetsTouched,
    List<String> assetsLost,
    List<String> assetsMaybeLost,
    List<String> assetsLostOfNamed,
    List<ServiceLeft> services,
    List<String> neverCarried,
    List<String> underFlag,
    List<ZoneLeft> zones,
    List<FlowLeft> flows,
    List<String> networkUntold,
    Map<String, String> names) {
  public WithoutAnswer {
    roles = List.copyOf(roles);
    partiesFall = List.copyOf(partiesFall);
    partiesMayFall = List.copyOf(partiesMayFall);
    assetsLost = List.copyOf(assetsLost);
    assetsMaybeLost = List.copyOf(assetsMaybeLost);
    assetsLostOfNamed = List.copyOf(assetsLostOfNamed);
    services = List.copyOf(services);
    neverCarried = List.copyOf(neverCarried);
    underFlag = List.copyOf(underFlag);
    zones = List.copyOf(zones);
    flows = List.copyOf(flows);
    networkUntold = List.copyOf(networkUntold);
    names = Map.copyOf(names);
  }

  /** In a sentence, where the register lists nothing that could be lost; else empty. */
  public String nothingListed() {
    return assetsTouched > 0
        ? ""
        : "The register lists no asset in which they have any of these roles; what would be lost"
            + " cannot be told.";
  }

  /** What becomes of a service. */
  public enum Outcome {
    /** Nothing carries it any more. */
    LOST,
    /** Nothing that is named carries it any more; whether others do is not known. */
    NAMED_LOST,
    /** Lost, if control that is only possible or stated, or a holder nobody knows, is of theirs. */
    MAYBE_LOST,
    /** One path is left of several. */
    ONE_PATH,
    /** It loses paths and has more than one. */
    FEWER
  }

  /**
   * A service.
   *
   * @param pathsBefore assets that carried it
   * @param pathsLeftLow how many are left at least
   * @param pathsLeftHigh how many at most
   * @param complete whether the register says that all assets that carry it are named; else the
   *     paths are those of the named alone
   * @param cuts minimal cut sets of one and two, with nothing removed
   */
  public record ServiceLeft(
      String id,
      Outcome outcome,
      int pathsBefore,
      int pathsLeftLow,
      int pathsLeftHigh,
      boolean complete,
      CutSets.Found cuts) {}

  /**
   * A maintenance zone.
   *
   * @param before with all its repair ships
   * @param atMost with those that are left for certain control
   * @param atLeast with those that are left where possible control and unknown holders count
   */
  public record ZoneLeft(
      String id,
      RepairInputs inputs,
      RepairFigure before,
      RepairFigure atMost,
      RepairFigure atLeast,
      String problem) {}

  /** Greatest flow of a landing country to all others, with a least cut; empty for none. */
  public record FlowLeft(
      String country,
      Optional<Network.Flow> before,
      Optional<Network.Flow> atMost,
      Optional<Network.Flow> atLeast) {}
}
