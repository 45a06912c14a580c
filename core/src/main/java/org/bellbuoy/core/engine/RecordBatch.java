package org.bellbuoy.core.engine;

/**
 * A run of records in the order of the stream. Batches are handed to all workers at once, so they
 * must not change after that.
 *
 * @param <R> a flyweight that a record is loaded into
 */
public interface RecordBatch<R> {
  /** Number of records. */
  int size();

  /** Key of the subject of record {@code index}. */
  long subject(int index);

  /** Event time of record {@code index}, milliseconds since 1970 UTC. */
  long epochMillis(int index);

  /** Copies record {@code index} into {@code target}. */
  void load(int index, R target);
}
