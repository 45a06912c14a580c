package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;

/**
 * Tells BACnet/IP by its virtual link: type, a length that is that of the datagram, and the network
 * layer's version or the length that the function must have. By chance, one datagram in some
 * hundred million would look so.
 */
public final class BacnetProtocol implements DatagramProtocol {
  private static final int[] USUAL_PORTS = {47808};

  private final Npdu network = new Npdu();

  /** The protocol; not thread safe. */
  public BacnetProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.BACNET;
  }

  @Override
  public int[] usualPorts() {
    return USUAL_PORTS.clone();
  }

  /** Devices are peers; who asks is client only in the first place. */
  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    if (!Bvlc.formed(buffer, offset, length)) {
      return Identity.NO;
    }
    int function = buffer[offset + 1];
    if (Bvlc.asks(function)) {
      return Identity.MATCH_FROM_CLIENT;
    }
    int npdu = Bvlc.networkAt(function);
    if (npdu == 0) {
      return function == Bvlc.RESULT ? Identity.MATCH_FROM_SERVER : Identity.MATCH;
    }
    if (!network.read(buffer, offset + npdu, offset + length) || network.isMessage()) {
      return Identity.MATCH;
    }
    return switch (buffer[network.bodyAt()] >> 4 & 15) {
      case Apdu.CONFIRMED -> Identity.MATCH_FROM_CLIENT;
      case Apdu.SIMPLE_ACK, Apdu.COMPLEX_ACK, Apdu.ERROR, Apdu.REJECT -> Identity.MATCH_FROM_SERVER;
      default -> Identity.MATCH;
    };
  }

  @Override
  public DatagramDecoder open(Conversation conversation, DecodeContext context) {
    return new BacnetDecoder(conversation, context);
  }
}
