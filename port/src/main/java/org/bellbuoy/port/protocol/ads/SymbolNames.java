package org.bellbuoy.port.protocol.ads;

import org.jspecify.annotations.Nullable;

/**
 * Names behind handles of one connection, as far as the capture shows them being given. Holds the
 * last so many; looking one up makes no objects.
 */
final class SymbolNames {
  private static final int MOST = 256;

  private final long[] handles = new long[MOST];
  private final int[] ports = new int[MOST];
  private final @Nullable String[] names = new @Nullable String[MOST];
  private int next;

  void put(int port, long handle, String name) {
    int at = find(port, handle);
    if (at < 0) {
      at = next;
      next = (next + 1) % MOST;
    }
    handles[at] = handle;
    ports[at] = port;
    names[at] = name;
  }

  @Nullable String get(int port, long handle) {
    int at = find(port, handle);
    return at < 0 ? null : names[at];
  }

  private int find(int port, long handle) {
    for (int i = 0; i < MOST && names[i] != null; i++) {
      if (handles[i] == handle && ports[i] == port) {
        return i;
      }
    }
    return -1;
  }
}
