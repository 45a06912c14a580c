package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.evidence.StreamSigns.Cipher;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks with whom by which service, over which border of zones, encrypted or not; which TLS
 * servers choose. Keeps {@link #MOST} such lines and what is on its way, under 64 MB. Not thread
 * safe.
 */
final class FlowBook implements PortDetector, ConversationListener, OperationSink {
  static final int MOST = 1 << 15;
  private static final int MOST_LOOKED_AT = 4;
  private static final int MOST_TRACES = 3;

  /** One way to speak, between two ends without their own ports. */
  record Key(
      IpAddress client,
      IpAddress server,
      String service,
      String fromZone,
      String toZone,
      @Nullable Boolean permitted,
      Cipher cipher,
      boolean mail) {}

  /** How much of it. */
  static final class Line {
    final List<PortTrace> traces = new ArrayList<>(1);
    long conversations;
    long answered;
    long bytes;
  }

  /** TLS of one server. */
  static final class Tls {
    final List<PortTrace> traces = new ArrayList<>(1);
    long hellos;
  }

  /** A server and the version it chose. */
  record TlsKey(String server, int version) {}

  private static final class Talk {
    Cipher cipher = Cipher.UNKNOWN;
    boolean mail;
    int looked;

    /** The first operation that nothing declared permits. */
    @Nullable PortTrace forbidden;
  }

  private final Declared.@Nullable Zones zones;
  private final IdentityHashMap<Conversation, Talk> talks = new IdentityHashMap<>();
  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private final Map<TlsKey, Tls> tls = new LinkedHashMap<>();
  private long leftOut;

  FlowBook(Declared declared) {
    zones = declared.zones();
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public OperationSink operations() {
    return this;
  }

  @Override
  public void operation(Operation operation) {
    Declared.Zones declared = zones;
    if (declared != null && Boolean.FALSE.equals(declared.permits(operation))) {
      Talk talk = talks.computeIfAbsent(operation.conversation(), key -> new Talk());
      if (talk.forbidden == null) {
        talk.forbidden = PortTrace.of(operation.request());
      }
    }
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    if (conversation.transport() != Transport.TCP) {
      return false;
    }
    Talk talk = talks.computeIfAbsent(conversation, key -> new Talk());
    if (talk.looked >= MOST_LOOKED_AT) {
      return false;
    }
    talk.looked++;
    // A stream without its beginning is not told by what happens to come first.
    boolean whole = conversation.state() != ConnectionState.MIDSTREAM;
    if (talk.cipher == Cipher.UNKNOWN && whole) {
      talk.cipher = StreamSigns.begins(buffer, offset, length);
    }
    talk.mail |= StreamSigns.isMail(buffer, offset, length);
    int version = StreamSigns.chosenTls(buffer, offset, length);
    if (version != 0) {
      hello(conversation.source(direction), version, mark);
    }
    return talk.looked < MOST_LOOKED_AT;
  }

  private void hello(Endpoint server, int version, FrameMark mark) {
    TlsKey key = new TlsKey(server.toString(), version);
    Tls known = tls.get(key);
    if (known == null) {
      if (tls.size() == MOST) {
        return;
      }
      known = new Tls();
      tls.put(key, known);
    }
    known.hellos++;
    if (known.traces.size() < MOST_TRACES) {
      known.traces.add(PortTrace.of(mark));
    }
  }

  @Override
  public void closed(Conversation conversation) {
    Talk talk = talks.remove(conversation);
    Endpoint client = conversation.client();
    Endpoint server = conversation.server();
    if (conversation.transport() == Transport.LINK || !single(client) || !single(server)) {
      return;
    }
    Cipher cipher = StreamSigns.spoken(conversation.protocol());
    if (talk != null && cipher == Cipher.UNKNOWN) {
      cipher = talk.cipher;
    }
    Declared.Zones declared = zones;
    PortTrace forbidden = talk == null ? null : talk.forbidden;
    Key key =
        new Key(
            client.address(),
            server.address(),
            service(conversation),
            declared == null ? "" : declared.of(client),
            declared == null ? "" : declared.of(server),
            declared == null
                ? null
                : forbidden == null ? declared.permits(conversation) : Boolean.FALSE,
            cipher,
            talk != null && talk.mail);
    Line line = lines.get(key);
    if (line == null) {
      if (lines.size() == MOST) {
        leftOut++;
        return;
      }
      line = new Line();
      lines.put(key, line);
    }
    line.conversations++;
    line.answered += answered(conversation) ? 1 : 0;
    line.bytes +=
        conversation.payloadBytes(Direction.TO_SERVER)
            + conversation.payloadBytes(Direction.TO_CLIENT);
    if (line.traces.size() < MOST_TRACES) {
      line.traces.add(
          new PortTrace(
              conversation.firstSource(),
              conversation.firstNanos(),
              conversation.firstOffset(),
              conversation.firstLength(),
              conversation.firstFrame(),
              ""));
      if (forbidden != null) {
        line.traces.add(forbidden);
      }
    }
  }

  /** Neither to many nor without an address. */
  private static boolean single(Endpoint end) {
    IpAddress address = end.address();
    if (address.isIpv4()) {
      int first = address.asIpv4() >>> 24;
      return first > 0 && first < 224;
    }
    return !address.equals(IpAddress.NONE) && address.high() >>> 56 != 0xff;
  }

  private static boolean answered(Conversation conversation) {
    return switch (conversation.state()) {
      case ATTEMPTED, REJECTED -> false;
      case ESTABLISHED, MIDSTREAM, CLOSED, RESET, DATAGRAMS ->
          conversation.packets(Direction.TO_CLIENT) > 0;
    };
  }

  private static String service(Conversation conversation) {
    String word =
        conversation.protocol() == Protocol.UNKNOWN ? "" : " " + conversation.protocol().word();
    return switch (conversation.transport()) {
      case TCP -> "tcp/" + conversation.server().port() + word;
      case UDP -> "udp/" + conversation.server().port() + word;
      case ICMP -> "icmp";
      case IP -> "ip" + word;
      case LINK -> "link" + word;
    };
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return List.of();
  }

  Map<Key, Line> lines() {
    return lines;
  }

  Map<TlsKey, Tls> tls() {
    return tls;
  }

  long leftOut() {
    return leftOut;
  }
}
