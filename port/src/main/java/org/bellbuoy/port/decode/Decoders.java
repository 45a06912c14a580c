package org.bellbuoy.port.decode;

import java.util.List;

/**
 * All protocols that a run can tell.
 *
 * @param streams over TCP, in the order in which they are asked
 * @param datagrams over UDP, in the order in which they are asked
 * @param frames without IP
 */
public record Decoders(
    List<StreamProtocol> streams, List<DatagramProtocol> datagrams, List<FrameDecoder> frames) {
  public Decoders {
    streams = List.copyOf(streams);
    datagrams = List.copyOf(datagrams);
    frames = List.copyOf(frames);
  }
}
