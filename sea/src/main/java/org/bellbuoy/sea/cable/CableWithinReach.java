package org.bellbuoy.sea.cable;

import java.util.List;
import org.bellbuoy.core.finding.AssetRef;

/**
 * A cable that a silent ship can have come to. The cable is taken to lie anywhere within its band,
 * so that a ship needs to come no nearer to the charted route than its uncertainty.
 *
 * @param cable the cable
 * @param alongKilometres stretches that can have been reached, in order, to 100 m
 * @param longestStaySeconds the longest the ship can have been at the best place's band, going
 *     there and on at the bounding speed
 * @param leastSpeedKnots the slowest steady speed at which it can have come to the band and still
 *     be where it was heard next
 * @param closestLatitude latitude of the best place: the one with the shortest way
 * @param closestLongitude longitude of the best place
 * @param closestKilometres the best place along the cable
 * @param crossesStraightPath whether the straight way between the fixes comes within the band; for
 *     an open silence whether the last fix lies in it
 * @param nearestMetres from the straight way, or the last fix of an open silence, to the charted
 *     route
 */
public record CableWithinReach(
    Cable cable,
    List<AssetRef.Span> alongKilometres,
    double longestStaySeconds,
    double leastSpeedKnots,
    double closestLatitude,
    double closestLongitude,
    double closestKilometres,
    boolean crossesStraightPath,
    double nearestMetres) {
  public CableWithinReach {
    alongKilometres = List.copyOf(alongKilometres);
  }
}
