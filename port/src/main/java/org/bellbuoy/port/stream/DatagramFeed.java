package org.bellbuoy.port.stream;

import org.bellbuoy.port.decode.DatagramDecoder;
import org.jspecify.annotations.Nullable;

/** What is kept of datagrams between two endpoints and their decoder. */
final class DatagramFeed {
  @Nullable DatagramDecoder decoder;
  int tried;
  int others;
  byte @Nullable [] doubts;

  DatagramFeed() {}
}
