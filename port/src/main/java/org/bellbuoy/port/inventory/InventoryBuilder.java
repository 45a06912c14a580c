package org.bellbuoy.port.inventory;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Gathers an inventory while captures are read. Memory grows with devices, not with packets, and is
 * bounded: 65,536 pairs of hardware and IP address, 65,536 different facts, 32,768 addresses with
 * operations or services; what goes beyond is counted. With 300,000 made-up senders it was read and
 * listed with 128 MB of heap. Not thread safe.
 */
public final class InventoryBuilder
    implements OperationSink, AttributeSink, PacketListener, ConversationListener {
  private static final int MOST_BEHAVIOURS = 1 << 15;

  private final AddressPairs pairs = new AddressPairs();
  private final Facts facts = new Facts();
  private final Map<IpAddress, Behaviour> behaviours = new HashMap<>();
  private final Map<Long, Behaviour> linkBehaviours = new HashMap<>();
  private long leftOutPackets;
  private long leftOutFacts;

  /** A builder that has seen nothing. */
  public InventoryBuilder() {}

  @Override
  public void packet(PacketView view, FrameMark mark) {
    // Within tunnels the hardware addresses are those of the tunnel's ends.
    boolean inner = view.tunnels() > 0;
    long mac = inner || !single(view.sourceMac()) ? Endpoint.NO_MAC : view.sourceMac();
    boolean ip = view.isIp() && single(view.sourceHigh(), view.sourceLow());
    if (mac == Endpoint.NO_MAC && !ip) {
      return;
    }
    int pair = pairs.find(mac, ip ? view.sourceHigh() : 0, ip ? view.sourceLow() : 0);
    if (pair < 0) {
      leftOutPackets++;
      return;
    }
    if (pairs.packets[pair]++ == 0) {
      pairs.firstNanos[pair] = mark.epochNanos();
      pairs.firstFrames[pair] = mark.frame();
      pairs.firstOffsets[pair] = mark.offset();
      pairs.firstSources[pair] = mark.source();
    }
    pairs.lastNanos[pair] = Math.max(pairs.lastNanos[pair], mark.epochNanos());
    if (ip && view.ttl() > pairs.hops[pair]) {
      pairs.hops[pair] = (short) view.ttl();
    }
  }

  private static boolean single(long mac) {
    return mac > 0 && (mac >> 40 & 1) == 0;
  }

  private static boolean single(long high, long low) {
    if (high == 0 && low >>> 32 == 0xffff) {
      int first = (int) low >>> 24;
      return first != 0 && first != 127 && first < 224;
    }
    return high >>> 56 != 0xff && (high != 0 || low > 1);
  }

  @Override
  public void attribute(Attribute attribute) {
    facts.attribute(attribute);
  }

  @Override
  public void operation(Operation operation) {
    if (BlockFetch.is(operation)) {
      // Who fetches what it was told to load is no engineer, and who gives it no controller.
      return;
    }
    Behaviour source = of(operation.source());
    if (source != null) {
      source.asked(operation);
    }
    if (operation.hasResponse()) {
      Behaviour destination = of(operation.destination());
      if (destination != null) {
        destination.answered(operation);
      }
    }
  }

  private @Nullable Behaviour of(Endpoint endpoint) {
    IpAddress address = endpoint.address();
    if (address.equals(IpAddress.NONE)) {
      return of(linkBehaviours, endpoint.mac());
    }
    return single(address.high(), address.low()) ? of(behaviours, address) : null;
  }

  private <K> @Nullable Behaviour of(Map<K, Behaviour> table, K key) {
    Behaviour behaviour = table.get(key);
    if (behaviour == null) {
      if (table.size() >= MOST_BEHAVIOURS) {
        leftOutFacts++;
        return null;
      }
      behaviour = new Behaviour();
      table.put(key, behaviour);
    }
    return behaviour;
  }

  @Override
  public void closed(Conversation conversation) {
    Transport transport = conversation.transport();
    boolean answered = conversation.payloadBytes(Direction.TO_CLIENT) > 0;
    boolean ports = transport == Transport.TCP || transport == Transport.UDP;
    if (!ports || !answered || conversation.server().port() == 0) {
      return;
    }
    boolean known = conversation.protocol() != Protocol.UNKNOWN;
    boolean opened =
        transport == Transport.TCP
            && conversation.orientation() == Orientation.HANDSHAKE
            && conversation.state() != ConnectionState.ATTEMPTED
            && conversation.state() != ConnectionState.REJECTED;
    if (!known && !opened) {
      return;
    }
    Behaviour server = of(conversation.server());
    if (server != null) {
      String port = transport.name().toLowerCase(Locale.ROOT) + '/' + conversation.server().port();
      server.service(
          known ? conversation.protocol().word() + ' ' + port : port,
          new Proof(
              conversation.firstNanos(),
              conversation.firstSource(),
              conversation.firstFrame(),
              conversation.firstOffset()));
    }
  }

  /**
   * The inventory of all that was seen.
   *
   * @param makers who makes what by hardware address
   */
  public Inventory build(MacPrefixes makers) {
    Joining joining = new Joining(pairs, facts);
    return new DeviceMaker(pairs, facts, joining, behaviours, linkBehaviours, makers)
        .make(leftOutPackets, leftOutFacts + facts.leftOut());
  }
}
