package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/**
 * A control relay output block (IEEE 1815, A.8.1): control code, count, time on and time off in
 * milliseconds (4 bytes each, low byte first), status. Reused; writes its words without objects.
 */
final class Crob {
  static final int BYTES = 11;

  private static final String[] OPERATIONS = {
    "nul", "pulse-on", "pulse-off", "latch-on", "latch-off"
  };
  private static final String[] WITH_CLOSE = {
    "nul close", "pulse-on close", "pulse-off close", "latch-on close", "latch-off close"
  };
  private static final String[] WITH_TRIP = {
    "nul trip", "pulse-on trip", "pulse-off trip", "latch-on trip", "latch-off trip"
  };

  private final byte[] words = new byte[Operation.KEPT_VALUE_BYTES];
  private int length;

  /** Sets code, count and times. */
  void set(Operation operation, byte[] b, int at) {
    int code = b[at] & 0xff;
    operation
        .target(TargetPart.SUBFUNCTION, code)
        .target(TargetPart.SUBFUNCTION, name(code))
        .target(TargetPart.COUNT, b[at + 1] & 0xff);
    length = 0;
    word("on ");
    number(Bytes.u32Little(b, at + 2));
    word(" ms off ");
    number(Bytes.u32Little(b, at + 6));
    word((code & 0x20) != 0 ? " ms clear" : " ms");
    operation.value(ValueKind.TEXT, words, 0, length);
  }

  /** What a control code asks: operation type in bits 0 to 3, trip or close in bits 6 and 7. */
  static String name(int code) {
    String[] names =
        switch (code >> 6) {
          case 0 -> OPERATIONS;
          case 1 -> WITH_CLOSE;
          case 2 -> WITH_TRIP;
          default -> new String[0];
        };
    return (code & 15) < names.length ? names[code & 15] : "reserved-code";
  }

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      words[length++] = (byte) word.charAt(i);
    }
  }

  private void number(long value) {
    long scale = 1;
    while (value / scale >= 10) {
      scale *= 10;
    }
    for (; scale > 0; scale /= 10) {
      words[length++] = (byte) ('0' + value / scale % 10);
    }
  }
}
