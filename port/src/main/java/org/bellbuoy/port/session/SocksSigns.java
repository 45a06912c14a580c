package org.bellbuoy.port.session;

import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** SOCKS: a greeting and the answer that fits it (RFC 1928; SOCKS 4 and 4A). */
final class SocksSigns {
  private SocksSigns() {}

  static @Nullable Sign look(Talk talk, int side, byte[] b, int o, int n) {
    if (talk.greeting == 0) {
      if (talk.segments[side] == 1 && talk.segments[1 - side] == 0) {
        greet(talk, side, b, o, n);
      }
      return null;
    }
    if (side == talk.greeter) {
      talk.greeting = 0;
      return null;
    }
    int version = talk.greeting;
    talk.greeting = 0;
    if (version == 5 && n == 2 && b[o] == 5 && (Bytes.u8(b, o + 1) < 10 || b[o + 1] == -1)) {
      return Sign.of(RemoteTool.SOCKS, "SOCKS 5 greeting and choice", talk.greeter).version("5");
    }
    if (version == 4 && n == 8 && b[o] == 0 && Bytes.u8(b, o + 1) >= 90 && b[o + 1] <= 93) {
      return Sign.of(RemoteTool.SOCKS, "SOCKS 4 request and reply", talk.greeter)
          .version("4")
          .account(talk.tlsName);
    }
    return null;
  }

  private static void greet(Talk talk, int side, byte[] b, int o, int n) {
    if (n >= 3 && b[o] == 5 && b[o + 1] > 0 && n == 2 + b[o + 1]) {
      talk.greeting = 5;
    } else if (n >= 9 && n < 512 && b[o] == 4 && (b[o + 1] == 1 || b[o + 1] == 2)) {
      if (b[o + n - 1] != 0) {
        return;
      }
      talk.greeting = 4;
      talk.tlsName = target4(b, o, n);
    }
    talk.greeter = side;
  }

  private static String target4(byte[] b, int o, int n) {
    int port = Bytes.u16(b, o + 2);
    int address = Bytes.s32(b, o + 4);
    if (address >>> 8 != 0) {
      return IpAddress.ipv4(address) + ":" + port;
    }
    int user = o + 8;
    while (user < o + n && b[user] != 0) {
      user++;
    }
    return user + 1 < o + n ? Text.line(b, user + 1, o + n - user - 1, 128) + ":" + port : "";
  }
}
