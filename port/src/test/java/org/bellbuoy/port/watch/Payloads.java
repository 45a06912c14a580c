package org.bellbuoy.port.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.capture.CaptureSet;
import org.bellbuoy.port.capture.Packet;
import org.bellbuoy.port.packet.PacketParser;
import org.bellbuoy.port.packet.PacketView;

/** What TCP segments and UDP datagrams carry, packet by packet, for decoders of others. */
public final class Payloads {
  /** One payload. */
  public record Payload(long frame, int sourcePort, int destinationPort, byte[] bytes) {}

  private Payloads() {}

  /** All payloads of that kind in a capture that are neither empty nor cut. */
  public static List<Payload> of(Path capture, PacketView.Kind kind) {
    List<Payload> payloads = new ArrayList<>();
    PacketParser parser = new PacketParser();
    PacketView view = new PacketView();
    try (CaptureSet captures =
        CaptureSet.of(Inputs.find(List.of(capture.toString()), System.in), reject -> {})) {
      for (Packet packet = captures.next(); packet != null; packet = captures.next()) {
        boolean whole = parser.parse(packet, view) == PacketParser.Outcome.WHOLE;
        if (whole
            && view.kind() == kind
            && view.payloadLength() > 0
            && view.payloadMissing() == 0) {
          int from = view.payloadOffset();
          payloads.add(
              new Payload(
                  packet.frame(),
                  view.sourcePort(),
                  view.destinationPort(),
                  Arrays.copyOfRange(view.buffer(), from, from + view.payloadLength())));
        }
      }
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
    return payloads;
  }
}
