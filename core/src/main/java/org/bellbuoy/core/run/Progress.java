package org.bellbuoy.core.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on standard error that tells people how far a run is: share, rate and time left. Silent
 * when standard error is no terminal. Not thread safe.
 */
public final class Progress {
  private static final long EVERY_NANOS = 250_000_000;

  private final boolean shown;
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long totalBytes;
  private final long startNanos;
  private long lastNanos;
  private boolean written;

  /**
   * Progress over that many bytes.
   *
   * @param shown whether to write at all
   * @param out where to, normally standard error
   * @param nanoTime a clock, normally {@link System#nanoTime}
   * @param totalBytes of content to come, 0 where unknown
   */
  public Progress(boolean shown, PrintStream out, LongSupplier nanoTime, long totalBytes) {
    this.shown = shown;
    this.out = out;
    this.nanoTime = nanoTime;
    this.totalBytes = totalBytes;
    this.startNanos = nanoTime.getAsLong();
    this.lastNanos = startNanos;
  }

  /** Progress that is never shown. */
  public static Progress silent() {
    return new Progress(false, System.err, () -> 0, 0);
  }

  /** Tells how much was read. */
  public void advance(long bytes, long records) {
    if (!shown) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (now - lastNanos < EVERY_NANOS) {
      return;
    }
    lastNanos = now;
    double seconds = (now - startNanos) / 1e9;
    String share = "";
    if (totalBytes > 0 && bytes > 0) {
      double done = Math.min(1, bytes / (double) totalBytes);
      share =
          String.format(
              Locale.ROOT, "%3.0f %%, %.0f s left, ", done * 100, seconds / done - seconds);
    }
    out.print(
        String.format(
            Locale.ROOT,
            "\r%s%,d records, %,.0f a second   ",
            share,
            records,
            records / Math.max(seconds, 1e-9)));
    out.flush();
    written = true;
  }

  /** Clears the line. */
  public void done() {
    if (written) {
      out.print("\r" + " ".repeat(78) + "\r");
      out.flush();
    }
  }
}
