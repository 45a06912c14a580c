package org.bellbuoy.port.stream;

import java.util.List;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.packet.PacketView;

/** Tells the protocol of UDP conversations and gives their datagrams to decoders. */
final class DatagramFeeder {
  private static final int TRIES = 16;
  private static final int SELDOM = 64;
  private static final int MOST_OTHERS = 4;

  private final List<DatagramProtocol> protocols;
  private final DecodeContext context;
  private final ConversationListener listener;

  DatagramFeeder(
      List<DatagramProtocol> protocols, DecodeContext context, ConversationListener listener) {
    this.protocols = protocols;
    this.context = context;
    this.listener = listener;
  }

  void packet(Flow flow, int side, PacketView view, FrameMark mark) {
    int length = view.payloadLength();
    if (length == 0) {
      return;
    }
    flow.payloadBytes[side] += length;
    flow.missingBytes[side] += view.payloadMissing();
    DatagramFeed feed = flow.datagrams;
    if (feed == null) {
      feed = new DatagramFeed();
      flow.datagrams = feed;
    }
    if (feed.decoder == null && !identify(flow, feed, side, view)) {
      return;
    }
    DatagramDecoder decoder = feed.decoder;
    if (decoder == null) {
      return;
    }
    boolean own =
        decoder.datagram(
            flow.direction(side),
            view.buffer(),
            view.payloadOffset(),
            length,
            view.payloadMissing(),
            mark);
    feed.others = own ? 0 : feed.others + 1;
    if (!own) {
      flow.skippedBytes[side] += length;
    }
    if (feed.others > MOST_OTHERS) {
      decoder.close();
      feed.decoder = null;
      feed.tried = 0;
      feed.others = 0;
      flow.protocol = Protocol.UNKNOWN;
    }
  }

  private boolean identify(Flow flow, DatagramFeed feed, int side, PacketView view) {
    feed.tried++;
    if (feed.tried > TRIES && feed.tried % SELDOM != 0) {
      return false;
    }
    for (int i = 0; i < protocols.size(); i++) {
      DatagramProtocol protocol = protocols.get(i);
      Identity identity =
          protocol.identify(view.buffer(), view.payloadOffset(), view.payloadLength());
      int usual = identity == Identity.NO ? -1 : Doubts.usualSide(flow, protocol.usualPorts());
      boolean accepted = feed.doubts(protocols.size()).isEnough(i, identity, usual);
      if (accepted) {
        Orienting.orient(flow, side, identity, usual);
        feed.decoder = protocol.open(flow, context);
        feed.doubts = null;
        feed.others = 0;
        flow.protocol = protocol.protocol();
        listener.identified(flow);
        return true;
      }
    }
    return false;
  }

  void close(Flow flow) {
    DatagramFeed feed = flow.datagrams;
    if (feed != null && feed.decoder != null) {
      feed.decoder.close();
    }
    flow.datagrams = null;
  }
}
