package org.bellbuoy.port.protocol.opcua;

import static org.bellbuoy.port.protocol.opcua.UaBytes.message;
import static org.bellbuoy.port.protocol.opcua.UaBytes.request;
import static org.bellbuoy.port.protocol.opcua.UaBytes.response;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** Good messages to spoil, and what must hold of any. */
final class UaFuzz {
  static final int STARTS = 8;

  private UaFuzz() {}

  static byte[] start(int which) {
    UaBytes f = new UaBytes();
    return switch (which) {
      case 0 ->
          message(
              "MSGF",
              7,
              request(
                  673,
                  f.u32(2)
                      .hex("0048")
                      .u32(13)
                      .none()
                      .hex("0d 85 02000000 01000200 0000000000000000 0000000000000000")
                      .hex("03010002000000 6162")
                      .u32(13)
                      .none()
                      .hex("03 16 00450001 02000000 0102 00000000")
                      .done()));
      case 1 ->
          message("MSGF", 7, response(676, 0, f.u32(2).u32(0).u32(0x803b0000L).none().done()));
      case 2 ->
          message(
              "MSGF",
              7,
              request(
                  712, f.u32(1).hex("0055").hex("01014df4").u32(1).hex("18 06 2a000000").done()));
      case 3 ->
          message(
              "MSGF",
              7,
              response(
                  715,
                  0,
                  f.u32(1)
                      .u32(0)
                      .none()
                      .u32(1)
                      .hex("7f")
                      .u32(1)
                      .u32(2)
                      .u32(3)
                      .u32(4)
                      .none()
                      .u32(0)
                      .hex("00")
                      .none()
                      .none()
                      .done()));
      case 4 ->
          message(
              "MSGF",
              7,
              request(
                  467,
                  f.none()
                      .none()
                      .none()
                      .none()
                      .hex("01004401 01")
                      .u32(16)
                      .none()
                      .text("user")
                      .none()
                      .none()
                      .none()
                      .none()
                      .done()));
      case 5 ->
          message(
              "MSGF",
              7,
              response(
                  431,
                  0,
                  f.u32(1)
                      .text("opc.tcp://plc:4840")
                      .text("urn:plc")
                      .text("http://plc")
                      .hex("02")
                      .text("PLC")
                      .u32(0)
                      .none()
                      .none()
                      .none()
                      .none()
                      .u32(1)
                      .text("http://opcfoundation.org/UA/SecurityPolicy#None")
                      .u32(1)
                      .text("anonymous")
                      .u32(0)
                      .none()
                      .none()
                      .none()
                      .none()
                      .hex("01")
                      .done()));
      case 6 -> message("MSGC", 7, request(673, f.u32(1).hex("0048").done()));
      default ->
          UaBytes.chunk(
              "OPNF",
              f.u32(0)
                  .text("http://opcfoundation.org/UA/SecurityPolicy#None")
                  .none()
                  .none()
                  .u32(1)
                  .u32(1)
                  .raw(request(446, new UaBytes().u32(0).u32(0).u32(1).none().u32(1000).done()))
                  .done());
    };
  }

  /** The type is made one that is known and the size is mended, so that more is reached. */
  static byte[] mended(byte[] message) {
    byte[] mended = Arrays.copyOf(message, Math.max(28, message.length));
    if (!Chunk.plausible(mended, 0)) {
      mended[0] = 'M';
      mended[1] = 'S';
      mended[2] = 'G';
      mended[3] = mended[3] == 'C' ? (byte) 'C' : (byte) 'F';
    }
    mended[4] = (byte) mended.length;
    mended[5] = (byte) (mended.length >> 8);
    mended[6] = 0;
    mended[7] = 0;
    return mended;
  }

  static Recorded check(Talk talk) {
    return Upright.check(List.of(new OpcUaProtocol()), List.of(), talk.bytes());
  }
}
