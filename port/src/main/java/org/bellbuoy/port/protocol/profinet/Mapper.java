package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Ascii;

/**
 * The answer of an endpoint mapper: handle (20 bytes), number of entries, three lengths of the
 * array, and of the first entry its object (16), a reference (4), offset and length of a note (4
 * each), the note. PROFINET devices say there what they are: type, order number, revisions.
 */
final class Mapper {
  private static final int NOTE_LENGTH_AT = 60;
  private static final int NOTE_AT = 64;

  private Mapper() {}

  static void read(
      Endpoint device, DecodeContext context, Rpc rpc, byte[] b, int at, int end, FrameMark mark) {
    if (end - at <= NOTE_AT) {
      return;
    }
    int length = rpc.u32(b, at + NOTE_LENGTH_AT);
    if (length <= 0 || length > end - at - NOTE_AT) {
      return;
    }
    String note = Ascii.printable(b, at + NOTE_AT, length);
    if (note != null) {
      context
          .attributes()
          .attribute(
              Attribute.at(
                  mark,
                  device.address(),
                  device.mac(),
                  -1,
                  AttributeName.DESCRIPTION,
                  note,
                  Protocol.PROFINET_IO));
    }
  }
}
