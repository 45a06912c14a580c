package org.bellbuoy.port.watch;

/**
 * What logs of other sensors showed.
 *
 * @param lines read
 * @param connections of them, each once
 * @param firstNanos begin of the first, {@link Long#MAX_VALUE} where there was none
 * @param lastNanos end of the last, {@link Long#MIN_VALUE} where there was none
 */
record LogSight(long lines, long connections, long firstNanos, long lastNanos) {
  /** No logs. */
  static final LogSight NONE = new LogSight(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** What no log of connections shows. */
  static final String BLIND =
      "Logs of Zeek and Suricata tell ends, times, bytes and names of connections: no operation of a"
          + " controller, no hardware address and no login can be seen in them, and what a service"
          + " is called is the sensor's word.";

  boolean any() {
    return lines > 0;
  }
}
