package org.bellbuoy.port.session;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Finds what travels in names asked for in DNS: many names below one, nearly all different and
 * long. Keeps {@link #MOST_NAMES} pairs of host and parent name with 128 bytes each, the first
 * seen; of DNS over TCP nothing is seen.
 */
final class DnsTunnels {
  private static final int MOST_NAMES = 4096;
  private static final int NEEDED_QUERIES = 40;
  private static final double NEEDED_DISTINCT = 0.7;
  private static final int NEEDED_MEAN_BYTES = 20;
  private static final double NEEDED_ODD_TYPES = 0.5;
  private static final int BITS = 1024;

  private record Key(IpAddress host, String parent) {}

  private static final class Asked {
    final long[] seen = new long[BITS / 64];
    int queries;
    int oddTypes;
    long nameBytes;
    final long[] bytes = new long[2];
    long packets;
    long firstNanos;
    @Nullable Session session;

    /** Distinct names by linear counting (Whang and others, 1990). */
    double distinct() {
      int zeros = BITS;
      for (long word : seen) {
        zeros -= Long.bitCount(word);
      }
      return zeros == 0 ? queries : BITS * Math.log((double) BITS / zeros);
    }
  }

  private final SessionRegister register;
  private final Map<Key, Asked> names = new HashMap<>();

  DnsTunnels(SessionRegister register) {
    this.register = register;
  }

  /** Whether all datagrams of a conversation are to be shown. */
  boolean wants(Conversation conversation) {
    return conversation.server().port() == 53;
  }

  void datagram(
      Conversation conversation, Direction direction, byte[] b, int o, int n, FrameMark mark) {
    if (n < 17 || Bytes.u16(b, o + 4) != 1) {
      return;
    }
    boolean answer = (b[o + 2] & 0x80) != 0;
    int end = endOfName(b, o + 12, o + n);
    if (end < 0) {
      return;
    }
    Key key = new Key(conversation.client().address(), parent(b, o + 12, end));
    Asked asked = names.get(key);
    if (asked == null) {
      if (names.size() == MOST_NAMES || answer) {
        return;
      }
      asked = new Asked();
      asked.firstNanos = mark.epochNanos();
      names.put(key, asked);
    }
    if (!answer) {
      count(asked, b, o + 12, end, key.parent().length());
    }
    asked.bytes[direction == Direction.TO_SERVER ? 0 : 1] += n;
    asked.packets++;
    if (asked.session == null && isTunnel(asked)) {
      asked.session = begin(asked, conversation, key.parent(), mark);
    }
    Session session = asked.session;
    if (session != null) {
      session.lastNanos = Math.max(session.lastNanos, mark.epochNanos());
      session.packets = asked.packets;
      session.bytesFromOpener = asked.bytes[0];
      session.bytesToOpener = asked.bytes[1];
    }
  }

  private Session begin(Asked asked, Conversation conversation, String parent, FrameMark mark) {
    Sign sign =
        Sign.of(
                RemoteTool.DNS_TUNNEL,
                "at least %d queries below one name, nearly all different".formatted(asked.queries),
                Sign.EITHER)
            .account(parent);
    Session session =
        register.begin(
            sign,
            conversation.transport(),
            conversation.client(),
            conversation.server(),
            Control.EITHER,
            mark);
    session.firstNanos = Math.min(session.firstNanos, asked.firstNanos);
    return session;
  }

  private static void count(Asked asked, byte[] b, int from, int end, int parentLength) {
    long hash = 17;
    for (int i = from; i < end; i++) {
      hash = (hash ^ b[i]) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    int bit = (int) (hash & BITS - 1);
    asked.seen[bit >> 6] |= 1L << bit;
    asked.queries++;
    asked.nameBytes += Math.max(0, end - from - 2 - parentLength);
    int type = Bytes.u16(b, end);
    // A, AAAA, PTR, SRV and HTTPS are what hosts ask all day; NULL, TXT and the like carry more.
    boolean usual = type == 1 || type == 28 || type == 12 || type == 33 || type == 65 || type == 64;
    asked.oddTypes += usual ? 0 : 1;
  }

  private static boolean isTunnel(Asked asked) {
    if (asked.queries < NEEDED_QUERIES) {
      return false;
    }
    double distinct = asked.distinct() / asked.queries;
    double bytes = (double) asked.nameBytes / asked.queries;
    boolean odd = asked.oddTypes >= NEEDED_ODD_TYPES * asked.queries;
    return distinct >= NEEDED_DISTINCT
        && (bytes >= NEEDED_MEAN_BYTES * 2 || (odd && bytes >= NEEDED_MEAN_BYTES));
  }

  /** First byte behind a name without pointers and with a type and class behind it; −1 if none. */
  private static int endOfName(byte[] b, int from, int end) {
    int at = from;
    while (at < end) {
      int label = Bytes.u8(b, at);
      if (label > 63) {
        return -1;
      }
      at += 1 + label;
      if (label == 0) {
        return at + 4 <= end && at - from <= 255 ? at : -1;
      }
    }
    return -1;
  }

  /** The last two labels. */
  private static String parent(byte[] b, int from, int end) {
    int last = from;
    int before = from;
    for (int at = from; b[at] != 0; at += 1 + b[at]) {
      before = last;
      last = at;
    }
    int begin = before;
    byte[] text = new byte[Math.max(0, end - 2 - begin)];
    System.arraycopy(b, begin + 1, text, 0, text.length);
    if (last > begin) {
      text[last - begin - 1] = '.';
    }
    return new String(text, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
