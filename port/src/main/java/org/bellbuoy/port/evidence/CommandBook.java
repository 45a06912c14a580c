package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * Who asked whom for what changes something, and whether a login was accepted before in the same
 * conversation; and which hosts speak protocols of control at all. Keeps {@link #MOST} of each,
 * under 32 MB. Not thread safe.
 */
final class CommandBook implements PortDetector, OperationSink, ConversationListener {
  static final int MOST = 1 << 14;
  private static final int MOST_TRACES = 3;

  /** Who asked whom for what. */
  record Key(String actor, String target, Protocol protocol, OperationClass operationClass) {}

  /** How often, and what became of it. */
  static final class Line {
    final List<PortTrace> accepted = new ArrayList<>(1);
    final List<PortTrace> unauthenticated = new ArrayList<>(1);
    final List<PortTrace> other = new ArrayList<>(1);
    final List<PortTrace> forbidden = new ArrayList<>(1);
    long asked;
    long acceptedCount;

    /** Not permitted by what is declared. */
    long forbiddenCount;

    /** Of which nothing declared tells whether they are permitted. */
    long undecidedCount;

    /** Accepted without a login before, in a conversation whose beginning was captured. */
    long unauthenticatedCount;

    /** Accepted in a conversation whose beginning was not captured, and no login since. */
    long unknownCount;
  }

  private final Declared.@Nullable Zones zones;
  private final Networks networks;
  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private final Set<IpAddress> speakers = new HashSet<>();
  private final Set<Conversation> loggedIn = Collections.newSetFromMap(new IdentityHashMap<>());
  private long leftOut;
  private long operations;
  private long unwatched;
  private long logins;

  CommandBook(Declared declared) {
    zones = declared.zones();
    networks = declared.networks();
  }

  @Override
  public OperationSink operations() {
    return this;
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public void operation(Operation operation) {
    operations++;
    unwatched += isUnwatched(operation.source()) && isUnwatched(operation.destination()) ? 1 : 0;
    speaks(operation.source());
    if (operation.hasResponse()) {
      speaks(operation.destination());
    }
    switch (operation.operationClass()) {
      case AUTHENTICATION -> {
        if (operation.result() == OperationResult.ACCEPTED) {
          logins++;
          loggedIn.add(operation.conversation());
        }
      }
      case WRITE, CONTROL, PROGRAM, FIRMWARE, CONFIGURATION -> changes(operation);
      case READ, DIAGNOSTIC, DISCOVERY, OTHER -> {}
    }
  }

  /** Without an IP address one is on the captured link itself. */
  private boolean isUnwatched(Endpoint end) {
    return !end.address().equals(IpAddress.NONE) && !networks.isInside(end.address());
  }

  private void speaks(Endpoint end) {
    if (speakers.size() < MOST && !end.address().equals(IpAddress.NONE)) {
      speakers.add(end.address());
    }
  }

  private void changes(Operation operation) {
    Key key =
        new Key(
            name(BlockFetch.actor(operation)),
            name(BlockFetch.target(operation)),
            operation.protocol(),
            operation.operationClass());
    Line line = lines.get(key);
    if (line == null) {
      if (lines.size() == MOST) {
        leftOut++;
        return;
      }
      line = new Line();
      lines.put(key, line);
    }
    line.asked++;
    Declared.Zones declared = zones;
    Boolean may = declared == null ? null : declared.permits(operation);
    if (may == null) {
      line.undecidedCount++;
    } else if (!may) {
      line.forbiddenCount++;
      trace(line.forbidden, operation);
    }
    if (operation.result() != OperationResult.ACCEPTED) {
      trace(line.other, operation);
      return;
    }
    line.acceptedCount++;
    trace(line.accepted, operation);
    if (loggedIn.contains(operation.conversation())) {
      return;
    }
    if (operation.conversation().state() == ConnectionState.MIDSTREAM) {
      line.unknownCount++;
    } else {
      line.unauthenticatedCount++;
      trace(line.unauthenticated, operation);
    }
  }

  private static void trace(List<PortTrace> traces, Operation operation) {
    if (traces.size() < MOST_TRACES) {
      traces.add(PortTrace.of(operation.request()));
    }
  }

  private static String name(Endpoint end) {
    return end.address().equals(IpAddress.NONE)
        ? Endpoint.macText(end.mac())
        : end.address().toString();
  }

  @Override
  public void closed(Conversation conversation) {
    loggedIn.remove(conversation);
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return List.of();
  }

  /** Who asked whom, in the order in which they began. */
  Map<Key, Line> lines() {
    return Collections.unmodifiableMap(lines);
  }

  /** Whether that address asked or answered in a protocol of control. */
  boolean speaks(IpAddress address) {
    return speakers.contains(address);
  }

  Set<IpAddress> speakers() {
    return Collections.unmodifiableSet(speakers);
  }

  long operationCount() {
    return operations;
  }

  /** Operations of which neither end has a watched address. */
  long unwatched() {
    return unwatched;
  }

  /** Logins within protocols of control that were accepted. */
  long logins() {
    return logins;
  }

  long leftOut() {
    return leftOut;
  }
}
