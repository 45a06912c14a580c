package org.bellbuoy.core.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine: spreads subjects over threads, one thread a subject, and merges what is
 * found in a fixed order, so that the number of threads changes nothing.
 *
 * <p>Every worker walks every batch and takes the records of its own subjects. That keeps event
 * time exact: each worker sees the same watermark at the same record, wherever batches begin and
 * end. Memory grows with the number of subjects. Use from one thread; close after use.
 *
 * @param <R> record flyweight
 * @param <S> state of one subject
 * @param <O> what the detectors find
 */
public final class Engine<R, S, O> implements AutoCloseable {
  /** Batches that may wait for a worker; bounds memory when workers are slower than reading. */
  private static final int QUEUE = 4;

  private final List<Worker<R, S, O>> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final long tickMillis;

  /**
   * An engine whose workers each have their own detector.
   *
   * @param threadCount number of workers, at least 1; with one, the caller's thread does the work
   * @param tickMillis how often event time is told to every subject
   * @param detectors makes one detector a worker
   * @param records makes one record flyweight a worker
   */
  public Engine(
      int threadCount,
      long tickMillis,
      Supplier<? extends Detector<R, S, O>> detectors,
      Supplier<R> records) {
    if (threadCount < 1 || tickMillis < 1) {
      throw new IllegalArgumentException("threads and tick must be at least 1");
    }
    this.tickMillis = tickMillis;
    for (int i = 0; i < threadCount; i++) {
      workers.add(new Worker<>(i, threadCount, tickMillis, detectors.get(), records.get(), QUEUE));
    }
    if (threadCount > 1) {
      for (Worker<R, S, O> worker : workers) {
        threads.add(
            Thread.ofPlatform().daemon().name("bellbuoy-worker-" + worker.index).start(worker));
      }
    }
  }

  /** Hands over the next batch of the stream. */
  public void dispatch(RecordBatch<R> batch) {
    if (threads.isEmpty()) {
      workers.getFirst().process(batch);
      return;
    }
    for (Worker<R, S, O> worker : workers) {
      put(worker, Task.of(batch));
    }
  }

  /**
   * Ends the stream and gives all that was found.
   *
   * @param order fixed order of what was found; must not leave ties between different subjects
   * @return everything found, in that order
   */
  public List<O> finish(Comparator<? super O> order) {
    drain();
    List<O> all = new ArrayList<>();
    for (Worker<R, S, O> worker : workers) {
      worker.finish();
      all.addAll(worker.found);
    }
    all.sort(order);
    return all;
  }

  /**
   * What was found since this was last asked, worker by worker, which {@link #finish} then no
   * longer gives.
   */
  public List<O> take() {
    drain();
    List<O> all = new ArrayList<>();
    for (Worker<R, S, O> worker : workers) {
      all.addAll(worker.found);
      worker.found.clear();
    }
    return all;
  }

  /** What the detectors have to tell of all subjects between two event times. */
  public List<O> look(long sinceMillis, long untilMillis) {
    drain();
    List<O> all = new ArrayList<>();
    for (Worker<R, S, O> worker : workers) {
      for (S state : worker.states.values()) {
        worker.detector.look(state, sinceMillis, untilMillis, all::add);
      }
    }
    return all;
  }

  /** Forgets subjects; one that comes again is new. */
  public void forget(Predicate<? super S> spent) {
    drain();
    for (Worker<R, S, O> worker : workers) {
      worker.states.values().removeIf(spent);
    }
  }

  /** Latest event time in the stream so far; {@link Long#MIN_VALUE} before the first record. */
  public long watermark() {
    drain();
    return workers.getFirst().watermark;
  }

  /** Number of subjects seen so far. */
  public int subjects() {
    drain();
    int count = 0;
    for (Worker<R, S, O> worker : workers) {
      count += worker.states.size();
    }
    return count;
  }

  /** Detectors of all workers, in worker order, for what they learnt beside what they found. */
  public List<Detector<R, S, O>> detectors() {
    drain();
    List<Detector<R, S, O>> all = new ArrayList<>();
    for (Worker<R, S, O> worker : workers) {
      all.add(worker.detector);
    }
    return all;
  }

  /** Writes all states, subject by subject in order of key. */
  public void snapshot(DataOutput out) throws IOException {
    drain();
    record Entry(long subject, int worker) {}
    List<Entry> entries = new ArrayList<>();
    for (Worker<R, S, O> worker : workers) {
      for (Long subject : worker.states.keySet()) {
        entries.add(new Entry(subject, worker.index));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::subject));
    out.writeLong(workers.getFirst().watermark);
    out.writeLong(workers.getFirst().lastTick);
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeLong(entry.subject());
      workers.get(entry.worker()).write(entry.subject(), out);
    }
  }

  /** Takes up where {@link #snapshot} was made; the number of threads may differ. */
  public void restore(DataInput in) throws IOException {
    drain();
    long watermark = in.readLong();
    long lastTick = in.readLong();
    for (Worker<R, S, O> worker : workers) {
      worker.watermark = watermark;
      worker.lastTick = lastTick;
    }
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      long subject = in.readLong();
      workers.get(Worker.owner(subject, workers.size())).read(subject, in);
    }
  }

  /** How often event time is told to every subject, milliseconds. */
  public long tickMillis() {
    return tickMillis;
  }

  @Override
  public void close() {
    for (Thread thread : threads) {
      thread.interrupt();
    }
  }

  private void drain() {
    if (threads.isEmpty()) {
      return;
    }
    List<Task<R>> ends = new ArrayList<>();
    for (Worker<R, S, O> worker : workers) {
      Task<R> end = Task.end();
      ends.add(end);
      put(worker, end);
    }
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).await();
      workers.get(i).rethrow();
    }
  }

  private void put(Worker<R, S, O> worker, Task<R> task) {
    worker.rethrow();
    try {
      worker.queue.put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while handing over records", e);
    }
  }

  /** A batch to process, or a point to wait for. */
  static final class Task<R> {
    final @Nullable RecordBatch<R> batch;
    private final java.util.concurrent.CountDownLatch done =
        new java.util.concurrent.CountDownLatch(1);

    private Task(@Nullable RecordBatch<R> batch) {
      this.batch = batch;
    }

    static <R> Task<R> of(RecordBatch<R> batch) {
      return new Task<>(batch);
    }

    static <R> Task<R> end() {
      return new Task<>(null);
    }

    void arrived() {
      done.countDown();
    }

    void await() {
      try {
        done.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for workers", e);
      }
    }
  }

  static <T> ArrayBlockingQueue<T> queueOf(int capacity) {
    return new ArrayBlockingQueue<>(capacity);
  }
}
