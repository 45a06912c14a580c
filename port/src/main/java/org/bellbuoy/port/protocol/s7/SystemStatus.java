package org.bellbuoy.port.protocol.s7;

import java.util.Arrays;
import java.util.Locale;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The system status list (Siemens, System Software for S7-300/400, chapter System Status Lists):
 * what a controller tells of itself. An answer may come in parts: identifier, index, length and
 * number of records, then records, cut anywhere.
 */
final class SystemStatus {
  private static final String MAKER = "Siemens";

  private static final int MODULE = 0x11;
  private static final int COMPONENT = 0x1c;
  private static final int LONGEST = 1 << 14;

  private final Conversation conversation;
  private final DecodeContext context;
  private byte[] whole = new byte[0];
  private int bytes;
  private int identifier = -1;

  SystemStatus(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
  }

  /** Whether a list is asked for to know what is there. The upper byte says which extract. */
  static boolean identifies(int id) {
    return (id & 0xff) == MODULE || (id & 0xff) == COMPONENT;
  }

  static String name(int id) {
    return switch (id & 0xff) {
      case 0x00 -> "list-of-lists";
      case MODULE -> "module-identification";
      case 0x12 -> "cpu-characteristics";
      case 0x13 -> "memory-areas";
      case 0x14 -> "system-areas";
      case 0x15 -> "block-types";
      case 0x16 -> "priority-classes";
      case 0x19 -> "module-leds";
      case COMPONENT -> "component-identification";
      case 0x22 -> "interrupt-status";
      case 0x24 -> "operating-mode";
      case 0x25 -> "process-image-partitions";
      case 0x31 -> "communication-parameters";
      case 0x32 -> "communication-status";
      case 0x33 -> "diagnostics-device-list";
      case 0x37 -> "ethernet-details";
      case 0x71 -> "redundant-group";
      case 0x74 -> "led-status";
      case 0x75 -> "dp-slaves";
      case 0x90 -> "dp-systems";
      case 0x91, 0x92, 0x94, 0x95, 0x96 -> "module-status";
      case 0xa0 -> "diagnostic-buffer";
      case 0xb1, 0xb2, 0xb3, 0xb4 -> "module-diagnostics";
      default -> "unknown-list";
    };
  }

  /** The next part of a list is asked for. */
  void continued(Operation operation) {
    if (identifier >= 0) {
      operation.target(TargetPart.TYPE, identifier).target(TargetPart.TYPE, name(identifier));
    }
  }

  /**
   * Takes one part of an answer.
   *
   * @param part number of a list in parts, 0 for one that is whole
   */
  void answer(
      Direction direction, int part, boolean last, byte[] b, int at, int length, FrameMark mark) {
    if (part == 0 && last) {
      identifier = -1;
      records(direction, b, at, at + length, mark);
      return;
    }
    if (identifier < 0) {
      bytes = 0;
      identifier = length >= 2 ? Bytes.u16(b, at) : -1;
    }
    if (identifies(identifier) && bytes + length <= LONGEST) {
      whole = Arrays.copyOf(whole, Math.max(whole.length, bytes + length));
      System.arraycopy(b, at, whole, bytes, length);
      bytes += length;
    }
    if (last) {
      if (identifies(identifier)) {
        records(direction, whole, 0, bytes, mark);
      }
      identifier = -1;
    }
  }

  private void records(Direction direction, byte[] b, int from, int end, FrameMark mark) {
    if (end - from < 8 || !identifies(Bytes.u16(b, from))) {
      return;
    }
    boolean module = (Bytes.u16(b, from) & 0xff) == MODULE;
    int recordBytes = Bytes.u16(b, from + 4);
    int least = module ? 28 : 34;
    if (recordBytes < least) {
      context.reject(
          "s7-szl",
          mark,
          "records of list "
              + Bytes.u16(b, from)
              + " are said to have "
              + recordBytes
              + " bytes, fewer than "
              + least
              + ".");
      return;
    }
    int left = Bytes.u16(b, from + 6);
    for (int at = from + 8; left > 0 && end - at >= recordBytes; at += recordBytes, left--) {
      int index = Bytes.u16(b, at);
      if (module) {
        module(direction, index, b, at, mark);
      } else {
        component(direction, index & 0xff, b, at, mark);
      }
    }
  }

  /** Order number (20 characters), type of module, and two words of version. */
  private void module(Direction direction, int index, byte[] b, int at, FrameMark mark) {
    if (index == 1) {
      tell(direction, AttributeName.ORDER_NUMBER, Ascii.printable(b, at + 2, 20), mark);
    } else if (index == 6) {
      String version = Integer.toString(Bytes.u16(b, at + 24));
      tell(direction, AttributeName.HARDWARE_REVISION, version, mark);
    } else if (index == 7 && b[at + 24] == 'V') {
      String version =
          String.format(
              Locale.ROOT, "V%d.%d.%d", b[at + 25] & 0xff, b[at + 26] & 0xff, b[at + 27] & 0xff);
      tell(direction, AttributeName.FIRMWARE, version, mark);
    }
  }

  private void component(Direction direction, int index, byte[] b, int at, FrameMark mark) {
    AttributeName name =
        switch (index) {
          case 1 -> AttributeName.NAME;
          case 2 -> AttributeName.DESCRIPTION;
          case 3, 11 -> AttributeName.LOCATION;
          case 5 -> AttributeName.SERIAL_NUMBER;
          case 7 -> AttributeName.MODEL;
          default -> null;
        };
    if (name != null) {
      tell(direction, name, Ascii.printable(b, at + 2, 32), mark);
    } else if (index == 4) {
      // A line of copyright and no maker's name; of others than Siemens nothing is known.
      String line = Ascii.printable(b, at + 2, 32);
      if (line != null && line.contains(MAKER)) {
        tell(direction, AttributeName.VENDOR, MAKER, mark);
      }
    } else if (index == 9) {
      String vendor = Integer.toString(Bytes.u16(b, at + 2));
      tell(direction, AttributeName.VENDOR_ID, vendor, mark);
    }
  }

  private void tell(
      Direction direction, AttributeName name, @Nullable String value, FrameMark mark) {
    if (value != null) {
      Endpoint device = conversation.source(direction);
      context
          .attributes()
          .attribute(
              Attribute.at(mark, device.address(), device.mac(), -1, name, value, Protocol.S7COMM));
    }
  }
}
