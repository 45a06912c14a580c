package org.bellbuoy.port.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;

/** A session while the capture lasts. */
final class Session {
  private static final int MOST_WORK = 64;
  private static final int RATIO = 3;
  private static final long LEAST_SHOWN_BYTES = 20_000;

  /** What is asked of whom. */
  private record WorkKey(
      IpAddress actor,
      IpAddress target,
      int port,
      Protocol protocol,
      OperationClass operationClass) {}

  private static final class Work {
    final Endpoint target;
    final String functionName;
    final PortTrace trace;
    final long firstNanos;
    long lastNanos;
    long count;

    Work(Operation operation) {
      this.target = operation.destination();
      this.functionName = operation.functionName();
      this.trace = PortTrace.of(operation.request());
      this.firstNanos = operation.epochNanos();
      this.lastNanos = firstNanos;
    }
  }

  final RemoteTool tool;
  final Transport transport;
  final Endpoint opener;
  final Endpoint acceptor;
  private final PortTrace trace;
  private final Map<WorkKey, Work> work = new LinkedHashMap<>();
  private long workNotKept;
  private Sign sign;
  private Control control;
  private Control.Basis basis;
  private String version;
  private String account;
  long firstNanos;
  long lastNanos;
  int open;
  private int endsSeen;
  int connections;
  long packets;
  long bytesFromOpener;
  long bytesToOpener;

  Session(
      Sign sign,
      Transport transport,
      Endpoint opener,
      Endpoint acceptor,
      Control control,
      FrameMark mark) {
    this.sign = sign;
    this.tool = sign.tool();
    this.transport = transport;
    this.opener = opener;
    this.acceptor = acceptor;
    this.control = control;
    this.basis = sign.basis();
    this.version = sign.version();
    this.account = sign.account();
    this.trace = PortTrace.of(mark);
    this.firstNanos = mark.epochNanos();
    this.lastNanos = firstNanos;
  }

  /** Another connection was told; a better sign is taken over. */
  void more(Sign other) {
    if (sign.level() != Level.LIKELY && other.level() == Level.LIKELY) {
      sign = other;
    }
    version = version.isEmpty() ? other.version() : version;
    account = account.isEmpty() ? other.account() : account;
  }

  void versions(String versions) {
    version = versions;
  }

  Control control() {
    return control;
  }

  void control(Control control, Control.Basis basis) {
    this.control = control;
    this.basis = basis;
  }

  /** One connection less is open. */
  void closed(boolean endSeen) {
    open--;
    endsSeen += endSeen ? 1 : 0;
  }

  boolean covers(long nanos) {
    return nanos >= firstNanos && (open > 0 || nanos <= lastNanos);
  }

  boolean isBetween(IpAddress one, IpAddress other) {
    return (opener.address().equals(one) && acceptor.address().equals(other))
        || (opener.address().equals(other) && acceptor.address().equals(one));
  }

  void operation(Operation operation) {
    IpAddress actor = operation.source().address();
    IpAddress target = operation.destination().address();
    if (isBetween(actor, target)) {
      return;
    }
    WorkKey key =
        new WorkKey(
            actor,
            target,
            operation.destination().port(),
            operation.protocol(),
            operation.operationClass());
    Work kept = work.get(key);
    if (kept == null) {
      if (work.size() == MOST_WORK) {
        workNotKept++;
        return;
      }
      kept = new Work(operation);
      work.put(key, kept);
    }
    kept.count++;
    kept.lastNanos = Math.max(kept.lastNanos, operation.epochNanos());
  }

  RemoteSession told() {
    estimate();
    List<SessionWork> done = new ArrayList<>();
    IpAddress reached =
        switch (control) {
          case BY_OPENER -> acceptor.address();
          case BY_ACCEPTOR -> opener.address();
          case EITHER, UNKNOWN -> IpAddress.NONE;
        };
    work.forEach(
        (key, kept) -> {
          if (reached.equals(IpAddress.NONE) || reached.equals(key.actor())) {
            done.add(
                new SessionWork(
                    key.actor(),
                    kept.target,
                    key.protocol(),
                    key.operationClass(),
                    kept.functionName,
                    kept.count,
                    kept.firstNanos,
                    kept.lastNanos,
                    kept.trace));
          }
        });
    done.sort(
        Comparator.comparing(SessionWork::changes)
            .reversed()
            .thenComparingLong(SessionWork::firstNanos));
    return new RemoteSession(
        tool,
        sign.level(),
        sign.text(),
        transport,
        opener,
        acceptor,
        control,
        basis,
        version,
        account,
        firstNanos,
        lastNanos,
        open == 0 && endsSeen == connections,
        connections,
        packets,
        bytesFromOpener,
        bytesToOpener,
        trace,
        done,
        workNotKept);
  }

  /** Of tools over relays: who shows a screen sends far more than who looks at it. */
  private void estimate() {
    if (control != Control.UNKNOWN || sign.level() != Level.LIKELY) {
      return;
    }
    if (bytesFromOpener + bytesToOpener >= LEAST_SHOWN_BYTES) {
      if (bytesFromOpener > RATIO * bytesToOpener) {
        control(Control.BY_ACCEPTOR, Control.Basis.PACKETS);
      } else if (bytesToOpener > RATIO * bytesFromOpener) {
        control(Control.BY_OPENER, Control.Basis.PACKETS);
      }
    }
    if (control == Control.UNKNOWN && tool == RemoteTool.ANYDESK && acceptor.port() == 7070) {
      control(Control.BY_OPENER, Control.Basis.OPENING);
    }
  }
}
