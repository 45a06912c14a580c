package org.bellbuoy.port.stream;

import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.decode.Identity;

/** Who is client and who is server, once the protocol is known. */
final class Orienting {
  private Orienting() {}

  /**
   * Takes up what the protocol tells.
   *
   * @param side who sent what was identified
   * @param usual whose port is usual for servers of the protocol, −1 where neither is
   */
  static void orient(Flow flow, int side, Identity identity, int usual) {
    switch (identity) {
      case MATCH_FROM_CLIENT -> flow.orient(side == 0, Orientation.CONTENT);
      case MATCH_FROM_SERVER -> flow.orient(side != 0, Orientation.CONTENT);
      case NO, MAYBE, MATCH -> {
        if (usual >= 0 && flow.firstPort != flow.secondPort) {
          flow.orient(usual == 1, Orientation.PORTS);
        }
      }
    }
  }
}
