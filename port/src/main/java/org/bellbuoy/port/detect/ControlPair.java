package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.jspecify.annotations.Nullable;

/** What one asked another, over all of the capture. Not thread safe. */
final class ControlPair {
  private static final int KINDS = ControlKind.values().length;
  private static final int MOST_REFUSED_KEPT = 64;

  final Party actor;
  final Party target;
  final Role actorRole;
  final Role targetRole;
  private final @Nullable History[] histories = new @Nullable History[KINDS];
  long asked;

  /** Protocols, a bit each. */
  long protocols;

  long refused;
  long firstNanos = Long.MAX_VALUE;
  long lastNanos = Long.MIN_VALUE;

  /** The first operation, whatever it asks. */
  @Nullable Operation first;

  /** Different requests that were refused. */
  final LongSet refusedRequests = new LongSet(MOST_REFUSED_KEPT);

  /** First operations that were refused, each a different one. */
  final List<Operation> firstRefused = new ArrayList<>(0);

  /** Commands of one kind, by day. */
  static final class History {
    final List<Acts> days = new ArrayList<>(1);
    long count;
    long firstNanos = Long.MAX_VALUE;
  }

  ControlPair(Party actor, Party target, Role actorRole, Role targetRole) {
    this.actor = actor;
    this.target = target;
    this.actorRole = actorRole;
    this.targetRole = targetRole;
  }

  /** Commands of that kind, null where there were none. */
  @Nullable History history(ControlKind kind) {
    return histories[kind.ordinal()];
  }

  void add(Operation operation) {
    asked++;
    protocols |= 1L << operation.protocol().ordinal();
    firstNanos = Math.min(firstNanos, operation.epochNanos());
    lastNanos = Math.max(lastNanos, operation.epochNanos());
    if (first == null) {
      first = operation.copy();
    }
    actorRole.asked(operation);
    if (operation.hasResponse()) {
      targetRole.answered(operation);
    }
    if (operation.result() == OperationResult.REFUSED) {
      refused(operation);
    }
    ControlKind kind = ControlKind.of(operation);
    if (kind != null) {
      history(kind, operation);
    }
  }

  private void refused(Operation operation) {
    refused++;
    if (refusedRequests.add(Points.request(operation)) && firstRefused.size() < 4) {
      firstRefused.add(operation.copy());
    }
  }

  private void history(ControlKind kind, Operation operation) {
    History history = histories[kind.ordinal()];
    if (history == null) {
      history = new History();
      histories[kind.ordinal()] = history;
    }
    history.count++;
    history.firstNanos = Math.min(history.firstNanos, operation.epochNanos());
    long day = PortWords.day(operation.epochNanos());
    Acts acts = null;
    // Operations come nearly in order of time, so the day is the last one or near it.
    for (int i = history.days.size() - 1; i >= 0 && acts == null; i--) {
      acts = history.days.get(i).day == day ? history.days.get(i) : null;
    }
    if (acts == null) {
      acts = new Acts(day);
      history.days.add(acts);
    }
    acts.add(operation);
  }

  /** What it comes to, for a table. */
  PairTable.Line line() {
    List<String> spoken = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      if ((protocols >> protocol.ordinal() & 1) != 0) {
        spoken.add(protocol.word());
      }
    }
    long commands = 0;
    StringBuilder did = new StringBuilder();
    for (ControlKind kind : ControlKind.values()) {
      History history = histories[kind.ordinal()];
      if (history != null) {
        commands += history.count;
        did.append(did.isEmpty() ? "" : ", ").append(kind.word());
        did.append(' ').append(history.count);
      }
    }
    return new PairTable.Line(
        actor.toString(), target.toString(), spoken, asked, commands, refused, did.toString());
  }
}
