package org.bellbuoy.port.capture;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bellbuoy.core.source.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads a content ahead on a thread of its own, so that decompressing and digesting go on while
 * packets are decoded. The content belongs to that thread until its end was read or {@link #close}
 * has returned. Blocks come in order, so nothing depends on how fast either side is.
 */
final class ReadAhead implements CaptureBytes.Supply, AutoCloseable {
  private static final int BLOCKS = 4;
  private static final int BLOCK_BYTES = 1 << 18;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final class Block {
    final byte[] bytes = new byte[BLOCK_BYTES];
    int length;
    @Nullable Throwable failure;
  }

  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread thread;
  private @Nullable Block current;
  private int at;

  ReadAhead(Content content) {
    for (int i = 0; i < BLOCKS; i++) {
      empty.add(new Block());
    }
    thread = new Thread(() -> fill(content), "read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void fill(Content content) {
    try {
      while (true) {
        Block block = empty.take();
        try {
          block.length = content.read(block.bytes);
        } catch (RuntimeException | Error e) {
          block.failure = e;
          block.length = -1;
        }
        full.put(block);
        if (block.length < 0) {
          return;
        }
      }
    } catch (InterruptedException e) {
      // Told to stop by close; nobody waits for more.
      return;
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) {
    try {
      Block block = current;
      if (block == null) {
        block = full.take();
        current = block;
        at = 0;
      }
      if (block.length < 0) {
        if (block.failure != null) {
          throw new IllegalStateException("reading ahead failed", block.failure);
        }
        return -1;
      }
      int n = Math.min(length, block.length - at);
      System.arraycopy(block.bytes, at, buffer, from, n);
      at += n;
      if (at == block.length) {
        current = null;
        empty.put(block);
      }
      return n;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a capture was read", e);
    }
  }

  /**
   * Stops the thread. Waits for it, but not for long: it may hang in a pipe that gives nothing, and
   * then it ends with the program.
   */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
