package org.bellbuoy.server.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Blocks on their way: handed out empty, read by any thread, merged in their order. As many are on
 * the way as there are permits; a permit comes back when its block is merged.
 */
final class BlockWork<T extends RowAggregate<T>> {
  private final Supplier<T> aggregates;
  private final Consumer<Reject> rejects;
  private final LogScan.Options options;
  private final int capacity;
  private final int most;
  private final Semaphore permits;
  private final Object lock = new Object();
  private final ArrayDeque<Block> free = new ArrayDeque<>();
  private final ArrayDeque<PieceReader> readers = new ArrayDeque<>();
  private final Map<Long, Read<T>> waiting = new HashMap<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<LogTally> tallies = new ArrayList<>();
  private @Nullable T merged;
  private boolean merging;
  private long next;
  private long taken;

  /** A block that was read. */
  private record Read<T>(T aggregate, List<PieceReader.Read> pieces) {}

  BlockWork(
      int sources, Supplier<T> aggregates, Consumer<Reject> rejects, LogScan.Options options) {
    this.aggregates = aggregates;
    this.rejects = rejects;
    this.options = options;
    // A line that is not too long, with its end, always fits behind what was moved.
    this.capacity = Math.max(options.blockBytes(), options.lineBytes() + 4);
    this.most = 2 * options.threads() + 2;
    this.permits = new Semaphore(most);
    for (int i = 0; i < sources; i++) {
      tallies.add(new LogTally());
    }
  }

  /** An empty block; waits until one may be on the way. */
  Block take() {
    permits.acquireUninterruptibly();
    check();
    synchronized (lock) {
      Block block = free.isEmpty() ? new Block(capacity) : free.removeLast();
      block.sequence = taken++;
      return block;
    }
  }

  /** What a thread does with a full block. */
  Runnable reading(Block block) {
    return () -> {
      try {
        read(block);
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
        // Whoever waits must see it.
        permits.release(most);
      }
    };
  }

  private void read(Block block) {
    if (failure.get() != null) {
      return;
    }
    PieceReader reader;
    synchronized (lock) {
      reader = readers.isEmpty() ? new PieceReader(options.lineBytes()) : readers.removeLast();
    }
    T aggregate = aggregates.get();
    List<PieceReader.Read> pieces = new ArrayList<>(block.pieces.size());
    for (Block.Piece piece : block.pieces) {
      pieces.add(reader.read(block, piece, aggregate));
    }
    synchronized (lock) {
      waiting.put(block.sequence, new Read<>(aggregate, pieces));
      block.clear();
      free.addLast(block);
      readers.addLast(reader);
      if (merging) {
        return;
      }
      merging = true;
    }
    mergeWhatIsNext();
  }

  private void mergeWhatIsNext() {
    while (true) {
      Read<T> read;
      synchronized (lock) {
        read = waiting.remove(next);
        if (read == null) {
          merging = false;
          return;
        }
        next++;
      }
      merge(read);
      permits.release();
    }
  }

  /** Only one thread merges at a time, and each sees what the one before it left. */
  private void merge(Read<T> read) {
    T before = merged;
    if (before == null) {
      merged = read.aggregate;
    } else {
      before.merge(read.aggregate);
    }
    for (PieceReader.Read piece : read.pieces) {
      LogTally tally = tallies.get(piece.piece().source().place());
      RejectLimit limit = new RejectLimit(tally);
      for (Reject reject : piece.rejects()) {
        if (limit.admits(reject)) {
          rejects.accept(reject);
        }
      }
      tally.merge(piece.tally());
      if (piece.piece().last()) {
        RejectLimit.leftOut(tally, piece.piece().source().index()).forEach(rejects);
      }
    }
  }

  /** Waits until all blocks taken are merged. */
  void await() {
    permits.acquireUninterruptibly(most);
    check();
  }

  private void check() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  T aggregate() {
    T all = merged;
    return all == null ? aggregates.get() : all;
  }

  LogTally tally(int place) {
    return tallies.get(place);
  }
}
