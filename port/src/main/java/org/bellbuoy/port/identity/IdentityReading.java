package org.bellbuoy.port.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.operation.AttributeSink;
import org.jspecify.annotations.Nullable;

/**
 * Reads what devices tell of themselves outside control protocols, beside the decoders and without
 * taking anything from them. Of each TCP connection only the first bytes are looked at. Memory: at
 * most 256 certificates of 16 KiB under way and 1,024 pages whose title is awaited. Never throws
 * for what packets hold. Not thread safe.
 */
public final class IdentityReading implements ConversationListener {
  /** Of a TCP connection no more is looked at than this, both ways together. */
  public static final long MOST_STREAM_BYTES = 1 << 18;

  private final ConversationListener next;
  private final List<FrameDecoder> frames;
  private final Teller teller;
  private final Names names;
  private final Banners banners;
  private final Tls tls;

  /**
   * A reading.
   *
   * @param attributes where facts go
   * @param rejects where messages go that could not be read
   * @param next who is told of conversations too
   */
  public IdentityReading(
      AttributeSink attributes, Consumer<Reject> rejects, ConversationListener next) {
    this.next = next;
    teller = new Teller(attributes, rejects);
    names = new Names(teller);
    banners = new Banners(teller);
    tls = new Tls(teller);
    frames = List.of(new Lldp(teller), new Cdp(teller), new Arp(teller), new Bridges(teller));
  }

  /** Decoders with those of frames added that this reading needs. */
  public Decoders with(Decoders decoders) {
    List<FrameDecoder> all = new ArrayList<>(decoders.frames());
    all.addAll(frames);
    return new Decoders(decoders.streams(), decoders.datagrams(), all);
  }

  @Override
  public void opened(Conversation conversation) {
    next.opened(conversation);
  }

  @Override
  public void identified(Conversation conversation) {
    next.identified(conversation);
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    boolean others = next.payload(conversation, direction, buffer, offset, length, mark);
    Transport transport = conversation.transport();
    if (transport == Transport.TCP) {
      long bytes =
          conversation.payloadBytes(Direction.TO_SERVER)
              + conversation.payloadBytes(Direction.TO_CLIENT);
      if (bytes > MOST_STREAM_BYTES) {
        return others;
      }
      banners.read(conversation, direction, buffer, offset, length, mark);
      tls.read(conversation, direction, buffer, offset, length, mark);
      return true;
    }
    if (transport == Transport.UDP) {
      datagram(conversation, direction, buffer, offset, length, mark);
      return true;
    }
    return others;
  }

  private void datagram(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int at,
      int length,
      FrameMark mark) {
    if (Dhcp.is(b, at, length)) {
      Dhcp.read(conversation, direction, b, at, length, mark, teller);
    } else if (b[at] == 0x30 && Snmp.is(b, at, length)) {
      Snmp.read(conversation.source(direction), b, at, length, mark, teller);
    } else {
      @Nullable Protocol protocol = Names.which(conversation, b, at, length);
      if (protocol != null) {
        names.read(protocol, conversation, direction, b, at, length, mark);
        return;
      }
      protocol = LocalDiscovery.which(b, at, length);
      if (protocol != null) {
        LocalDiscovery.read(protocol, conversation.source(direction), b, at, length, mark, teller);
      }
    }
  }

  @Override
  public void closed(Conversation conversation) {
    banners.closed(conversation);
    tls.closed(conversation);
    next.closed(conversation);
  }
}
