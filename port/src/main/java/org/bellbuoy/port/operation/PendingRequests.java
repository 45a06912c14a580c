package org.bellbuoy.port.operation;

import org.jspecify.annotations.Nullable;

/**
 * Requests of one conversation that wait for their answers. Bounded: where too many wait, or one
 * has waited too long, the oldest is told as unanswered. Several may wait under one key; they are
 * answered in the order in which they were asked. Finding one takes as many steps as there are
 * older ones waiting. Not thread safe.
 */
public final class PendingRequests {
  /** Requests that wait at the same time; more are seldom allowed by any device. */
  public static final int DEFAULT_CAPACITY = 256;

  /** Waiting longer than this, by capture time, an answer is not expected any more. */
  public static final long DEFAULT_PATIENCE_NANOS = 60_000_000_000L;

  private final Ledger ledger;
  private final int capacity;
  private final long patienceNanos;
  private @Nullable Operation oldest;
  private @Nullable Operation newest;
  private int size;

  /** A table with the usual bounds. */
  public PendingRequests(Ledger ledger) {
    this(ledger, DEFAULT_CAPACITY, DEFAULT_PATIENCE_NANOS);
  }

  /**
   * A table with bounds of its own.
   *
   * @param capacity most that wait at a time, 1 or more
   * @param patienceNanos how long one waits, by capture time
   */
  public PendingRequests(Ledger ledger, int capacity, long patienceNanos) {
    this.ledger = ledger;
    this.capacity = capacity;
    this.patienceNanos = patienceNanos;
  }

  /**
   * Lets a request wait.
   *
   * @param key what its answer will repeat: a transaction or sequence number, with the unit or
   *     function where these tell answers apart
   */
  public void add(long key, Operation operation) {
    long now = operation.epochNanos();
    while (oldest != null && (size >= capacity || now - oldest.epochNanos() > patienceNanos)) {
      Operation late = oldest;
      unlink(null, late);
      ledger.emit(late);
    }
    operation.pendingKey = key;
    operation.next = null;
    if (newest == null) {
      oldest = operation;
    } else {
      newest.next = operation;
    }
    newest = operation;
    size++;
  }

  /**
   * Takes out the oldest request under a key; null where none waits. The caller says how it was
   * answered and gives it to {@link Ledger#emit}.
   */
  public @Nullable Operation answer(long key) {
    Operation before = null;
    for (Operation o = oldest; o != null; o = o.next) {
      if (o.pendingKey == key) {
        unlink(before, o);
        return o;
      }
      before = o;
    }
    return null;
  }

  /** The oldest request under a key, which goes on waiting; null where none waits. */
  public @Nullable Operation waiting(long key) {
    for (Operation o = oldest; o != null; o = o.next) {
      if (o.pendingKey == key) {
        return o;
      }
    }
    return null;
  }

  /** The next request under the key of one that waits; null where it is the last. */
  public @Nullable Operation waitingAfter(Operation waiting) {
    for (Operation o = waiting.next; o != null; o = o.next) {
      if (o.pendingKey == waiting.pendingKey) {
        return o;
      }
    }
    return null;
  }

  /** How many wait. */
  public int size() {
    return size;
  }

  /** Tells all that still wait as unanswered; at the end of the conversation. */
  public void close() {
    while (oldest != null) {
      Operation late = oldest;
      unlink(null, late);
      ledger.emit(late);
    }
  }

  private void unlink(@Nullable Operation before, Operation gone) {
    if (before == null) {
      oldest = gone.next;
    } else {
      before.next = gone.next;
    }
    if (gone.next == null) {
      newest = before;
    }
    gone.next = null;
    size--;
  }
}
