package org.bellbuoy.port.protocol.ads;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;

/** Messages of ADS on an unusual port, numbered by themselves; for tests. */
final class AdsMessages {
  private final Talk talk = new Talk(20898).open();
  private int client = 1001;
  private int server = 5001;

  AdsMessages send(boolean fromClient, byte[] bytes) {
    if (fromClient) {
      talk.ask(client, server, bytes);
      client += bytes.length;
    } else {
      talk.answer(server, client, bytes);
      server += bytes.length;
    }
    return this;
  }

  /** A call to port 851 of 5.1.2.3.1.1. */
  AdsMessages ask(int call, int command, String data) {
    return send(true, message(851, 30000, command, 4, 0, call, data));
  }

  AdsMessages answer(int call, int command, int error, String data) {
    return send(false, message(30000, 851, command, 5, error, call, data));
  }

  AdsMessages lose(int bytes) {
    client += bytes;
    return this;
  }

  byte[] bytes() {
    return talk.bytes();
  }

  static byte[] message(
      int to, int from, int command, int flags, int error, int call, String data) {
    byte[] body = Datagrams.bytes(data);
    return ByteBuffer.allocate(38 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0)
        .putInt(32 + body.length)
        .put(new byte[] {5, 1, 2, 3, 1, 1})
        .putShort((short) to)
        .put(new byte[] {5, 1, 2, 4, 1, 1})
        .putShort((short) from)
        .putShort((short) command)
        .putShort((short) flags)
        .putInt(body.length)
        .putInt(error)
        .putInt(call)
        .put(body)
        .array();
  }

  static byte[] joined(byte[]... messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      all.writeBytes(message);
    }
    return all.toByteArray();
  }
}
