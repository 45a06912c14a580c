package org.bellbuoy.port.session;

import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Tells tools over UDP. Sources: RFC 7296 and 2408 (IKE), RFC 3948 (ESP in UDP), the WireGuard
 * paper 5.4, MS-RDPEUDP 2.2.2; Tailscale's discovery, TeamViewer and SoftEther from captures.
 */
final class DatagramSigns {
  private static final int NEEDED_RISING = 3;

  private DatagramSigns() {}

  static @Nullable Sign look(Talk talk, int side, byte[] b, int o, int n) {
    if (tailscale(b, o, n)) {
      return Sign.of(RemoteTool.TAILSCALE, "Tailscale's discovery", Sign.EITHER);
    }
    Sign sign = wireGuard(talk, side, b, o, n);
    if (sign == null) {
      sign = ike(b, o, n);
    }
    if (sign == null) {
      sign = OpenVpnSigns.look(talk, side, b, o, n);
    }
    if (sign == null) {
      sign = rdp(talk, side, b, o, n);
    }
    if (sign == null && n >= 20 && zero(b, o, 8) && Bytes.u16(b, o + 11) == 0x1724) {
      sign = Sign.of(RemoteTool.TEAMVIEWER, "TeamViewer's framing over UDP", Sign.UNKNOWN);
    }
    return sign == null ? softEther(talk, side, b, o, n) : sign;
  }

  private static boolean tailscale(byte[] b, int o, int n) {
    return n >= 62 && b[o] == 'T' && b[o + 1] == 'S' && Bytes.s32(b, o + 2) == 0xf09f92ac;
  }

  /** Types 1 to 4 with three zeros and fixed sizes; data alone must count up for one receiver. */
  private static @Nullable Sign wireGuard(Talk talk, int side, byte[] b, int o, int n) {
    if (n < 32 || b[o + 1] != 0 || b[o + 2] != 0 || b[o + 3] != 0) {
      return null;
    }
    int type = b[o];
    if ((type == 1 && n == 148) || (type == 2 && n == 92)) {
      if (talk.seenIds[1 - side] && type == 2 && Bytes.u32(b, o + 8) == talk.ids[1 - side]) {
        return Sign.of(RemoteTool.WIREGUARD, "WireGuard's handshake", Sign.EITHER);
      }
      talk.seenIds[side] = true;
      talk.ids[side] = Bytes.u32(b, o + 4);
      return null;
    }
    if (type != 4 || n % 16 != 0) {
      return null;
    }
    long receiver = Bytes.u32(b, o + 4);
    long counter = Bytes.s64Little(b, o + 8);
    if (talk.seenIds[1 - side] && receiver == talk.ids[1 - side]) {
      return Sign.of(RemoteTool.WIREGUARD, "WireGuard's handshake and data", Sign.EITHER);
    }
    boolean follows =
        talk.rising[side] > 0
            && receiver == talk.receivers[side]
            && counter > talk.lastCounters[side]
            && counter - talk.lastCounters[side] < 1024;
    talk.rising[side] = follows ? talk.rising[side] + 1 : 1;
    talk.receivers[side] = receiver;
    talk.lastCounters[side] = counter;
    return talk.rising[side] >= NEEDED_RISING && counter < 1L << 48
        ? Sign.of(RemoteTool.WIREGUARD, "WireGuard's data, counting up", Sign.EITHER)
        : null;
  }

  /** An ISAKMP header whose length is that of the datagram; behind four zeros on port 4500. */
  private static @Nullable Sign ike(byte[] b, int o, int n) {
    int at = n > 32 && Bytes.s32(b, o) == 0 ? o + 4 : o;
    int length = n - (at - o);
    if (length < 28 || Bytes.u32(b, at + 24) != length || Bytes.s64(b, at) == 0) {
      return null;
    }
    int version = Bytes.u8(b, at + 17);
    int exchange = Bytes.u8(b, at + 18);
    boolean first = version == 0x10 && (exchange <= 6 || exchange == 32 || exchange == 33);
    boolean second = version == 0x20 && exchange >= 34 && exchange <= 37;
    return first || second
        ? Sign.of(RemoteTool.IPSEC, "an IKE header", Sign.EITHER).version(first ? "IKEv1" : "IKEv2")
        : null;
  }

  /** The opening of RDP over UDP; in the middle of one only what looks like it on its port. */
  private static @Nullable Sign rdp(Talk talk, int side, byte[] b, int o, int n) {
    if (n < 16) {
      return null;
    }
    int flags = Bytes.u16(b, o + 6);
    if (n >= 1132 && n <= 1232 && Bytes.s32(b, o) == -1 && (flags & 0x0005) == 1) {
      int up = Bytes.u16(b, o + 12);
      int down = Bytes.u16(b, o + 14);
      if (up >= 1132 && up <= 1232 && down >= 1132 && down <= 1232) {
        return Sign.of(RemoteTool.RDP, "the opening of RDP over UDP", side).version("RDP-UDP");
      }
    }
    boolean usual = talk.conversation.server().port() == 3389;
    if (usual && (flags & 0x0c) == 0x0c && (flags & 0xe003) == 0 && dtls(b, o, n)) {
      talk.likeDesktop++;
    }
    return talk.likeDesktop >= 3
        ? Sign.of(
                RemoteTool.RDP,
                Level.POSSIBLE,
                "data as of RDP over UDP on its port; the opening is not in the capture",
                talk.opener())
            .version("RDP-UDP")
        : null;
  }

  private static boolean dtls(byte[] b, int o, int n) {
    for (int i = o + 8; i + 3 < o + Math.min(n, 40); i++) {
      boolean record = b[i] >= 20 && b[i] <= 23;
      if (record && ((b[i + 1] == 3 && b[i + 2] <= 4) || (b[i + 1] == -2 && b[i + 2] >= -3))) {
        return true;
      }
    }
    return false;
  }

  /** The keep-alive of its NAT traversal: one byte A, and the answer with address and port. */
  private static @Nullable Sign softEther(Talk talk, int side, byte[] b, int o, int n) {
    if (n == 1 && b[o] == 'A') {
      talk.softEtherAsked = true;
      talk.greeter = side;
      return null;
    }
    if (talk.softEtherAsked
        && side != talk.greeter
        && Text.at(b, o, n, "IP=")
        && Text.find(b, o, n, ",PORT=") > 0) {
      return Sign.of(RemoteTool.SOFTETHER, "SoftEther's NAT traversal", Sign.EITHER);
    }
    return n > 40 && Text.at(b, o + 8, n - 8, "opcode\0") && Text.find(b, o, n, "tran_id") > 0
        ? Sign.of(RemoteTool.SOFTETHER, "SoftEther's messages", Sign.EITHER)
        : null;
  }

  private static boolean zero(byte[] b, int o, int n) {
    for (int i = 0; i < n; i++) {
      if (b[o + i] != 0) {
        return false;
      }
    }
    return true;
  }
}
