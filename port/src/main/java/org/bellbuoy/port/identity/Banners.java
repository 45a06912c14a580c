package org.bellbuoy.port.identity;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;

/**
 * What servers and clients say first: SSH (RFC 4253, 4.2), FTP (RFC 959), and heads and titles of
 * HTTP and RTSP. The title may come in a later segment than the head.
 */
final class Banners {
  private static final int LONGEST_TITLE = 200;

  private final Teller teller;
  private final Waiting titles = new Waiting();

  Banners(Teller teller) {
    this.teller = teller;
  }

  /** Looks at the next bytes of a connection. */
  void read(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int at,
      int length,
      FrameMark mark) {
    boolean answer = direction == Direction.TO_CLIENT;
    switch (b[at]) {
      case 'S' -> {
        if (Lines.begins(b, at, length, "SSH-") && length > 8) {
          tell(conversation, direction, Lines.line(b, at, at + length), Protocol.SSH, mark);
        }
      }
      case '2' -> {
        boolean greets =
            length > 8
                && answer
                && (Lines.begins(b, at, length, "220 ") || Lines.begins(b, at, length, "220-"));
        if (greets && Lines.find(b, at, Math.min(length, 512), "ftp") >= 0) {
          tell(conversation, direction, Lines.line(b, at + 4, at + length), Protocol.FTP, mark);
        }
      }
      case 'H' -> {
        if (Lines.begins(b, at, length, "HTTP/1.") && length > 12) {
          head(conversation, direction, b, at, length, Protocol.HTTP, mark);
          return;
        }
      }
      case 'R' -> {
        if (Lines.begins(b, at, length, "RTSP/1.") && length > 12) {
          head(conversation, direction, b, at, length, Protocol.RTSP, mark);
        }
      }
      case 'G', 'P' -> {
        if (Lines.begins(b, at, length, "GET /") || Lines.begins(b, at, length, "POST /")) {
          String agent = Lines.header(b, at, length, "user-agent");
          if (agent != null) {
            tell(conversation, direction, agent, Protocol.HTTP, mark);
          }
        }
      }
      default -> {}
    }
    if (answer && titles.waits(conversation)) {
      title(conversation, direction, b, at, length, mark);
    }
  }

  private void tell(
      Conversation conversation,
      Direction direction,
      String software,
      Protocol protocol,
      FrameMark mark) {
    teller.tell(mark, conversation.source(direction), AttributeName.SOFTWARE, software, protocol);
  }

  private void head(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int at,
      int length,
      Protocol protocol,
      FrameMark mark) {
    String server = Lines.header(b, at, length, "server");
    if (server != null) {
      tell(conversation, direction, server, protocol, mark);
    }
    if (protocol == Protocol.RTSP) {
      // Streams video: a camera, a recorder or another server of media.
      teller.tell(mark, conversation.source(direction), AttributeName.SERVICE, "rtsp", protocol);
      return;
    }
    String realm = Lines.header(b, at, length, "www-authenticate");
    int from = realm == null ? -1 : realm.indexOf("realm=\"");
    if (realm != null && from >= 0) {
      int to = realm.indexOf('"', from + 7);
      String name = realm.substring(from + 7, to < 0 ? realm.length() : to);
      teller.tell(
          mark,
          conversation.source(direction),
          AttributeName.DESCRIPTION,
          "HTTP realm " + name,
          protocol);
    }
    String type = Lines.header(b, at, length, "content-type");
    if (type != null && type.startsWith("text/html")) {
      titles.add(conversation);
      title(conversation, direction, b, at, length, mark);
    }
  }

  private void title(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int at,
      int length,
      FrameMark mark) {
    int from = Lines.find(b, at, length, "<title>");
    if (from < 0) {
      titles.looked(conversation);
      return;
    }
    titles.done(conversation);
    from += 7;
    int to = Lines.find(b, from, Math.min(at + length - from, LONGEST_TITLE), "<");
    String title =
        Teller.text(b, from, (to < 0 ? Math.min(at + length, from + LONGEST_TITLE) : to) - from);
    if (!title.isBlank()) {
      teller.tell(
          mark,
          conversation.source(direction),
          AttributeName.DESCRIPTION,
          "HTTP title " + title.strip(),
          Protocol.HTTP);
    }
  }

  void closed(Conversation conversation) {
    titles.done(conversation);
  }
}
