package org.bellbuoy.sea.simulate;

import java.util.List;

/**
 * An invented cable.
 *
 * @param id short name
 * @param name says SIMULATED
 * @param line from one landing to the other
 * @param uncertaintyMetres how far the real line may lie from the drawn one
 */
public record Cable(String id, String name, List<LatLon> line, int uncertaintyMetres) {
  /** Copies the line. */
  public Cable {
    line = List.copyOf(line);
  }

  Route route() {
    return Route.through(line, 0);
  }
}
