package org.bellbuoy.port.session;

import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Tells tools over TCP by what stands at the beginning of segments. Sources: RFC 4253 (SSH), RFC
 * 6143 (RFB), MS-RDPBCGR 2.2.1.1 (RDP), RFC 854 (telnet), RFC 1928 and the SOCKS4 memo, OpenVPN's
 * protocol notes; framings of TeamViewer and Radmin from captures.
 */
final class StreamSigns {
  /** So many segments the other side's negotiation is waited for on the usual port. */
  private static final int WAIT_FOR_OTHER_SIDE = 6;

  private StreamSigns() {}

  static @Nullable Sign look(Talk talk, int side, byte[] b, int o, int n) {
    boolean begins = talk.segments[side] == 1;
    if (begins && Text.at(b, o, n, "SSH-") && n > 6) {
      return Sign.of(RemoteTool.SSH, "an SSH banner", talk.opener())
          .version(Text.line(b, o, n, 255));
    }
    if (begins && n >= 12 && Text.at(b, o, n, "RFB 0") && b[o + 7] == '.' && b[o + 11] == '\n') {
      // The server of RFB speaks first, also where it opened the connection itself.
      int controller = talk.segments[1 - side] == 0 ? 1 - side : talk.opener();
      return Sign.of(RemoteTool.VNC, "an RFB version", controller).version(Text.line(b, o, n, 11));
    }
    Sign sign = rdp(side, b, o, n);
    if (sign == null) {
      sign = teamViewer(talk, b, o, n);
    }
    if (sign == null && begins) {
      sign = radmin(talk, side, b, o, n);
    }
    if (sign == null) {
      sign = telnet(talk, side, b, o, n);
    }
    if (sign == null) {
      sign = SocksSigns.look(talk, side, b, o, n);
    }
    if (sign == null && n > 16 && Bytes.u16(b, o) == n - 2) {
      sign = OpenVpnSigns.look(talk, side, b, o + 2, n - 2);
    }
    if (sign == null) {
      sign = TlsSigns.look(talk, side, b, o, n);
    }
    if (sign == null && Text.at(b, o, n, "ping|STRRAT|")) {
      sign =
          Sign.of(RemoteTool.STRRAT, "the keep-alive of STRRAT in clear", 1 - side)
              .account(Text.line(b, o, n, 120));
    }
    return sign;
  }

  /** A connection request in TPKT with the cookie or the negotiation request of RDP. */
  private static @Nullable Sign rdp(int side, byte[] b, int o, int n) {
    if (n < 11 || b[o] != 3 || b[o + 1] != 0 || Bytes.u16(b, o + 2) != n || b[o + 4] + 5 != n) {
      return null;
    }
    int type = Bytes.u8(b, o + 5);
    int rest = n - 11;
    if (type == 0xe0) {
      if (Text.at(b, o + 11, rest, "Cookie: ")) {
        boolean account = Text.at(b, o + 11, rest, "Cookie: mstshash=");
        Sign sign = Sign.of(RemoteTool.RDP, "a connection request with RDP's cookie", side);
        return account ? sign.account(Text.line(b, o + 28, n - 28, 64)) : sign;
      }
      if (rest == 8 && b[o + 11] == 1 && Bytes.u16Little(b, o + 13) == 8) {
        return Sign.of(RemoteTool.RDP, "RDP's negotiation request", side);
      }
    }
    if (type == 0xd0 && rest == 8 && b[o + 11] == 2 && Bytes.u16Little(b, o + 13) == 8) {
      return Sign.of(RemoteTool.RDP, "RDP's negotiation response", 1 - side);
    }
    return null;
  }

  /** Messages that begin with 17 24, kind, length; or with 11 30, kind and a length behind it. */
  private static @Nullable Sign teamViewer(Talk talk, byte[] b, int o, int n) {
    if (n < 8) {
      return null;
    }
    int magic = Bytes.u16(b, o);
    boolean framed = false;
    if (magic == 0x1724) {
      int at = o;
      int messages = 0;
      while (at + 5 <= o + n && Bytes.u16(b, at) == 0x1724) {
        at += 5 + Bytes.u16Little(b, at + 3);
        messages++;
      }
      boolean usual =
          talk.conversation.server().port() == 5938 || talk.conversation.client().port() == 5938;
      framed = at == o + n && (messages > 1 || n > 16) || (usual && messages > 0);
    } else if (magic == 0x1130 && n >= 24) {
      framed = Bytes.u32Little(b, o + 4) + 24 == n;
    }
    return framed ? Sign.of(RemoteTool.TEAMVIEWER, "TeamViewer's framing", Sign.UNKNOWN) : null;
  }

  /** Type 1, length, the sum of the payload's words, payload. */
  private static @Nullable Sign radmin(Talk talk, int side, byte[] b, int o, int n) {
    if (n < 10 || n > 512 || b[o] != 1 || Bytes.u32(b, o + 1) != n - 9) {
      return null;
    }
    int sum = 0;
    for (int i = 9; i < n; i++) {
      sum += Bytes.u8(b, o + i) << (i - 9) % 4 * 8;
    }
    if (sum != Bytes.s32(b, o + 5) || sum == 0) {
      return null;
    }
    int controller = talk.segments[1 - side] == 0 ? side : 1 - side;
    return Sign.of(RemoteTool.RADMIN, "Radmin's framing and checksum", controller);
  }

  /** Segments that begin with option negotiations; two of them, or one on the usual port. */
  private static @Nullable Sign telnet(Talk talk, int side, byte[] b, int o, int n) {
    int at = o;
    int commands = 0;
    while (at + 3 <= o + n
        && Bytes.u8(b, at) == 255
        && Bytes.u8(b, at + 1) >= 251
        && Bytes.u8(b, at + 1) <= 254
        && (Bytes.u8(b, at + 2) < 50 || Bytes.u8(b, at + 2) == 255)) {
      at += 3;
      commands++;
    }
    if (commands == 0) {
      return null;
    }
    talk.telnetCommands += commands;
    talk.telnetSides |= 1 << side;
    boolean usual = talk.conversation.server().port() == 23;
    boolean both = talk.telnetSides == 3 && talk.telnetCommands >= 3;
    if (!both && (!usual || talk.looked < WAIT_FOR_OTHER_SIDE)) {
      return null;
    }
    Level level = talk.telnetSides == 3 ? Level.LIKELY : Level.POSSIBLE;
    return Sign.of(RemoteTool.TELNET, level, "telnet's option negotiation", talk.opener());
  }
}
