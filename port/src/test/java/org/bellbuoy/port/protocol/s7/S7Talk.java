package org.bellbuoy.port.protocol.s7;

import java.io.ByteArrayOutputStream;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;

/** Messages over COTP on an unusual port, numbered by themselves; for tests. */
final class S7Talk {
  private final Talk talk = new Talk(20102).open();
  private int client = 1001;
  private int server = 5001;

  S7Talk ask(String... messages) {
    return send(true, joined(messages));
  }

  S7Talk answer(String... messages) {
    return send(false, joined(messages));
  }

  S7Talk send(boolean fromClient, byte[] bytes) {
    if (fromClient) {
      talk.ask(client, server, bytes);
      client += bytes.length;
    } else {
      talk.answer(server, client, bytes);
      server += bytes.length;
    }
    return this;
  }

  /** Bytes that the capture does not hold. */
  S7Talk lose(int bytes) {
    client += bytes;
    return this;
  }

  byte[] bytes() {
    return talk.bytes();
  }

  static byte[] joined(String... messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String message : messages) {
      all.writeBytes(Datagrams.bytes(message));
    }
    return all.toByteArray();
  }

  /** A message in one data TPDU. */
  static String data(String message) {
    return tpkt("02f080" + message);
  }

  /** One part of a message, not the last. */
  static String part(String message) {
    return tpkt("02f000" + message);
  }

  static String tpkt(String cotp) {
    String hex = cotp.replace(" ", "");
    return "0300%04x%s".formatted(4 + hex.length() / 2, hex);
  }

  /** A job or answer with its lengths; kind in the first byte. */
  static String s7(int kind, int reference, String error, String parameters, String data) {
    String p = parameters.replace(" ", "");
    String d = data.replace(" ", "");
    return data(
        "32%02x0000%04x%04x%04x%s%s%s"
            .formatted(kind, reference, p.length() / 2, d.length() / 2, error, p, d));
  }

  static String job(int reference, String parameters, String data) {
    return s7(1, reference, "", parameters, data);
  }

  static String done(int reference, String parameters, String data) {
    return s7(3, reference, "0000", parameters, data);
  }

  static String user(int reference, String parameters, String data) {
    return s7(7, reference, "", parameters, data);
  }
}
