package org.bellbuoy.core.exhibit;

import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a map.
 *
 * @param role what it is, which decides how it is drawn
 * @param label what the legend says
 * @param features what lies on it
 */
public record MapLayer(Role role, String label, List<Feature> features) {
  public MapLayer {
    features = List.copyOf(features);
  }

  /** What a layer holds. */
  public enum Role {
    /** A protected line: cable or pipeline. */
    ASSET,
    /** The part of a protected line that could have been reached. */
    ASSET_REACHED,
    /** The subject's track before the span. */
    TRACK_BEFORE,
    /** The subject's track after the span. */
    TRACK_AFTER,
    /** Where the subject could have been. */
    REACH,
    /** Cells with a share heard, 0 to 1, as value, and how much is known of it. */
    RECEPTION,
    /**
     * Where others were meanwhile. The value says what share of the time each was heard, 0 for one
     * that was not heard; without a value it was heard.
     */
    OTHERS,
    /** The last place before and the first after. */
    ENDPOINT,
    /** A receiver. */
    RECEIVER
  }

  /**
   * One shape.
   *
   * @param geometry where
   * @param label hover text, untrusted; null for none
   * @param value a number for colour, null for none
   * @param known how much the value rests on, from 0 (nothing) to 1 (enough); null where that is
   *     not in question. What is little known is drawn so that it passes for neither good nor bad
   */
  public record Feature(
      Geometry geometry, @Nullable String label, @Nullable Double value, @Nullable Double known) {
    /** A shape whose value is not in question. */
    public Feature(Geometry geometry, @Nullable String label, @Nullable Double value) {
      this(geometry, label, value, null);
    }
  }
}
