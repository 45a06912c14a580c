package org.bellbuoy.port.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.packet.PacketView;

/**
 * Keeps the sessions of remote access of one reading. Bounded: state of some 200 bytes for each
 * conversation that the tracker remembers and whose tool is still looked for, {@link
 * #MOST_SESSIONS} sessions of at most 64 kinds of work each, and 4,096 names in which DNS tunnels
 * are looked for; under 64 MB in all. Not thread safe.
 */
public final class SessionRegister implements ConversationListener, OperationSink, PacketListener {
  /** Sessions kept; those beyond are counted only. */
  public static final int MOST_SESSIONS = 16_384;

  /** A pause of so long within one tool and pair of hosts ends a session. */
  public static final long PAUSE_NANOS = 600L * 1_000_000_000;

  private static final int MOST_OF_A_HOST = 128;

  private record Key(RemoteTool tool, IpAddress lower, IpAddress higher, int port) {}

  private final IdentityHashMap<Conversation, Talk> talks = new IdentityHashMap<>();
  private final Map<Key, Session> latest = new HashMap<>();
  private final Map<IpAddress, List<Session>> byHost = new HashMap<>();
  private final List<Session> sessions = new ArrayList<>();
  private final DnsTunnels dns = new DnsTunnels(this);
  private final IcmpTunnels icmp = new IcmpTunnels(this);
  private long notKept;

  /** An empty register. */
  public SessionRegister() {}

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    Talk talk = talks.get(conversation);
    if (talk == null) {
      if (!worthLooking(conversation)) {
        return false;
      }
      talk = new Talk(conversation, direction);
      talks.put(conversation, talk);
    }
    int side = talk.side(direction);
    if (talk.session != null) {
      return follow(talk, side, buffer, offset, length, mark);
    }
    // Names are looked at on and on where a name server is asked.
    boolean names = conversation.transport() == Transport.UDP && dns.wants(conversation);
    if (names) {
      dns.datagram(conversation, direction, buffer, offset, length, mark);
    }
    if (talk.looked >= Talk.MOST_LOOKED_AT) {
      return names;
    }
    talk.looked++;
    talk.segments[side]++;
    if (talk.looked == 1) {
      talk.mark.set(mark);
    }
    Sign sign =
        switch (conversation.transport()) {
          case TCP -> StreamSigns.look(talk, side, buffer, offset, length);
          case UDP -> DatagramSigns.look(talk, side, buffer, offset, length);
          case IP -> Sign.of(RemoteTool.IPSEC, "ESP by its protocol number", Sign.EITHER);
          case ICMP, LINK -> null;
        };
    if (sign == null) {
      return names || talk.looked < Talk.MOST_LOOKED_AT;
    }
    name(talk, sign, mark);
    return follow(talk, side, buffer, offset, length, mark);
  }

  /**
   * A connection that a log tells of, once for each. Those that nobody answered are no sessions.
   *
   * @param serverName the name asked for in TLS, empty where there is none
   */
  public void logged(Conversation conversation, String serverName) {
    boolean failed =
        conversation.state() == ConnectionState.ATTEMPTED
            || conversation.state() == ConnectionState.REJECTED
            || conversation.packets(Direction.TO_CLIENT) == 0;
    Sign sign = failed ? null : LogSigns.of(conversation, serverName);
    if (sign == null) {
      return;
    }
    Talk talk = new Talk(conversation, Direction.TO_SERVER);
    talk.mark.set(
        conversation.firstNanos(),
        conversation.firstSource(),
        conversation.firstFrame(),
        conversation.firstOffset(),
        conversation.firstLength());
    name(talk, sign, talk.mark);
    talks.put(conversation, talk);
    closed(conversation);
  }

  /** Conversations of other protocols, told by content, and what is sent to many are passed by. */
  private static boolean worthLooking(Conversation conversation) {
    return switch (conversation.transport()) {
      case TCP, UDP -> conversation.protocol() == Protocol.UNKNOWN || mayBe(conversation);
      case IP -> conversation.protocol() == Protocol.ESP;
      case ICMP, LINK -> false;
    };
  }

  private static boolean mayBe(Conversation conversation) {
    return switch (conversation.protocol()) {
      case RDP, VNC, SSH, TELNET, TEAMVIEWER, ANYDESK, RADMIN, WIREGUARD, OPENVPN, IKE -> true;
      case SOFTETHER, SOCKS, TLS, DNS, HTTP, QUIC, STUN -> true;
      default -> false;
    };
  }

  private void name(Talk talk, Sign sign, FrameMark mark) {
    Conversation conversation = talk.conversation;
    Session session =
        begin(
            sign,
            conversation.transport(),
            conversation.client(),
            conversation.server(),
            control(talk, sign.controller()),
            mark);
    session.firstNanos = Math.min(session.firstNanos, conversation.firstNanos());
    talk.session = session;
    if (sign.tool() == RemoteTool.SSH && sign.basis() != Control.Basis.OPENING) {
      talk.ssh = new SshTalk();
    }
  }

  /** A session of that tool and those hosts: the one that still goes on, or a new one. */
  Session begin(
      Sign sign,
      Transport transport,
      Endpoint opener,
      Endpoint acceptor,
      Control control,
      FrameMark mark) {
    Key key = key(sign.tool(), opener, acceptor);
    Session session = latest.get(key);
    if (session == null
        || (session.open == 0 && mark.epochNanos() - session.lastNanos > PAUSE_NANOS)) {
      session = new Session(sign, transport, opener, acceptor, control, mark);
      if (sessions.size() < MOST_SESSIONS) {
        sessions.add(session);
        latest.put(key, session);
        remember(opener.address(), session);
        remember(acceptor.address(), session);
      } else {
        notKept++;
      }
    } else {
      session.more(sign);
    }
    session.open++;
    session.connections++;
    return session;
  }

  private static Key key(RemoteTool tool, Endpoint opener, Endpoint acceptor) {
    IpAddress a = opener.address();
    IpAddress b = acceptor.address();
    boolean directed =
        switch (tool.kind()) {
          case SCREEN, SHELL, PROXY -> true;
          case RELAYED, TUNNEL -> false;
        };
    return directed || a.compareTo(b) < 0
        ? new Key(tool, a, b, directed ? acceptor.port() : 0)
        : new Key(tool, b, a, 0);
  }

  private void remember(IpAddress host, Session session) {
    List<Session> of = byHost.computeIfAbsent(host, key -> new ArrayList<>(2));
    if (of.size() == MOST_OF_A_HOST) {
      of.removeFirst();
    }
    of.add(session);
  }

  private static Control control(Talk talk, int controller) {
    if (controller == Sign.UNKNOWN) {
      return Control.UNKNOWN;
    }
    if (controller == Sign.EITHER) {
      return Control.EITHER;
    }
    return controller == talk.opener() ? Control.BY_OPENER : Control.BY_ACCEPTOR;
  }

  private static boolean follow(
      Talk talk, int side, byte[] buffer, int offset, int length, FrameMark mark) {
    Session session = talk.session;
    if (session == null) {
      return false;
    }
    session.lastNanos = Math.max(session.lastNanos, mark.epochNanos());
    SshTalk ssh = talk.ssh;
    if (ssh == null) {
      return false;
    }
    ssh.segment(side, buffer, offset, length, mark.epochNanos());
    return true;
  }

  @Override
  public void closed(Conversation conversation) {
    Talk talk = talks.remove(conversation);
    if (talk == null || talk.session == null) {
      return;
    }
    Session session = talk.session;
    boolean same = session.opener.address().equals(conversation.client().address());
    Direction from = same ? Direction.TO_SERVER : Direction.TO_CLIENT;
    session.bytesFromOpener += conversation.payloadBytes(from);
    session.bytesToOpener += conversation.payloadBytes(from.opposite());
    session.packets += conversation.packets(from) + conversation.packets(from.opposite());
    session.firstNanos = Math.min(session.firstNanos, conversation.firstNanos());
    session.lastNanos = Math.max(session.lastNanos, conversation.lastNanos());
    session.closed(
        conversation.state() == ConnectionState.CLOSED
            || conversation.state() == ConnectionState.RESET);
    SshTalk ssh = talk.ssh;
    if (ssh != null) {
      endSsh(talk, session, ssh);
    }
  }

  private static void endSsh(Talk talk, Session session, SshTalk ssh) {
    int opener = talk.opener();
    session.versions(ssh.version(opener) + " > " + ssh.version(1 - opener));
    if (ssh.client() == 1 - opener) {
      session.control(Control.BY_ACCEPTOR, Control.Basis.PROTOCOL);
    } else if (ssh.typedFrom(1 - opener)) {
      session.control(Control.BY_ACCEPTOR, Control.Basis.PACKETS);
    } else if (ssh.client() == Sign.UNKNOWN) {
      // The exchange of keys was not seen: who opened is taken for the client, as is usual.
      session.control(session.control(), Control.Basis.OPENING);
    }
  }

  @Override
  public void operation(Operation operation) {
    List<Session> of = byHost.get(operation.source().address());
    if (of == null) {
      return;
    }
    for (int i = of.size() - 1; i >= 0; i--) {
      Session session = of.get(i);
      if (session.covers(operation.epochNanos())) {
        session.operation(operation);
      }
    }
  }

  @Override
  public void packet(PacketView view, FrameMark mark) {
    if (view.kind() == PacketView.Kind.ICMP) {
      icmp.packet(view, mark);
    }
  }

  /** All sessions in the order in which they were first told; ask after the last packet. */
  public List<RemoteSession> sessions() {
    List<RemoteSession> told = new ArrayList<>(sessions.size());
    for (Session session : sessions) {
      told.add(session.told());
    }
    return told;
  }

  /** Sessions that were told but not kept. */
  public long notKept() {
    return notKept;
  }
}
