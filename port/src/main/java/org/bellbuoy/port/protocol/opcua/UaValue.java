package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/** Values of operations from encoded variants. */
final class UaValue {
  private static final int ARRAY = 0x80;

  private UaValue() {}

  /**
   * Keeps a variant as the value of an operation: one number or text as such, all else as the bytes
   * that stand behind the variant's first.
   *
   * @param at the variant's first byte
   * @param end behind its last
   */
  static void keep(Operation operation, byte[] b, int at, int end) {
    int length = end - at - 1;
    int type = b[at] & 0xff;
    if (length < 0 || (type & ARRAY) != 0 || length < UaReader.fixedBytes(type)) {
      operation.value(ValueKind.BYTES, b, at + 1, Math.max(0, length));
      return;
    }
    int value = at + 1;
    switch (type) {
      case 1 -> operation.value(b[value] == 0 ? 0 : 1);
      case 2 -> operation.value(b[value]);
      case 3 -> operation.value(b[value] & 0xff);
      case 4 -> operation.value((short) Bytes.u16Little(b, value));
      case 5 -> operation.value(Bytes.u16Little(b, value));
      case 6 -> operation.value(Bytes.s32Little(b, value));
      case 7 -> operation.value(Bytes.u32Little(b, value));
      case 8, 9 -> operation.value(Bytes.s64Little(b, value));
      case 10 -> operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, value)));
      case 11 -> operation.value(Double.longBitsToDouble(Bytes.s64Little(b, value)));
      case 12 -> {
        int text = Math.max(0, length - 4);
        operation.value(ValueKind.TEXT, b, value + length - text, text);
      }
      default -> operation.value(ValueKind.BYTES, b, value, length);
    }
  }
}
