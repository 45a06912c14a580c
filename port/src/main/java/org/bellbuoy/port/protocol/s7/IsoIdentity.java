package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.packet.Bytes;

/**
 * Tells S7comm and S7comm-plus from others that go over COTP, such as MMS and remote desktops: by
 * the header of the user data, or by whom a connection request asks for.
 */
final class IsoIdentity {
  private static final int CALLED_SELECTOR = 0xc2;
  private static final byte[] ROOT = {'S', 'I', 'M', 'A', 'T', 'I', 'C', '-', 'R', 'O', 'O', 'T'};

  private IsoIdentity() {}

  /** What a segment looks like, asked for one of the two. */
  static Identity of(byte[] b, int offset, int length, boolean plus) {
    int at = offset;
    int end = offset + length;
    Identity found = Identity.NO;
    while (end - at >= 7) {
      if (!Iso.plausible(b, at, end - at)) {
        return Identity.NO;
      }
      int bytes = Iso.messageBytes(b, at);
      int type = Iso.type(b, at);
      if (type == Iso.DATA) {
        int data = Iso.dataAt(b, at);
        int messageEnd = Math.min(end, at + bytes);
        if (at + bytes > data) {
          boolean whole = messageEnd == at + bytes && Iso.last(b, at);
          return plus ? plus(b, data, messageEnd) : plain(b, data, messageEnd, whole);
        }
      } else if (bytes <= end - at) {
        found = connection(b, at, bytes, type, plus);
      }
      at += bytes;
    }
    return found;
  }

  private static Identity connection(byte[] b, int at, int bytes, int type, boolean plus) {
    boolean asks = type == Iso.CONNECTION_REQUEST;
    if (!asks && type != Iso.CONNECTION_CONFIRM) {
      return Identity.NO;
    }
    int selector = Iso.parameter(b, at, bytes, CALLED_SELECTOR);
    if (selector < 0) {
      return Identity.NO;
    }
    int length = b[selector + 1] & 0xff;
    if (plus) {
      return length > ROOT.length && begins(b, selector + 2)
          ? asks ? Identity.MATCH_FROM_CLIENT : Identity.MATCH_FROM_SERVER
          : Identity.NO;
    }
    // Kind of connection (1 engineering, 2 operation, 3 basic), then rack and slot.
    return length == 2 && b[selector + 2] >= 1 && b[selector + 2] <= 3
        ? Identity.MAYBE
        : Identity.NO;
  }

  private static boolean begins(byte[] b, int at) {
    for (int i = 0; i < ROOT.length; i++) {
      if (b[at + i] != ROOT[i]) {
        return false;
      }
    }
    return true;
  }

  /** The kinds of message are few and the lengths of their parts must add up. */
  private static Identity plain(byte[] b, int at, int end, boolean whole) {
    if (end - at < Header.BYTES || b[at] != Iso.S7 || Bytes.u16(b, at + 2) != 0) {
      return Identity.NO;
    }
    int kind = b[at + 1];
    int header = Header.BYTES + (kind == Header.ACK || kind == Header.ACK_DATA ? 2 : 0);
    int parameters = Bytes.u16(b, at + 6);
    int bytes = header + parameters + Bytes.u16(b, at + 8);
    boolean known =
        kind == Header.JOB
            || kind == Header.ACK
            || kind == Header.ACK_DATA
            || kind == Header.USER_DATA;
    if (!known || (whole ? bytes != end - at : bytes < end - at)) {
      return Identity.NO;
    }
    int first = at + header;
    if (kind == Header.USER_DATA) {
      if (parameters < 8 || end - first < 8 || b[first + 2] != 0x12) {
        return Identity.NO;
      }
      return switch (b[first + 5] >> 4 & 15) {
        case UserData.REQUEST -> Identity.MATCH_FROM_CLIENT;
        case UserData.RESPONSE, UserData.PUSH -> Identity.MATCH_FROM_SERVER;
        default -> Identity.MATCH;
      };
    }
    int function = parameters > 0 && first < end ? b[first] & 0xff : -1;
    if (function == Blocks.DOWNLOAD_BLOCK || function == Blocks.DOWNLOAD_ENDED) {
      // In a download the controller asks.
      return kind == Header.JOB ? Identity.MATCH_FROM_SERVER : Identity.MATCH_FROM_CLIENT;
    }
    return kind == Header.JOB ? Identity.MATCH_FROM_CLIENT : Identity.MATCH_FROM_SERVER;
  }

  private static Identity plus(byte[] b, int at, int end) {
    if (end - at < PlusMessages.HEADER_BYTES || b[at] != Iso.S7_PLUS) {
      return Identity.NO;
    }
    int version = b[at + 1] & 0xff;
    if (!PlusMessages.known(version) || Bytes.u16(b, at + 2) > Iso.LONGEST_BYTES) {
      return Identity.NO;
    }
    int body = PlusMessages.bodyAt(b, at, end);
    int opcode = body < end && version <= 3 ? b[body] & 0xff : 0;
    return switch (opcode) {
      case PlusMessages.REQUEST -> Identity.MATCH_FROM_CLIENT;
      case PlusMessages.RESPONSE, PlusMessages.NOTIFICATION -> Identity.MATCH_FROM_SERVER;
      default -> version <= 3 ? Identity.MAYBE : Identity.MATCH;
    };
  }
}
