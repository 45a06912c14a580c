package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;

/** Takes frames off a TCP connection. */
final class Dnp3StreamDecoder implements StreamDecoder {
  private final Stations stations;
  private final DecodeContext context;

  Dnp3StreamDecoder(Stations stations, DecodeContext context) {
    this.stations = stations;
    this.context = context;
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (!Link.plausible(buffer, at, end - at)) {
        return at == offset ? lost(buffer, at, mark) : at - offset;
      }
      if (end - at < Link.HEADER_BYTES || Link.frameBytes(buffer, at) > end - at) {
        break;
      }
      int bytes = Link.frameBytes(buffer, at);
      stations.frame(direction, buffer, at, mark);
      at += bytes;
    }
    return at - offset;
  }

  private int lost(byte[] b, int at, FrameMark mark) {
    context.reject(
        "dnp3-frame",
        mark,
        "no DNP3 frame with a good check sum begins with byte " + (b[at] & 0xff) + ".");
    return LOST;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; skip < length; skip++) {
      // Start bytes alone are too weak within other data; at the end they may be all there is.
      if (Link.plausible(buffer, offset + skip, length - skip)) {
        return skip;
      }
    }
    return length;
  }

  @Override
  public void gap(Direction direction, long missingBytes) {
    stations.gap(direction);
  }

  @Override
  public int longestMessageBytes() {
    return Link.LONGEST_BYTES;
  }

  @Override
  public void close() {
    stations.close();
  }
}
