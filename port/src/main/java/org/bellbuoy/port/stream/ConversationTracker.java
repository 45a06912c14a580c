package org.bellbuoy.port.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.packet.PacketView;

/**
 * Sorts packets into conversations, puts TCP in order and feeds decoders. Bounded: so many
 * conversations at a time, of which the longest unused is forgotten first; so many bytes of
 * segments that came early and of messages that are not whole. Not thread safe.
 */
public final class ConversationTracker {
  /** TCP connections remembered at a time; the same for all other conversations. */
  public static final int MOST_CONVERSATIONS = 1 << 16;

  /** A TCP connection that is silent for so long is forgotten. */
  public static final long TCP_IDLE_NANOS = 6L * 3600 * 1_000_000_000;

  /**
   * Any other conversation that is silent for so long is forgotten; its next packet opens a new.
   */
  public static final long DATAGRAM_IDLE_NANOS = 120L * 1_000_000_000;

  private final StreamFeeder streams;
  private final DatagramFeeder datagrams;
  private final TcpTracker tcp;
  private final FlowTable connections;
  private final FlowTable others;
  private final Map<Integer, List<FrameDecoder>> byEtherType = new HashMap<>();
  private final List<FrameDecoder> frames;
  private final ConversationListener listener;

  /** A tracker that feeds these decoders and tells that listener. */
  public ConversationTracker(
      Decoders decoders, DecodeContext context, ConversationListener listener) {
    this.listener = listener;
    this.streams = new StreamFeeder(decoders.streams(), context, listener);
    this.datagrams = new DatagramFeeder(decoders.datagrams(), context, listener);
    this.tcp = new TcpTracker(streams);
    this.connections = new FlowTable(MOST_CONVERSATIONS, TCP_IDLE_NANOS, this::end);
    this.others = new FlowTable(MOST_CONVERSATIONS, DATAGRAM_IDLE_NANOS, this::closeOther);
    this.frames = decoders.frames();
    for (FrameDecoder decoder : frames) {
      for (int type : decoder.etherTypes()) {
        byEtherType.computeIfAbsent(type, key -> new ArrayList<>()).add(decoder);
      }
    }
  }

  /** Takes one packet that was taken apart whole. */
  public void packet(PacketView view, FrameMark mark) {
    switch (view.kind()) {
      case TCP -> {
        Flow flow = connections.find(Transport.TCP, view, mark);
        int side = connections.side;
        if (TcpTracker.opensAnother(flow, side, view)) {
          flow = connections.replace(flow, view, mark);
          side = 0;
        }
        count(flow, side);
        tcp.packet(flow, side, view, mark);
        if (flow.over && !flow.told) {
          end(flow);
        }
      }
      case UDP -> {
        Flow flow = others.find(Transport.UDP, view, mark);
        count(flow, others.side);
        datagrams.packet(flow, others.side, view, mark);
        flow.show(
            listener, others.side, view.buffer(), view.payloadOffset(), view.payloadLength(), mark);
      }
      case ICMP -> other(Transport.ICMP, view, mark);
      case IP -> other(Transport.IP, view, mark);
      case FRAME -> frame(view, mark);
    }
  }

  private void other(Transport transport, PacketView view, FrameMark mark) {
    Flow flow = others.find(transport, view, mark);
    count(flow, others.side);
    flow.payloadBytes[others.side] += view.payloadLength();
    flow.show(
        listener, others.side, view.buffer(), view.payloadOffset(), view.payloadLength(), mark);
  }

  private void frame(PacketView view, FrameMark mark) {
    List<FrameDecoder> readers = byEtherType.get(view.etherType());
    if (readers == null) {
      return;
    }
    Flow flow = others.find(Transport.LINK, view, mark);
    int side = others.side;
    count(flow, side);
    for (int i = 0; i < readers.size(); i++) {
      readers.get(i).frame(view, flow, flow.direction(side), mark);
    }
  }

  private void count(Flow flow, int side) {
    if (flow.packets[0] + flow.packets[1] == 0) {
      listener.opened(flow);
    }
    flow.packets[side]++;
  }

  /**
   * The end of a connection was seen, or it is forgotten. What still comes after its end is decoded
   * too, for a reset may be forged; it is told no second time.
   */
  private void end(Flow flow) {
    tcp.close(flow);
    streams.close(flow);
    if (!flow.told) {
      flow.told = true;
      listener.closed(flow);
    }
  }

  private void closeOther(Flow flow) {
    datagrams.close(flow);
    listener.closed(flow);
  }

  /** Conversations that are remembered now. */
  public int remembered() {
    return connections.size() + others.size();
  }

  /** The capture has ended: all conversations end with it. */
  public void finish() {
    connections.clear();
    others.clear();
    frames.forEach(FrameDecoder::close);
  }
}
