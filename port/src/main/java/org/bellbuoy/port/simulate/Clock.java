package org.bellbuoy.port.simulate;

import java.io.IOException;
import java.util.PriorityQueue;

/** Wakes whoever acts, in the order of time; equal times in the order in which they were set. */
final class Clock {
  /** Something that is done once. */
  interface Step {
    void run(long nanos);
  }

  /** Something that goes on: does what is due and says when it is due again. */
  interface Actor {
    /** The next time; {@link Long#MAX_VALUE} for never. */
    long wake(long nanos);
  }

  private record Alarm(long nanos, long order, Actor actor) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
  private long order;

  void once(long nanos, Step step) {
    repeat(
        nanos,
        at -> {
          step.run(at);
          return Long.MAX_VALUE;
        });
  }

  void repeat(long nanos, Actor actor) {
    alarms.add(new Alarm(nanos, order++, actor));
  }

  /** Runs until a moment, writing what is sent meanwhile. */
  void run(long untilNanos, Wire wire) throws IOException {
    Alarm next = alarms.poll();
    while (next != null && next.nanos < untilNanos) {
      wire.advance(next.nanos);
      long again = next.actor.wake(next.nanos);
      if (again <= next.nanos) {
        throw new IllegalStateException("an actor wants to wake at once again");
      }
      if (again < untilNanos) {
        repeat(again, next.actor);
      }
      next = alarms.poll();
    }
    wire.advance(untilNanos);
  }
}
