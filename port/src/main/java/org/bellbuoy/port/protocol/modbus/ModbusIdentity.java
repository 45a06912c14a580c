package org.bellbuoy.port.protocol.modbus;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/** What answers tell of a device: read device identification (43/14), report server id (17). */
final class ModbusIdentity {
  private static final int LONGEST_TEXT = 250;

  private ModbusIdentity() {}

  static void read(
      Conversation conversation,
      DecodeContext context,
      Operation operation,
      byte[] b,
      int pdu,
      int length,
      FrameMark mark) {
    int function = b[pdu] & 0xff;
    Endpoint device = conversation.server();
    int unit = (int) operation.number(TargetPart.UNIT);
    if (function == 43 && length >= 8 && b[pdu + 1] == 14) {
      objects(context, device, unit, b, pdu, length, mark);
    } else if (function == 17 && length > 2) {
      String text = text(b, pdu + 2, Math.min(b[pdu + 1] & 0xff, length - 2));
      if (text != null) {
        tell(context, device, unit, AttributeName.DESCRIPTION, text, mark);
      }
    }
  }

  /** Function, type, code, conformity, more, next, count; then id, length and text of each. */
  private static void objects(
      DecodeContext context,
      Endpoint device,
      int unit,
      byte[] b,
      int pdu,
      int length,
      FrameMark mark) {
    int end = pdu + length;
    int at = pdu + 7;
    for (int left = b[pdu + 6] & 0xff; left > 0 && end - at >= 2; left--) {
      int id = b[at] & 0xff;
      int bytes = b[at + 1] & 0xff;
      if (end - at - 2 < bytes) {
        context.reject(
            "modbus-identification",
            mark,
            "object "
                + id
                + " is said to have "
                + bytes
                + " bytes, "
                + (end - at - 2)
                + " are there.");
        return;
      }
      AttributeName name = name(id);
      String text = text(b, at + 2, bytes);
      if (name != null && text != null) {
        tell(context, device, unit, name, text, mark);
      }
      at += 2 + bytes;
    }
  }

  /** Objects that the specification names (6.21, table of objects). */
  private static @Nullable AttributeName name(int id) {
    return switch (id) {
      case 0 -> AttributeName.VENDOR;
      case 1 -> AttributeName.ORDER_NUMBER;
      case 2 -> AttributeName.FIRMWARE;
      case 4 -> AttributeName.DESCRIPTION;
      case 5 -> AttributeName.MODEL;
      case 6 -> AttributeName.NAME;
      default -> null;
    };
  }

  /** The bytes as text; null where they hold other than printable ASCII, but for their end. */
  private static @Nullable String text(byte[] b, int at, int bytes) {
    int end = at + Math.min(bytes, LONGEST_TEXT);
    while (end > at && (b[end - 1] == 0 || b[end - 1] == ' ')) {
      end--;
    }
    for (int i = at; i < end; i++) {
      if (b[i] < ' ' || b[i] == 127) {
        return null;
      }
    }
    return end == at ? null : new String(b, at, end - at, StandardCharsets.US_ASCII);
  }

  private static void tell(
      DecodeContext context,
      Endpoint device,
      int unit,
      AttributeName name,
      String value,
      FrameMark mark) {
    context
        .attributes()
        .attribute(
            Attribute.at(mark, device.address(), device.mac(), unit, name, value, Protocol.MODBUS));
  }
}
