package org.bellbuoy.core.exhibit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one finding shows.
 *
 * @param finding the finding's id
 * @param layers map layers, drawn in this order; empty for no map
 * @param timelines drawn one under another
 * @param facts label and value pairs for a small table, in order
 * @param picture a name of what the map shows, null for the default
 * @param charts drawn after the map
 */
public record Exhibit(
    UUID finding,
    List<MapLayer> layers,
    List<Timeline> timelines,
    List<Fact> facts,
    @Nullable String picture,
    List<Chart> charts) {
  public Exhibit {
    layers = List.copyOf(layers);
    timelines = List.copyOf(timelines);
    facts = List.copyOf(facts);
    charts = List.copyOf(charts);
  }

  /** An exhibit without charts. */
  public Exhibit(
      UUID finding,
      List<MapLayer> layers,
      List<Timeline> timelines,
      List<Fact> facts,
      @Nullable String picture) {
    this(finding, layers, timelines, facts, picture, List.of());
  }

  /** One row of the small table. */
  public record Fact(String label, String value) {}
}
