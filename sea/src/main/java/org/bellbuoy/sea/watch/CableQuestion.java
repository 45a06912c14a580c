package org.bellbuoy.sea.watch;

import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.jspecify.annotations.Nullable;

/** What the watch asks of the cables. */
interface CableQuestion {
  /** Cables within reach between two fixes, or until {@code endMillis} where there is no second. */
  List<ReachedCable> within(
      SeaEvent.End before, SeaEvent.@Nullable End after, long endMillis, double knots);

  /** The area within reach, as an outline. */
  Geometry outline(SeaEvent.End before, SeaEvent.@Nullable End after, long endMillis, double knots);

  /** Whether any cables were given. */
  boolean given();
}
