package org.bellbuoy.port.protocol.enip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Bytes;

/**
 * A padded path: port, logical, symbolic and data segments (CIP volume 1, appendix C-1). Of several
 * classes in a row, as Logix nests them, the last is the target and the one before it its parent.
 * Reused. Not thread safe.
 */
final class CipPath {
  static final long NONE = -1;

  private byte[] name = {};
  private final TagNames names;
  private int nameLength;

  long cipClass;
  long instance;
  long attribute;
  long member;
  long point;

  /** The first of two connection points: what the originator sends goes there. */
  long firstPoint;

  long parentClass;
  long parentInstance;

  /** Link address of the last port segment: the slot where the port is a backplane. */
  long link;

  /** Port number of the last port segment. */
  int port;

  CipPath(TagNames names) {
    this.names = names;
  }

  boolean hasName() {
    return nameLength > 0;
  }

  void clear() {
    nameLength = 0;
    cipClass = NONE;
    instance = NONE;
    attribute = NONE;
    member = NONE;
    point = NONE;
    firstPoint = NONE;
    parentClass = NONE;
    parentInstance = NONE;
    link = NONE;
    port = 0;
  }

  /** Parses; whether all segments are known and whole. What could be read stands in the fields. */
  boolean parse(byte[] b, int at, int length) {
    clear();
    int end = at + length;
    int next = at;
    while (next < end) {
      int bytes =
          switch ((b[next] & 0xff) >> 5) {
            case 0 -> portSegment(b, next, end);
            case 1 -> logicalSegment(b, next, end);
            case 2 -> networkSegment(b, next, end);
            case 3 -> symbolicSegment(b, next, end);
            case 4 -> dataSegment(b, next, end);
            default -> 0;
          };
      if (bytes <= 0 || bytes > end - next) {
        return false;
      }
      next += bytes;
    }
    return true;
  }

  private int portSegment(byte[] b, int at, int end) {
    boolean sized = (b[at] & 0x10) != 0;
    boolean extended = (b[at] & 0x0f) == 15;
    int bytes = 1 + (sized ? 1 : 0) + (extended ? 2 : 0);
    if (end - at <= bytes) {
      return 0;
    }
    int size = sized ? b[at + 1] & 0xff : 1;
    port = extended ? Bytes.u16Little(b, at + (sized ? 2 : 1)) : b[at] & 0x0f;
    link = size == 1 ? b[at + bytes] & 0xff : NONE;
    bytes += size;
    return bytes + (bytes & 1);
  }

  private int logicalSegment(byte[] b, int at, int end) {
    int type = b[at] >> 2 & 7;
    int format = b[at] & 3;
    if (type == 5) {
      // The electronic key: its format, then vendor, type, code and revision.
      return end - at >= 2
          ? switch (b[at + 1]) {
            case 4 -> 10;
            case 5 -> 14;
            default -> 0;
          }
          : 0;
    }
    int bytes =
        switch (format) {
          case 0 -> type == 7 ? 4 : 2;
          case 1 -> 4;
          case 2 -> 6;
          default -> 0;
        };
    if (type == 7 || bytes == 0 || bytes > end - at) {
      return bytes;
    }
    int valueAt = at + (format == 0 ? 1 : 2);
    long value =
        switch (format) {
          case 0 -> b[valueAt] & 0xff;
          case 1 -> Bytes.u16Little(b, valueAt);
          default -> Bytes.u32Little(b, valueAt);
        };
    logical(type, value);
    return bytes;
  }

  private void logical(int type, long value) {
    switch (type) {
      case 0 -> {
        if (cipClass != NONE) {
          parentClass = cipClass;
          parentInstance = instance;
          instance = NONE;
        }
        cipClass = value;
      }
      case 1 -> instance = value;
      case 2 -> {
        member = value;
        if (nameLength > 0) {
          append((byte) '[');
          for (byte digit : Long.toString(value).getBytes(StandardCharsets.US_ASCII)) {
            append(digit);
          }
          append((byte) ']');
        }
      }
      case 3 -> {
        firstPoint = firstPoint == NONE ? value : firstPoint;
        point = value;
      }
      case 4 -> attribute = value;
      default -> {}
    }
  }

  private static int networkSegment(byte[] b, int at, int end) {
    if (end - at < 2) {
      return 0;
    }
    return (b[at] & 0x10) != 0 ? 2 + (b[at + 1] & 0xff) * 2 : 2;
  }

  private int symbolicSegment(byte[] b, int at, int end) {
    int size = b[at] & 0x1f;
    if (size == 0 || end - at <= size) {
      return 0;
    }
    append(b, at + 1, size);
    return 1 + size + (size + 1 & 1);
  }

  private int dataSegment(byte[] b, int at, int end) {
    if (end - at < 2) {
      return 0;
    }
    int size = b[at + 1] & 0xff;
    if ((b[at] & 0x1f) != 0x11) {
      return 2 + size * 2;
    }
    if (size > end - at - 2) {
      return 0;
    }
    append(b, at + 2, size);
    return 2 + size + (size & 1);
  }

  private void append(byte[] b, int at, int size) {
    if (nameLength > 0) {
      append((byte) '.');
    }
    for (int i = 0; i < size; i++) {
      append(b[at + i]);
    }
  }

  private void append(byte letter) {
    if (nameLength == name.length) {
      if (nameLength >= TagNames.LONGEST_BYTES) {
        return;
      }
      name = Arrays.copyOf(name, Math.max(64, nameLength * 2));
    }
    name[nameLength++] = letter;
  }

  /** Says the target of an operation. */
  void target(Operation operation) {
    if (cipClass != NONE) {
      operation.target(TargetPart.TYPE, cipClass);
      String word = CipClasses.name(cipClass);
      if (!word.isEmpty()) {
        operation.target(TargetPart.TYPE, word);
      }
    }
    number(operation, TargetPart.INSTANCE, instance != NONE ? instance : point);
    number(operation, TargetPart.ATTRIBUTE, attribute);
    if (nameLength > 0) {
      operation.target(TargetPart.NAME, names.text(name, 0, nameLength));
    } else {
      number(operation, TargetPart.ADDRESS, member);
    }
    number(operation, TargetPart.BLOCK, parentInstance);
    if (parentClass != NONE) {
      operation.target(TargetPart.AREA, CipClasses.word(parentClass));
    }
  }

  private static void number(Operation operation, TargetPart part, long value) {
    if (value != NONE) {
      operation.target(part, value);
    }
  }
}
