package org.bellbuoy.port.session;

import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * OpenVPN: a reset with a session id, then a control packet of the same side with the same id, or
 * one of the other side that holds it. The operation code stands in the upper five bits.
 */
final class OpenVpnSigns {
  private static final int RESET_CLIENT_V1 = 1;
  private static final int RESET_SERVER_V1 = 2;
  private static final int CONTROL = 4;
  private static final int ACK = 5;
  private static final int RESET_CLIENT_V2 = 7;
  private static final int RESET_SERVER_V2 = 8;
  private static final int RESET_CLIENT_V3 = 10;

  private OpenVpnSigns() {}

  static @Nullable Sign look(Talk talk, int side, byte[] b, int o, int n) {
    if (n < 14 || (b[o] & 7) != 0) {
      return null;
    }
    int code = Bytes.u8(b, o) >> 3;
    long id = Bytes.s64(b, o + 1);
    return switch (code) {
      case RESET_CLIENT_V1, RESET_SERVER_V1, RESET_CLIENT_V2, RESET_SERVER_V2, RESET_CLIENT_V3 -> {
        boolean answers = code == RESET_SERVER_V2 && talk.seenIds[1 - side];
        talk.seenIds[side] = true;
        talk.ids[side] = id;
        yield answers && holds(b, o + 9, o + n, talk.ids[1 - side]) ? sign() : null;
      }
      case CONTROL, ACK -> talk.seenIds[side] && talk.ids[side] == id && id != 0 ? sign() : null;
      default -> null;
    };
  }

  private static boolean holds(byte[] b, int from, int end, long id) {
    for (int i = from; i + 8 <= end; i++) {
      if (Bytes.s64(b, i) == id) {
        return true;
      }
    }
    return false;
  }

  private static Sign sign() {
    return Sign.of(RemoteTool.OPENVPN, "OpenVPN's reset and the same session id", Sign.EITHER);
  }
}
