package org.bellbuoy.port.stream;

import org.bellbuoy.port.decode.Identity;

/** What a conversation may be: a protocol that may be spoken counts when it may be so in a row. */
final class Doubts {
  private static final int NEEDED = 3;

  private final byte[] inARow;

  Doubts(int protocols) {
    inARow = new byte[protocols];
  }

  /**
   * Whether what was seen is enough to take the conversation for that protocol.
   *
   * @param protocol its index
   * @param usual whose port is usual for its servers, −1 where neither is
   */
  boolean isEnough(int protocol, Identity identity, int usual) {
    if (identity == Identity.NO) {
      inARow[protocol] = 0;
      return false;
    }
    return identity.certain() || usual >= 0 || ++inARow[protocol] >= NEEDED;
  }

  /** Whose port is among those usual for servers: 0 or 1; −1 where neither is. */
  static int usualSide(Flow flow, int[] usualPorts) {
    for (int port : usualPorts) {
      if (flow.secondPort == port) {
        return 1;
      }
      if (flow.firstPort == port) {
        return 0;
      }
    }
    return -1;
  }
}
