package org.bellbuoy.core.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A rule at work on one subject's records.
 *
 * <p>Calls for one subject come from one thread at a time, in the order of the stream. A detector
 * keeps what it knows of a subject in that subject's state, so that a snapshot of the states is a
 * snapshot of the following; what it learns of the population beside that merges associatively and
 * is no part of a snapshot; it reads no clock, no random source and no file, and is deterministic.
 * Records older than what was already seen may come: they are late, and the detector says what
 * becomes of them.
 *
 * @param <R> record flyweight, valid during the call only
 * @param <S> state of one subject: plain data
 * @param <O> what it finds
 */
public interface Detector<R, S, O> {
  /** A new state for a subject that is seen for the first time. */
  S begin(long subject);

  /** Takes one record. */
  void record(S state, R record, Consumer<? super O> out);

  /**
   * Tells that event time has reached {@code eventMillis} everywhere, whether or not this subject
   * was heard: silence is information.
   */
  void advance(S state, long eventMillis, Consumer<? super O> out);

  /**
   * Asks what is to be told of a subject between two event times, the second left out, now that
   * event time has come to the second. Changes nothing of the state.
   */
  default void look(S state, long sinceMillis, long untilMillis, Consumer<? super O> out) {}

  /** Tells that the data ends at {@code endMillis}. */
  void finish(S state, long endMillis, Consumer<? super O> out);

  /** Writes a state so that {@link #restore} gives one that behaves the same. */
  void snapshot(S state, DataOutput out) throws IOException;

  /** Reads what {@link #snapshot} wrote. */
  S restore(long subject, DataInput in) throws IOException;
}
