package org.bellbuoy.port.protocol.opcua;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.bellbuoy.port.packet.Bytes;

/**
 * Identifiers of nodes as text (OPC 10000-6, 5.3.1.10), for example {@code ns=1;s=the.answer}.
 * Those that come again and again are kept, so that none is made for each message. Bounded: two
 * that fall on one place take turns. Not thread safe.
 */
final class NodeTexts {
  private static final int PLACES = 256;
  private static final int LONGEST = 300;

  // Made when the first node comes, for encrypted conversations have none.
  private byte[][] keys = {};
  private String[] texts = {};

  NodeTexts() {}

  /** The text of an identifier that a reader has passed over whole. */
  String text(byte[] b, int at, int length) {
    if (keys.length == 0) {
      keys = new byte[PLACES][0];
      texts = new String[PLACES];
      Arrays.fill(texts, "");
    }
    int hash = 1;
    for (int i = at; i < at + length; i++) {
      hash = 31 * hash + b[i];
    }
    int place = (hash ^ hash >>> 15) & (PLACES - 1);
    byte[] key = keys[place];
    if (!Arrays.equals(key, 0, key.length, b, at, at + length)) {
      keys[place] = Arrays.copyOfRange(b, at, at + length);
      texts[place] = make(b, at, length);
    }
    return texts[place];
  }

  private static String make(byte[] b, int at, int length) {
    if (length < 2) {
      return "";
    }
    return switch (b[at] & 0x3f) {
      case 0 -> "i=" + (b[at + 1] & 0xff);
      case 1 -> namespace(b[at + 1] & 0xff) + "i=" + Bytes.u16Little(b, at + 2);
      case 2 -> namespace(Bytes.u16Little(b, at + 1)) + "i=" + Bytes.u32Little(b, at + 3);
      case 3 -> namespace(Bytes.u16Little(b, at + 1)) + "s=" + string(b, at + 3);
      case 4 -> namespace(Bytes.u16Little(b, at + 1)) + "g=" + guid(b, at + 3);
      default -> {
        int bytes = Math.max(0, Math.min(Bytes.s32Little(b, at + 3), LONGEST / 2));
        yield namespace(Bytes.u16Little(b, at + 1))
            + "b="
            + HexFormat.of().formatHex(b, at + 7, at + 7 + bytes);
      }
    };
  }

  private static String namespace(int index) {
    return index == 0 ? "" : "ns=" + index + ";";
  }

  private static String string(byte[] b, int at) {
    int bytes = Math.max(0, Math.min(Bytes.s32Little(b, at), LONGEST));
    return new String(b, at + 4, bytes, StandardCharsets.UTF_8);
  }

  /** Four bytes, two, two with low bytes first, then eight as they are. */
  private static String guid(byte[] b, int at) {
    long high =
        Bytes.u32Little(b, at) << 32
            | (long) Bytes.u16Little(b, at + 4) << 16
            | Bytes.u16Little(b, at + 6);
    return new UUID(high, Bytes.s64(b, at + 8)).toString();
  }
}
