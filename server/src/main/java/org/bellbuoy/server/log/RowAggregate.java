package org.bellbuoy.server.log;

/**
 * What is learnt from the rows of one server. A log is read in blocks on several threads: each has
 * an aggregate of its own, and they are merged in the order of the rows, so that the result does
 * not depend on threads.
 *
 * @param <T> the aggregate itself
 */
public interface RowAggregate<T extends RowAggregate<T>> {
  /** Takes a row. It is reused: nothing of it may be kept but copies. */
  void row(WebRow row);

  /** Adds another of rows that come after these, which is not used again. Associative. */
  void merge(T later);
}
