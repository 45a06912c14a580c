package org.bellbuoy.port.stream;

import org.bellbuoy.port.decode.DatagramDecoder;
import org.jspecify.annotations.Nullable;

/** What is kept of datagrams between two endpoints and their decoder. */
final class DatagramFeed {
  @Nullable DatagramDecoder decoder;
  int tried;
  int others;
  @Nullable Doubts doubts;

  DatagramFeed() {}

  Doubts doubts(int protocols) {
    Doubts known = doubts;
    if (known == null) {
      known = new Doubts(protocols);
      doubts = known;
    }
    return known;
  }
}
