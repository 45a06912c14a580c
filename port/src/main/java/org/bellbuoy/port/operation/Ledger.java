package org.bellbuoy.port.operation;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;

/**
 * Gives out operations to fill in and hands them to the sink when they are complete. Keeps a pool,
 * so that a long capture makes no new ones. Not thread safe.
 */
public final class Ledger {
  private static final int MOST_POOLED = 4096;

  private final OperationSink sink;
  private final List<Operation> pool = new ArrayList<>();
  private long emitted;

  /** A ledger that hands operations to that sink. */
  public Ledger(OperationSink sink) {
    this.sink = sink;
  }

  /**
   * An operation asked by who sends that way. Fill it in, then give it to {@link #emit} or {@link
   * PendingRequests#add}, or {@link #drop} it.
   */
  public Operation begin(
      Conversation conversation, Direction direction, Protocol protocol, FrameMark mark) {
    Operation operation = pool.isEmpty() ? new Operation() : pool.removeLast();
    operation.begin(conversation, direction, protocol, mark);
    return operation;
  }

  /** Hands a complete operation to the sink and takes it back. */
  public void emit(Operation operation) {
    emitted++;
    sink.operation(operation);
    drop(operation);
  }

  /** Takes an operation back untold. */
  public void drop(Operation operation) {
    operation.clear();
    if (pool.size() < MOST_POOLED) {
      pool.add(operation);
    }
  }

  /** Operations told so far. */
  public long emitted() {
    return emitted;
  }
}
