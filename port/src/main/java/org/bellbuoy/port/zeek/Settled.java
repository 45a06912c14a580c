package org.bellbuoy.port.zeek;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.port.zeek.LogRecord.Connection;

/**
 * Passes records on, each connection once: those still open are logged again and again, and of
 * these the last line counts, at the end, unless the connection was closed in another line. Keeps
 * 65,536 open connections; lines of further ones are left out and counted. Not thread safe.
 */
public final class Settled implements Consumer<LogRecord> {
  private static final int MOST = 65_536;

  private final Consumer<LogRecord> next;
  private final Map<String, Connection> open = new LinkedHashMap<>();
  private final Set<String> closed = new HashSet<>();
  private long leftOut;

  /** Passes on to that one. */
  public Settled(Consumer<LogRecord> next) {
    this.next = next;
  }

  @Override
  public void accept(LogRecord record) {
    if (!(record instanceof Connection connection) || connection.uid().isEmpty()) {
      next.accept(record);
    } else if (connection.open()) {
      if (open.size() < MOST || open.containsKey(connection.uid())) {
        open.put(connection.uid(), connection);
      } else {
        leftOut++;
      }
    } else {
      if (open.containsKey(connection.uid())) {
        closed.add(connection.uid());
      }
      next.accept(record);
    }
  }

  /** All logs were read: passes on what is still open. */
  public void finish() {
    open.forEach(
        (uid, connection) -> {
          if (!closed.contains(uid)) {
            next.accept(connection);
          }
        });
    open.clear();
    closed.clear();
  }

  /** Lines of open connections for which there was no room. */
  public long leftOut() {
    return leftOut;
  }
}
