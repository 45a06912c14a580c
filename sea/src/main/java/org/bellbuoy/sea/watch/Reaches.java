package org.bellbuoy.sea.watch;

import java.util.List;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.sea.cable.CableIndex;
import org.bellbuoy.sea.cable.CableReach;
import org.bellbuoy.sea.cable.CableReachOptions;
import org.bellbuoy.sea.cable.CableWithinReach;
import org.bellbuoy.sea.cable.Reach;
import org.bellbuoy.sea.cable.Ways;
import org.bellbuoy.sea.detect.ReachOptions;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.route.Outcome;
import org.bellbuoy.sea.route.WaterReach;
import org.bellbuoy.sea.route.WaterRoutes;
import org.jspecify.annotations.Nullable;

/**
 * Where silent ships could have been and which cables lie there, round land where it matters. Any
 * number of threads may ask; the answers depend on the arguments only.
 */
final class Reaches {
  private static final CableReachOptions CABLE_OPTIONS = CableReachOptions.defaults();

  private final @Nullable CableIndex cables;
  private final ReachOptions options;
  private final WaterRoutes routes = new WaterRoutes(() -> Atlas.open(Scale.M10));

  /**
   * What one reach holds.
   *
   * @param cables within it, the longest possible stay first
   * @param reasons what a finding says of land and of how far the reach was followed
   */
  record Reached(List<ReachedCable> cables, List<Reason> reasons) {
    static final Reached NOTHING = new Reached(List.of(), List.of());
  }

  /** Whether there are cables that a ship could have come to. */
  boolean hasCables() {
    return cables != null;
  }

  private record WaterWays(WaterReach reach) implements Ways {
    @Override
    public double directMetres() {
      return reach.directMetres();
    }

    @Override
    public double thereMetres(double latitude, double longitude, double withinMetres) {
      return reach.thereMetres(latitude, longitude, withinMetres);
    }

    @Override
    public double onMetres(double latitude, double longitude, double withinMetres) {
      return reach.onMetres(latitude, longitude, withinMetres);
    }

    @Override
    public double stepMetres() {
      return reach.cellMetres();
    }
  }

  Reaches(@Nullable CableIndex cables, ReachOptions options) {
    this.cables = cables;
    this.options = options;
  }

  /**
   * What could be reached between two fixes, or from one on until a time. Where no next fix is
   * known the reach stops growing after a while: later it says nothing more.
   */
  Reach reach(SeaEvent.End before, SeaEvent.@Nullable End after, long untilMillis, double knots) {
    long until =
        after == null
            ? Math.min(untilMillis, before.epochMillis() + options.openReachMillis())
            : untilMillis;
    return Prism.reach(before, after, until, knots);
  }

  /** The cables in such a reach. */
  Reached of(SeaEvent.End before, SeaEvent.@Nullable End after, long untilMillis, double knots) {
    CableIndex index = cables;
    if (index == null) {
      return Reached.NOTHING;
    }
    Reach reach = reach(before, after, untilMillis, knots);
    List<CableWithinReach> straight = CableReach.of(index, reach, CABLE_OPTIONS);
    List<CableWithinReach> found = straight;
    ReachReasons reasons = new ReachReasons(reach, untilMillis);
    if (!straight.isEmpty()) {
      switch (byWater(reach)) {
        case Outcome.Straight straightOnly -> reasons.straight(straightOnly.why());
        case Outcome.ByWater ways -> {
          WaterReach water = ways.reach();
          found = CableReach.byWater(straight, reach, new WaterWays(water));
          reasons.byWater(water, straight.size(), found);
        }
      }
    }
    if (after == null) {
      reasons.open(found);
    }
    return new Reached(Prism.cables(found, reach), reasons.all());
  }

  /** The area to draw, without what lies behind land. */
  Geometry outline(Reach reach) {
    Geometry around =
        byWater(reach) instanceof Outcome.ByWater ways ? ways.reach().outline() : null;
    return around == null ? Prism.outline(reach) : around;
  }

  private Outcome byWater(Reach reach) {
    Reach.Fix start = reach.start();
    Reach.Fix end = reach.end();
    return end == null
        ? routes.from(start.latitude(), start.longitude(), reach.budgetMetres())
        : routes.between(
            start.latitude(),
            start.longitude(),
            end.latitude(),
            end.longitude(),
            reach.budgetMetres());
  }
}
