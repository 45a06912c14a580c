package org.bellbuoy.port.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.IpAddress;

/**
 * What a DNS answer says: the name asked for and the addresses given (RFC 1035, 4.1; RFC 3596).
 *
 * @param name as sent, lower case or not; untrusted
 * @param addresses given for it, also by way of other names; at most 32
 */
public record DnsMessage(String name, List<IpAddress> addresses) {
  private static final DnsMessage NONE = new DnsMessage("", List.of());
  private static final int MOST_ADDRESSES = 32;

  public DnsMessage {
    addresses = List.copyOf(addresses);
  }

  /** Reads an answer; one without name and addresses where the bytes are none. Never throws. */
  public static DnsMessage answer(byte[] b, int offset, int length) {
    int end = offset + length;
    if (length < 17 || (b[offset + 2] & 0x80) == 0 || Bytes.u16(b, offset + 4) != 1) {
      return NONE;
    }
    StringBuilder name = new StringBuilder();
    int at = name(b, offset + 12, end, name);
    if (at < 0 || at + 4 > end || name.isEmpty()) {
      return NONE;
    }
    at += 4;
    List<IpAddress> addresses = new ArrayList<>(2);
    int records = Bytes.u16(b, offset + 6);
    for (int i = 0; i < records && addresses.size() < MOST_ADDRESSES; i++) {
      at = skip(b, at, end);
      if (at < 0 || at + 10 > end) {
        break;
      }
      int type = Bytes.u16(b, at);
      int size = Bytes.u16(b, at + 8);
      at += 10;
      if (at + size > end) {
        break;
      }
      if (type == 1 && size == 4) {
        addresses.add(IpAddress.ipv4(Bytes.s32(b, at)));
      } else if (type == 28 && size == 16) {
        addresses.add(new IpAddress(Bytes.s64(b, at), Bytes.s64(b, at + 8)));
      }
      at += size;
    }
    return new DnsMessage(name.toString(), addresses);
  }

  /** Reads a name without pointers; gives where it ends, −1 where it cannot be read. */
  private static int name(byte[] b, int from, int end, StringBuilder into) {
    int at = from;
    while (at < end) {
      int label = Bytes.u8(b, at);
      if (label == 0) {
        return at + 1;
      }
      if (label > 63 || at + 1 + label > end || into.length() > 255) {
        return -1;
      }
      into.append(into.isEmpty() ? "" : ".")
          .append(new String(b, at + 1, label, StandardCharsets.ISO_8859_1));
      at += 1 + label;
    }
    return -1;
  }

  private static int skip(byte[] b, int from, int end) {
    int at = from;
    while (at < end) {
      int label = Bytes.u8(b, at);
      if (label >= 0xc0) {
        return at + 2;
      }
      if (label == 0) {
        return at + 1;
      }
      at += 1 + label;
    }
    return -1;
  }
}
