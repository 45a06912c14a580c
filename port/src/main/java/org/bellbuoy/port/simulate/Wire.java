package org.bellbuoy.port.simulate;

import java.io.IOException;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * The mirror port: takes frames of moments to come and writes them in the order of their times. It
 * may lose some and deliver some twice. Holds what was sent and is not due.
 */
final class Wire {
  private static final long LEAST_COPY_NANOS = 20_000;
  private static final long MOST_COPY_NANOS = 400_000;

  private static final class Sent implements Comparable<Sent> {
    final long nanos;
    final long order;
    final byte[] frame;
    final Mark mark;
    final boolean copy;

    Sent(long nanos, long order, byte[] frame, Mark mark, boolean copy) {
      this.nanos = nanos;
      this.order = order;
      this.frame = frame;
      this.mark = mark;
      this.copy = copy;
    }

    @Override
    public int compareTo(Sent other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final CaptureFiles files;
  private final PortScenario scenario;
  private final Chance chance;
  private final PriorityQueue<Sent> pending = new PriorityQueue<>();
  private long order;
  private long lost;
  private long copies;
  long repeated;

  Wire(CaptureFiles files, PortScenario scenario) {
    this.files = files;
    this.scenario = scenario;
    this.chance = Chance.of(scenario.seed(), "mirror port");
  }

  static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(epochNanos / 1_000_000_000L, epochNanos % 1_000_000_000L);
  }

  /** Sends a frame at a moment that is not before what was written. */
  void send(long nanos, byte[] frame, Mark mark) {
    pending.add(new Sent(nanos, order++, frame, mark, false));
  }

  /** Writes all that is due before a moment. */
  void advance(long nanos) throws IOException {
    Sent next = pending.peek();
    while (next != null && next.nanos < nanos) {
      pending.remove();
      deliver(next);
      next = pending.peek();
    }
  }

  private void deliver(Sent sent) throws IOException {
    // Drawn always, so that one kind of fault does not move the other.
    boolean lose = chance.chance(scenario.lossShare());
    boolean twice = chance.chance(scenario.duplicateShare());
    long later = chance.nanos(LEAST_COPY_NANOS, MOST_COPY_NANOS);
    if (sent.copy) {
      files.write(sent.nanos, sent.frame);
      copies++;
      return;
    }
    for (Asked asked : sent.mark.asked()) {
      asked.sent++;
    }
    if (lose) {
      lost++;
      return;
    }
    long frame = files.write(sent.nanos, sent.frame);
    for (Asked asked : sent.mark.asked()) {
      asked.captured++;
    }
    Act act = sent.mark.act();
    if (act != null) {
      act.written(sent.nanos, files.name(), frame, sent.mark);
    }
    if (twice && sent.nanos + later < scenario.endNanos()) {
      pending.add(new Sent(sent.nanos + later, order++, sent.frame, sent.mark, true));
    }
  }

  /** What the mirror port did. */
  PortTruth.Faults faults() {
    return new PortTruth.Faults(lost, copies, repeated);
  }
}
