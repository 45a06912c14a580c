package org.bellbuoy.port.inventory;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/** What one address did in the ledger and which services it offered. Bounded. */
final class Behaviour {
  private static final int MOST_PEERS = 256;
  private static final int MOST_UNITS = 256;
  private static final int MOST_SERVICES = 64;
  private static final OperationClass[] CLASSES = OperationClass.values();

  final long[] asked = new long[CLASSES.length];
  final @Nullable Proof[] firstAsked = new @Nullable Proof[CLASSES.length];
  final Set<Protocol> askedIn = EnumSet.noneOf(Protocol.class);
  final Set<IpAddress> askedOf = new HashSet<>(4);

  long answered;
  @Nullable Proof firstAnswered;
  final Set<Protocol> answeredIn = EnumSet.noneOf(Protocol.class);
  final Set<IpAddress> answeredTo = new HashSet<>(4);
  final BitSet units = new BitSet();

  long reported;
  @Nullable Proof firstReported;
  final Set<Protocol> reportedIn = EnumSet.noneOf(Protocol.class);

  final Map<String, Proof> services = new TreeMap<>();

  /** It asked for something, or told something unasked. */
  void asked(Operation operation) {
    OperationClass kind = operation.operationClass();
    boolean tells =
        operation.result() == OperationResult.NO_ANSWER_DUE
            && (kind == OperationClass.READ || kind == OperationClass.DISCOVERY);
    if (tells) {
      if (kind == OperationClass.READ && reported++ == 0) {
        firstReported = Proof.at(operation.request());
      }
      if (kind == OperationClass.READ) {
        reportedIn.add(operation.protocol());
      }
      return;
    }
    if (asked[kind.ordinal()]++ == 0) {
      firstAsked[kind.ordinal()] = Proof.at(operation.request());
    }
    askedIn.add(operation.protocol());
    if (askedOf.size() < MOST_PEERS) {
      askedOf.add(operation.destination().address());
    }
  }

  /** It answered something. */
  void answered(Operation operation) {
    if (operation.operationClass() == OperationClass.DISCOVERY) {
      return;
    }
    if (answered++ == 0) {
      firstAnswered = Proof.at(operation.response());
    }
    answeredIn.add(operation.protocol());
    if (answeredTo.size() < MOST_PEERS) {
      answeredTo.add(operation.source().address());
    }
    boolean accepted = operation.result() == OperationResult.ACCEPTED;
    if (accepted && operation.hasNumber(TargetPart.UNIT)) {
      long unit = operation.number(TargetPart.UNIT);
      if (unit >= 0 && unit < MOST_UNITS) {
        units.set((int) unit);
      }
    }
  }

  void service(String service, Proof proof) {
    if (services.size() < MOST_SERVICES) {
      services.putIfAbsent(service, proof);
    }
  }

  long askedFor(OperationClass kind) {
    return asked[kind.ordinal()];
  }

  /** The first packet that asked for that class; only where one did. */
  Proof firstAskedFor(OperationClass kind) {
    Proof proof = firstAsked[kind.ordinal()];
    if (proof == null) {
      throw new IllegalStateException("nothing of class " + kind.word() + " was asked");
    }
    return proof;
  }
}
