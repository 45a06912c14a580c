package org.bellbuoy.core.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** One worker: owns a share of the subjects and their states. */
final class Worker<R, S, O> implements Runnable {
  final int index;
  final ArrayBlockingQueue<Engine.Task<R>> queue;
  final Detector<R, S, O> detector;
  final Long2ObjectHashMap<S> states = new Long2ObjectHashMap<>();
  final List<O> found = new ArrayList<>();
  long watermark = Long.MIN_VALUE;
  long lastTick = Long.MIN_VALUE;

  private final int workers;
  private final long tickMillis;
  private final R record;
  private volatile @Nullable Throwable failure;

  Worker(
      int index,
      int workers,
      long tickMillis,
      Detector<R, S, O> detector,
      R record,
      int queueCapacity) {
    this.index = index;
    this.workers = workers;
    this.tickMillis = tickMillis;
    this.detector = detector;
    this.record = record;
    this.queue = Engine.queueOf(queueCapacity);
  }

  /** Which worker a subject belongs to. The multiplier spreads keys that differ in few bits. */
  static int owner(long subject, int workers) {
    return workers == 1
        ? 0
        : (int) Math.floorMod((subject * 0x9E3779B97F4A7C15L) >>> 17, (long) workers);
  }

  @Override
  public void run() {
    try {
      while (true) {
        Engine.Task<R> task = queue.take();
        RecordBatch<R> batch = task.batch;
        if (batch != null && failure == null) {
          try {
            process(batch);
          } catch (RuntimeException | Error e) {
            // Kept and thrown on the caller's thread; the queue is still emptied so that nobody
            // waits.
            failure = e;
          }
        }
        task.arrived();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void rethrow() {
    Throwable problem = failure;
    if (problem != null) {
      throw new IllegalStateException("a worker failed: " + problem, problem);
    }
  }

  void process(RecordBatch<R> batch) {
    int size = batch.size();
    for (int i = 0; i < size; i++) {
      long eventMillis = batch.epochMillis(i);
      if (eventMillis > watermark) {
        watermark = eventMillis;
        long tick = Math.floorDiv(eventMillis, tickMillis);
        if (tick != lastTick) {
          lastTick = tick;
          for (long subject : sortedSubjects()) {
            S state = states.get(subject);
            if (state != null) {
              detector.advance(state, tick * tickMillis, found::add);
            }
          }
        }
      }
      long subject = batch.subject(i);
      if (owner(subject, workers) == index) {
        batch.load(i, record);
        S state = states.get(subject);
        if (state == null) {
          state = detector.begin(subject);
          states.put(subject, state);
        }
        detector.record(state, record, found::add);
      }
    }
  }

  void finish() {
    for (long subject : sortedSubjects()) {
      S state = states.get(subject);
      if (state != null) {
        detector.finish(state, watermark, found::add);
      }
    }
  }

  void write(long subject, DataOutput out) throws IOException {
    S state = states.get(subject);
    if (state == null) {
      throw new IllegalStateException("no state of subject " + subject);
    }
    detector.snapshot(state, out);
  }

  void read(long subject, DataInput in) throws IOException {
    states.put(subject, detector.restore(subject, in));
  }

  private long[] sortedSubjects() {
    long[] subjects = new long[states.size()];
    int count = 0;
    Long2ObjectHashMap<S>.KeyIterator keys = states.keySet().iterator();
    while (keys.hasNext()) {
      subjects[count++] = keys.nextLong();
    }
    Arrays.sort(subjects);
    return subjects;
  }
}
