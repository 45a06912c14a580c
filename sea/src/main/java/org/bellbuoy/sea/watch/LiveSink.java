package org.bellbuoy.sea.watch;

/** Takes news of silences that last. */
@FunctionalInterface
public interface LiveSink {
  /**
   * Takes one line; they come in order of moment, then id.
   *
   * @param simulated whether what was read so far is simulated
   */
  void told(LiveLine line, boolean simulated);
}
