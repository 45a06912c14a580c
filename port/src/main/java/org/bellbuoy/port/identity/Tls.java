package org.bellbuoy.port.identity;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Bytes;

/**
 * What TLS says in clear: the server name that a client asks for (RFC 6066, 3) and, up to version
 * 1.2, the subject of the server's certificate (RFC 5246, 7.4.2). The certificate is not checked:
 * its subject is a claim. Messages over several segments are put together, of so many connections
 * at a time and so many bytes each.
 */
final class Tls {
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int CERTIFICATE = 11;
  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_BYTES = 1 << 14;
  private static final int RECORD_BYTES = 5;

  private static final class Kept {
    byte[] bytes = new byte[0];
  }

  private final Teller teller;
  private final IdentityHashMap<Conversation, Kept> answers = new IdentityHashMap<>();

  Tls(Teller teller) {
    this.teller = teller;
  }

  void read(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int at,
      int length,
      FrameMark mark) {
    if (direction == Direction.TO_SERVER) {
      if (begins(b, at, length, CLIENT_HELLO)) {
        name(conversation, b, at, length, mark);
      }
      return;
    }
    Kept kept = answers.get(conversation);
    if (kept == null) {
      // A server's answer begins with its hello.
      if (!begins(b, at, length, 2) || answers.size() >= MOST_CONNECTIONS) {
        return;
      }
      kept = new Kept();
      answers.put(conversation, kept);
    }
    int old = kept.bytes.length;
    kept.bytes = Arrays.copyOf(kept.bytes, Math.min(MOST_BYTES, old + length));
    System.arraycopy(b, at, kept.bytes, old, kept.bytes.length - old);
    if (certificate(conversation, kept.bytes, mark) || kept.bytes.length == MOST_BYTES) {
      answers.remove(conversation);
    }
  }

  private static boolean begins(byte[] b, int at, int length, int message) {
    return length > RECORD_BYTES + 38
        && b[at] == HANDSHAKE
        && b[at + 1] == 3
        && b[at + 2] <= 4
        && b[at + 5] == message;
  }

  private void name(Conversation conversation, byte[] b, int at, int length, FrameMark mark) {
    String name = ServerName.of(b, at, length);
    if (!name.isEmpty()) {
      Endpoint server = conversation.server();
      teller.tell(mark, server, AttributeName.NAME, name, Protocol.TLS);
    }
  }

  /**
   * Looks for the certificate among handshake messages, whose records are joined.
   *
   * @return whether no more needs to be kept
   */
  private boolean certificate(Conversation conversation, byte[] b, FrameMark mark) {
    byte[] messages = new byte[b.length];
    int length = 0;
    int at = 0;
    boolean cut = false;
    while (b.length - at > RECORD_BYTES && b[at] == HANDSHAKE) {
      int size = Bytes.u16(b, at + 3);
      int there = Math.min(size, b.length - at - RECORD_BYTES);
      System.arraycopy(b, at + RECORD_BYTES, messages, length, there);
      length += there;
      cut = there < size;
      at += RECORD_BYTES + size;
      if (cut) {
        break;
      }
    }
    int message = 0;
    while (length - message >= 4) {
      int size = Bytes.s32(messages, message) & 0xff_ffff;
      if (messages[message] == CERTIFICATE) {
        if (length - message - 4 < size) {
          return size > MOST_BYTES;
        }
        first(conversation, messages, message + 4, message + 4 + size, mark);
        return true;
      }
      message += 4 + size;
    }
    // Another kind of record says that the handshake in clear is over.
    return at < b.length && !cut && b[at] != HANDSHAKE;
  }

  private void first(Conversation conversation, byte[] b, int at, int end, FrameMark mark) {
    int size = end - at >= 6 ? Bytes.s32(b, at + 2) & 0xff_ffff : -1;
    if (size < 0 || size > end - at - 6) {
      teller.reject("tls-certificate", mark, "the list of certificates is cut or empty.");
      return;
    }
    Subject subject = Subject.of(b, at + 6, at + 6 + size);
    Endpoint server = conversation.server();
    teller.tell(mark, server, AttributeName.NAME, subject.commonName(), Protocol.TLS);
    if (!subject.text().isEmpty()) {
      String text = "certificate subject " + subject.text();
      teller.tell(mark, server, AttributeName.DESCRIPTION, text, Protocol.TLS);
    }
  }

  void closed(Conversation conversation) {
    if (!answers.isEmpty()) {
      answers.remove(conversation);
    }
  }
}
