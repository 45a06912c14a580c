package org.bellbuoy.port.identity;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Names that devices claim on their own link: multicast DNS (RFC 6762), LLMNR (RFC 4795), NetBIOS
 * (RFC 1002). Answers of ordinary name servers are no claims of a device and are not read. The form
 * of all three is that of DNS, so here the port has to tell which it is.
 */
final class Names {
  private static final int MDNS = 5353;
  private static final int LLMNR = 5355;
  private static final int NETBIOS = 137;
  private static final int HEADER_BYTES = 12;
  private static final int MOST_RECORDS = 64;
  private static final int LONGEST_NAME = 250;
  private static final int MOST_POINTERS = 16;

  private static final int A = 1;
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int AAAA = 28;
  private static final int NETBIOS_GENERAL = 32;

  private final Teller teller;
  private int at;

  Names(Teller teller) {
    this.teller = teller;
  }

  /** Which of these protocols a datagram is; null for none. */
  static @Nullable Protocol which(Conversation conversation, byte[] b, int from, int length) {
    int server = conversation.server().port();
    int client = conversation.client().port();
    Protocol protocol =
        server == MDNS || client == MDNS
            ? Protocol.MDNS
            : server == LLMNR || client == LLMNR
                ? Protocol.LLMNR
                : server == NETBIOS || client == NETBIOS ? Protocol.NBNS : null;
    if (protocol == null || length <= HEADER_BYTES) {
      return null;
    }
    // So many records would not fit.
    int records =
        Bytes.u16(b, from + 4)
            + Bytes.u16(b, from + 6)
            + Bytes.u16(b, from + 8)
            + Bytes.u16(b, from + 10);
    return records > 0 && records * 5 <= length ? protocol : null;
  }

  void read(
      Protocol protocol,
      Conversation conversation,
      Direction direction,
      byte[] b,
      int from,
      int length,
      FrameMark mark) {
    int end = from + length;
    Endpoint sender = conversation.source(direction);
    int flags = Bytes.u16(b, from + 2);
    boolean answer = (flags & 0x8000) != 0;
    int opcode = flags >> 11 & 15;
    // NetBIOS: registration 5, refresh 8 and 9 claim a name for the sender.
    boolean claims = protocol == Protocol.NBNS && !answer && (opcode == 5 || opcode >= 8);
    if ((!answer && !claims) || (answer && (flags & 15) != 0)) {
      return;
    }
    at = from + HEADER_BYTES;
    for (int i = Bytes.u16(b, from + 4); i > 0; i--) {
      if (name(b, from, end, false) == null || end - at < 4) {
        return;
      }
      at += 4;
    }
    int records = Bytes.u16(b, from + 6) + Bytes.u16(b, from + 8) + Bytes.u16(b, from + 10);
    for (int i = Math.min(records, MOST_RECORDS); i > 0; i--) {
      String name = name(b, from, end, protocol == Protocol.NBNS);
      if (name == null || end - at < 10) {
        cut(protocol, mark);
        return;
      }
      int type = Bytes.u16(b, at);
      int bytes = Bytes.u16(b, at + 8);
      at += 10;
      if (bytes > end - at) {
        cut(protocol, mark);
        return;
      }
      record(protocol, type, name, b, from, end, bytes, sender, mark);
      at += bytes;
    }
  }

  private void cut(Protocol protocol, FrameMark mark) {
    teller.reject(
        "names-record", mark, "a record of " + protocol.word() + " is cut or its name unsound.");
  }

  private void record(
      Protocol protocol,
      int type,
      String name,
      byte[] b,
      int from,
      int end,
      int bytes,
      Endpoint sender,
      FrameMark mark) {
    if (protocol == Protocol.NBNS) {
      // Flags, address; a group's name (first flag) is no device's.
      if (type == NETBIOS_GENERAL && bytes >= 6 && b[at] >= 0 && !name.isEmpty()) {
        claim(protocol, name, IpAddress.ipv4(Bytes.s32(b, at + 2)), sender, mark);
      }
      return;
    }
    switch (type) {
      case A -> {
        if (bytes == 4 && Teller.single(Bytes.s32(b, at))) {
          claim(protocol, name, IpAddress.ipv4(Bytes.s32(b, at)), sender, mark);
        }
      }
      case AAAA -> {
        if (bytes == 16) {
          IpAddress address = new IpAddress(Bytes.s64(b, at), Bytes.s64(b, at + 8));
          claim(protocol, name, address, sender, mark);
        }
      }
      case PTR -> {
        int back = at;
        String service = name.endsWith(".local") && name.startsWith("_") ? name : null;
        if (service != null && name(b, from, end, false) != null) {
          teller.tell(mark, sender, AttributeName.SERVICE, service, protocol);
        }
        at = back;
      }
      case TXT -> texts(protocol, b, bytes, sender, mark);
      default -> {}
    }
  }

  /** A name for an address; the sender's own unless the address is another's. */
  private void claim(
      Protocol protocol, String name, IpAddress address, Endpoint sender, FrameMark mark) {
    boolean own = address.equals(sender.address());
    if (own || address.isIpv4() && Teller.single(address.asIpv4())) {
      long mac = own ? sender.mac() : Endpoint.NO_MAC;
      teller.tell(mark, address, mac, -1, AttributeName.NAME, name, protocol);
    }
  }

  /** Pairs of key and value (RFC 6763, 6.3); keys as printers, cameras and hosts use them. */
  private void texts(Protocol protocol, byte[] b, int bytes, Endpoint sender, FrameMark mark) {
    int end = at + bytes;
    int i = at;
    while (i < end) {
      int length = Math.min(b[i] & 0xff, end - i - 1);
      String text = new String(b, i + 1, length, StandardCharsets.UTF_8);
      int equals = text.indexOf('=');
      AttributeName attribute =
          equals < 1
              ? null
              : switch (text.substring(0, equals)) {
                case "model", "md", "ty", "usb_MDL" -> AttributeName.MODEL;
                case "manufacturer", "usb_MFG" -> AttributeName.VENDOR;
                default -> null;
              };
      if (attribute != null) {
        teller.tell(mark, sender, attribute, text.substring(equals + 1), protocol);
      }
      i += 1 + length;
    }
  }

  /**
   * Reads a name at {@link #at} and goes behind it; null where it is unsound.
   *
   * @param netbios whether the first label holds a coded name of 16 bytes, whose last is its kind;
   *     only names of hosts (kinds 0 and 32) are given then, others as empty
   */
  private @Nullable String name(byte[] b, int from, int end, boolean netbios) {
    StringBuilder name = new StringBuilder();
    int i = at;
    int behind = -1;
    int pointers = 0;
    while (i < end) {
      int length = b[i] & 0xff;
      if (length == 0) {
        at = behind < 0 ? i + 1 : behind;
        return netbios ? netbios(name) : name.toString();
      }
      if (length >= 0xc0) {
        if (i + 1 >= end || ++pointers > MOST_POINTERS) {
          return null;
        }
        behind = behind < 0 ? i + 2 : behind;
        i = from + ((length & 0x3f) << 8 | b[i + 1] & 0xff);
        continue;
      }
      if (length > 63 || length > end - i - 1 || name.length() + length > LONGEST_NAME) {
        return null;
      }
      if (!name.isEmpty()) {
        name.append('.');
      }
      name.append(new String(b, i + 1, length, StandardCharsets.UTF_8));
      i += 1 + length;
    }
    return null;
  }

  /** RFC 1001, 14.1: each byte as two letters from A on, one for each half. */
  private static String netbios(CharSequence coded) {
    if (coded.length() < 32) {
      return "";
    }
    StringBuilder name = new StringBuilder(16);
    int kind = 0;
    for (int i = 0; i < 32; i += 2) {
      int high = coded.charAt(i) - 'A';
      int low = coded.charAt(i + 1) - 'A';
      if (high < 0 || high > 15 || low < 0 || low > 15) {
        return "";
      }
      kind = high << 4 | low;
      if (i < 30) {
        name.append((char) kind);
      }
    }
    return kind == 0 || kind == 32 ? name.toString().strip() : "";
  }
}
