package org.bellbuoy.server.simulate;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ordinary requests to one server. */
interface Traffic {
  /** Takes a request; the rows are reused. Proxy row null where HttpProxy logs nothing. */
  interface Sink {
    void put(int millisOfDay, Row row, @Nullable ProxyRow proxy) throws IOException;
  }

  /**
   * Sends what one visitor asks for at a moment: one request or a page with what it needs.
   *
   * @param day index of the day
   * @return how many rows were sent
   */
  int visit(int day, int millisOfDay, boolean working, Sink sink) throws IOException;

  /** Sends what a machine asks for at set intervals, one round. */
  void round(int day, int millisOfDay, Sink sink) throws IOException;
}
