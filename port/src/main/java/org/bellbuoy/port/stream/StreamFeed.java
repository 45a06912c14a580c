package org.bellbuoy.port.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.StreamDecoder;
import org.jspecify.annotations.Nullable;

/** What is kept of a TCP connection between its bytes and its decoder. */
final class StreamFeed {
  /** A segment kept until the protocol is certain. */
  static final class Kept {
    final int side;
    final byte[] bytes;
    final FrameMark mark = new FrameMark();

    Kept(int side, byte[] buffer, int offset, int length, FrameMark mark) {
      this.side = side;
      this.bytes = Arrays.copyOfRange(buffer, offset, offset + length);
      this.mark.set(mark);
    }
  }

  @Nullable StreamDecoder decoder;
  final byte[] @Nullable [] rests = new byte[2][];
  final int[] restLengths = new int[2];
  final boolean[] lost = new boolean[2];

  // While the protocol is not known.
  int tried;
  @Nullable Doubts doubts;
  final List<Kept> kept = new ArrayList<>(0);
  int keptBytes;

  /** Segments in a row of which nothing could be taken. */
  int fruitless;

  StreamFeed() {}

  Doubts doubts(int protocols) {
    Doubts known = doubts;
    if (known == null) {
      known = new Doubts(protocols);
      doubts = known;
    }
    return known;
  }
}
