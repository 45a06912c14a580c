package org.bellbuoy.register.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.bellbuoy.core.reject.Reject;

/** What is said of a file that is no JSON from some place on. */
public final class BrokenJson {
  private BrokenJson() {}

  /**
   * The reject for the rest of the file.
   *
   * @param name of the file
   * @param source its index among those of the run
   */
  public static Reject reject(JsonProcessingException e, String name, int source) {
    JsonLocation at = e.getLocation();
    String why =
        e instanceof StreamConstraintsException
            ? "is larger or deeper than is read"
            : "is no JSON from here on";
    return new Reject(
        "broken-json",
        source,
        at == null ? 0 : Math.max(0, at.getByteOffset()),
        0,
        at == null ? 0 : at.getLineNr(),
        "%s %s: %s; what came before was read.".formatted(name, why, e.getOriginalMessage()));
  }
}
