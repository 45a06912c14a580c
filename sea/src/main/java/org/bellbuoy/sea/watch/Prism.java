package org.bellbuoy.sea.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.cable.CableWithinReach;
import org.bellbuoy.sea.cable.Reach;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.jspecify.annotations.Nullable;

/** Joins silences to cables. */
final class Prism {
  private static final int OUTLINE_POINTS = 96;

  private Prism() {}

  /** What could be reached between two fixes, or from one on until a time. */
  static Reach reach(
      SeaEvent.End before, SeaEvent.@Nullable End after, long untilMillis, double knots) {
    Reach.Fix start = fix(before);
    return after == null
        ? Reach.since(start, untilMillis, knots)
        : Reach.between(start, fix(after), knots);
  }

  /** The cables within reach as assets, the longest possible stay first. */
  static List<ReachedCable> cables(List<CableWithinReach> within, Reach reach) {
    List<ReachedCable> found = new ArrayList<>();
    for (CableWithinReach one : within) {
      ObjectNode detail = JsonNodeFactory.instance.objectNode();
      detail.put("longestStaySeconds", Math.round(one.longestStaySeconds()));
      detail.put("leastSpeedKnots", Math.round(one.leastSpeedKnots() * 10) / 10.0);
      if (reach.end() == null) {
        detail.put("firstReachedSeconds", Math.round(firstSeconds(one, reach)));
      }
      detail.put("uncertaintyMetres", Math.round(one.cable().uncertaintyMetres()));
      detail.put("nearestMetres", Math.round(one.nearestMetres()));
      detail.put("crossesStraightWay", one.crossesStraightPath());
      found.add(
          new ReachedCable(
              new AssetRef(
                  "cable",
                  one.cable().id(),
                  one.cable().name(),
                  "within-reach",
                  one.alongKilometres(),
                  detail),
              one.longestStaySeconds(),
              one.leastSpeedKnots(),
              one.crossesStraightPath()));
    }
    return found;
  }

  /** How long after the last fix of an open silence a cable could first have been reached. */
  static double firstSeconds(CableWithinReach cable, Reach reach) {
    return reach.durationSeconds() - cable.longestStaySeconds();
  }

  static Geometry outline(Reach reach) {
    return reach.outline(OUTLINE_POINTS);
  }

  private static Reach.Fix fix(SeaEvent.End end) {
    return new Reach.Fix(end.latitude(), end.longitude(), end.epochMillis());
  }
}
