package org.bellbuoy.server.content;

import java.util.List;
import org.bellbuoy.core.reject.Reject;

/**
 * What a table gave.
 *
 * @param table what could be used
 * @param rejects lines that could not, each with line and sentence
 */
public record Loaded<T>(T table, List<Reject> rejects) {
  public Loaded {
    rejects = List.copyOf(rejects);
  }
}
