package org.bellbuoy.sea.cable;

import java.util.List;
import org.bellbuoy.sea.geo.Sphere;

/**
 * Finds the nearest cable to a place, within a radius fixed when the index is built. Immutable: any
 * number of threads may ask, each with a {@link CableHit} of its own. A lookup allocates nothing.
 */
public final class CableIndex {
  private final List<Cable> cables;
  private final double maximumRadiusMetres;
  private final CableGrid grid;
  final CableEdges edges;

  private CableIndex(List<Cable> cables, double maximumRadiusMetres) {
    this.cables = List.copyOf(cables);
    this.maximumRadiusMetres = maximumRadiusMetres;
    edges = new CableEdges(this.cables);
    grid = new CableGrid(edges, maximumRadiusMetres);
  }

  /** An index that can be asked for cables up to that far away, at most 1,000 km. */
  public static CableIndex of(Cables cables, double maximumRadiusMetres) {
    if (!(maximumRadiusMetres > 0 && maximumRadiusMetres <= 1_000_000)) {
      throw new IllegalArgumentException(
          "The radius must be above 0 and at most 1,000,000 metres, not "
              + maximumRadiusMetres
              + ".");
    }
    return new CableIndex(cables.cables(), maximumRadiusMetres);
  }

  /** The cables by the number that a {@link CableHit} names. */
  public List<Cable> cables() {
    return cables;
  }

  /** The largest radius that may be asked for. */
  public double maximumRadiusMetres() {
    return maximumRadiusMetres;
  }

  /**
   * Finds the charted route nearest to a place. Uncertainty bands are not considered: the caller
   * adds {@link Cable#uncertaintyMetres} as it needs. Of routes equally near, the one first in the
   * file is taken.
   *
   * @param latitude −90 to 90; beyond, as in AIS for "not available", there is no answer
   * @param longitude −180 to 180; beyond, there is no answer
   * @param radiusMetres at most {@link #maximumRadiusMetres}
   * @param result filled when there is an answer, otherwise left as it was
   * @return whether a cable lies within the radius
   */
  public boolean nearestWithin(
      double latitude, double longitude, double radiusMetres, CableHit result) {
    if (!(radiusMetres <= maximumRadiusMetres)) {
      throw new IllegalArgumentException("The index was built for a smaller radius.");
    }
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      return false;
    }
    int slot = grid.find(latitude, longitude);
    if (slot < 0) {
      return false;
    }
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double cos = Math.cos(phi);
    double px = cos * Math.cos(lambda);
    double py = cos * Math.sin(lambda);
    double pz = Math.sin(phi);
    double[] frames = edges.frames;
    int[] cellEdges = grid.edges;
    double best = Double.POSITIVE_INFINITY;
    int bestEdge = -1;
    for (int i = grid.first(slot), end = grid.first(slot + 1); i < end; i++) {
      double chord = Arcs.chordSquared(frames, cellEdges[i] * CableEdges.STRIDE, px, py, pz);
      if (chord < best) {
        best = chord;
        bestEdge = cellEdges[i];
      }
    }
    double metres = Arcs.angleOfChord(best) * Sphere.RADIUS_METRES;
    if (bestEdge < 0 || metres > radiusMetres) {
      return false;
    }
    double along =
        Arcs.along(frames, bestEdge * CableEdges.STRIDE, edges.lengths[bestEdge], px, py, pz);
    result.cable = edges.cableOf[bestEdge];
    result.distanceMetres = metres;
    result.kilometresAlong = edges.fromKilometres[bestEdge] + along * Sphere.RADIUS_METRES / 1000;
    return true;
  }
}
