package org.bellbuoy.server.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The bytes of one chunk, little-endian; what lies outside is a problem, never an exception. */
final class EvtxBytes {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final byte[] bytes;
  private final Map<Integer, String> names = new HashMap<>();

  EvtxBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  /** Fails where n bytes from there are not all inside. */
  void need(int at, int n, String what) throws EvtxProblem {
    if (at < 0 || n < 0 || at > bytes.length - n) {
      throw new EvtxProblem(
          Math.clamp(at, 0, bytes.length),
          "The %s of %d bytes at chunk offset %d leaves the chunk.".formatted(what, n, at));
    }
  }

  int u8(int at) throws EvtxProblem {
    need(at, 1, "byte");
    return bytes[at] & 0xff;
  }

  int u16(int at) throws EvtxProblem {
    need(at, 2, "number");
    return (short) SHORT.get(bytes, at) & 0xffff;
  }

  int i32(int at) throws EvtxProblem {
    need(at, 4, "number");
    return (int) INT.get(bytes, at);
  }

  long i64(int at) throws EvtxProblem {
    need(at, 8, "number");
    return (long) LONG.get(bytes, at);
  }

  /** A number that must lie between zero and a limit. */
  int size(int at, int most, String what) throws EvtxProblem {
    int value = i32(at);
    if (value < 0 || value > most) {
      throw new EvtxProblem(
          at,
          "The %s is %d at chunk offset %d, at most %d has room."
              .formatted(what, value & 0xffffffffL, at, most));
    }
    return value;
  }

  /** UTF-16 characters; what is none becomes U+FFFD. */
  String utf16(int at, int characters) throws EvtxProblem {
    need(at, 2 * characters, "text");
    return new String(bytes, at, 2 * characters, StandardCharsets.UTF_16LE);
  }

  /** Bytes that a name takes: next, hash, length, characters, end. */
  int nameBytes(int at) throws EvtxProblem {
    return 8 + 2 * u16(at + 6) + 2;
  }

  /** A name; kept, for a chunk stores each once. */
  String name(int at) throws EvtxProblem {
    String known = names.get(at);
    if (known == null) {
      known = utf16(at + 8, u16(at + 6));
      if (!isName(known)) {
        throw new EvtxProblem(
            Math.clamp(at, 0, bytes.length),
            "The name at chunk offset %d is %s, which is no name of an element."
                .formatted(at, Shown.of(known)));
      }
      names.put(at, known);
    }
    return known;
  }

  /** Whether a name with its right hash lies there. */
  boolean holdsName(int at) {
    try {
      if (at < EvtxChunk.HEADER_BYTES) {
        return false;
      }
      int characters = u16(at + 6);
      need(at + 8, 2 * characters, "name");
      int hash = 0;
      for (int i = 0; i < characters; i++) {
        hash = hash * 65599 + u16(at + 8 + 2 * i);
      }
      return (hash & 0xffff) == u16(at + 4) && characters > 0;
    } catch (EvtxProblem e) {
      return false;
    }
  }

  /** Letters beyond Latin ones, which no known event has, differ between editions of XML. */
  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > 256 || !isLetter(name.charAt(0))) {
      return false;
    }
    return name.chars()
        .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':');
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c >= 0xc0 && c <= 0xff && c != 0xd7 && c != 0xf7);
  }
}
