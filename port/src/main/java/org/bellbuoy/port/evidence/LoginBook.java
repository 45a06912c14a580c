package org.bellbuoy.port.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationSink;

/**
 * Logins that were refused, and how many in a row, over all connections of one client to one
 * server: FTP (RFC 959, reply 530 behind a password), HTTP (RFC 9110, status 401 behind
 * credentials), POP3 (RFC 1939, -ERR behind a password), prompts that say so, and logins within
 * protocols of control. Keeps 4,096 pairs and 16,384 conversations, under 8 MB. Not thread safe.
 */
final class LoginBook implements PortDetector, ConversationListener, OperationSink {
  private static final int MOST = 4096;
  private static final int MOST_TALKS = 1 << 14;
  private static final int MOST_TRACES = Answer.MOST_FRAMES;
  private static final int HEAD = 256;
  private static final int MOST_NAME = 64;
  // A lockout that ends by itself lasts longer than this.
  private static final long SOON_NANOS = 60_000_000_000L;

  /** Who tried where; the account is empty where it does not show. Untrusted text. */
  record Key(String client, String server, String kind, String account) {}

  /** Tries of one client at one server. */
  static final class Tries {
    final List<PortTrace> traces = new ArrayList<>(1);
    long refused;
    long accepted;
    long inARow;
    long longest;

    /** Accepted within a minute after many refused ones. */
    long through;

    private long lastRefusedNanos;

    private void add(boolean ok, FrameMark mark, int many) {
      if (ok) {
        accepted++;
        if (inARow >= many && mark.epochNanos() - lastRefusedNanos < SOON_NANOS) {
          through++;
          traces.removeLast();
          traces.add(PortTrace.of(mark));
        }
        inARow = 0;
        return;
      }
      lastRefusedNanos = mark.epochNanos();
      refused++;
      inARow++;
      longest = Math.max(longest, inARow);
      if (traces.size() < MOST_TRACES) {
        traces.add(PortTrace.of(mark));
      }
    }
  }

  /** What a client sent last that awaits an answer. */
  private enum Sent {
    NOTHING,
    PASSWORD_LINE,
    CREDENTIALS
  }

  private static final class Talk {
    Sent sent = Sent.NOTHING;
    String account = "";
  }

  private final int many;
  private final IdentityHashMap<Conversation, Talk> talks = new IdentityHashMap<>();
  private final Map<Key, Tries> tries = new LinkedHashMap<>();

  LoginBook(EvidenceOptions options) {
    many = options.failures();
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public OperationSink operations() {
    return this;
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    if (conversation.transport() != Transport.TCP || !worthLooking(conversation.protocol())) {
      return false;
    }
    Talk talk = talks.get(conversation);
    if (talk == null) {
      if (talks.size() == MOST_TALKS) {
        return false;
      }
      talk = new Talk();
      talks.put(conversation, talk);
    }
    String text = text(buffer, offset, length);
    if (direction == Direction.TO_SERVER) {
      sent(talk, text);
    } else {
      answered(conversation, talk, text, mark);
    }
    return true;
  }

  private static boolean worthLooking(Protocol protocol) {
    return switch (protocol) {
      case UNKNOWN, HTTP, FTP, TELNET -> true;
      default -> false;
    };
  }

  private static String text(byte[] b, int offset, int length) {
    return new String(b, offset, Math.min(length, 2048), StandardCharsets.ISO_8859_1);
  }

  private static void sent(Talk talk, String text) {
    if (starts(text, "USER ")) {
      talk.account = line(text.substring(5));
    } else if (starts(text, "PASS ")) {
      talk.sent = Sent.PASSWORD_LINE;
    } else if (text.contains(" HTTP/1.")) {
      int at = text.toLowerCase(Locale.ROOT).indexOf("\r\nauthorization: ");
      talk.sent = at < 0 ? Sent.NOTHING : Sent.CREDENTIALS;
      talk.account = at < 0 ? "" : basic(line(text.substring(at + 17)));
    }
  }

  private static String line(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= ' ') {
      end++;
    }
    return text.substring(0, end);
  }

  /** The account in credentials of HTTP Basic (RFC 7617); empty in others. */
  private static String basic(String credentials) {
    if (!starts(credentials, "basic ")) {
      return "";
    }
    try {
      byte[] both = Base64.getDecoder().decode(credentials.substring(6).strip());
      String text = new String(both, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? "" : line(text.substring(0, colon));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void answered(Conversation conversation, Talk talk, String text, FrameMark mark) {
    switch (talk.sent) {
      case PASSWORD_LINE -> {
        boolean ftp = text.startsWith("530") || text.startsWith("230");
        boolean ok = text.startsWith("230") || text.startsWith("+OK");
        if (ok || ftp || text.startsWith("-ERR")) {
          add(conversation, ftp ? "ftp" : "pop3", talk.account, ok, mark);
        }
        talk.sent = Sent.NOTHING;
      }
      case CREDENTIALS -> {
        if (text.startsWith("HTTP/1.") && text.length() > 12) {
          add(conversation, "http", talk.account, !text.startsWith("401", 9), mark);
          talk.sent = Sent.NOTHING;
        }
      }
      case NOTHING -> {
        String head = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
        if (head.contains("login incorrect") || head.contains("login failed")) {
          add(conversation, "prompt", "", false, mark);
        }
      }
    }
  }

  private static boolean starts(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length());
  }

  @Override
  public void operation(Operation operation) {
    if (operation.operationClass() != OperationClass.AUTHENTICATION) {
      return;
    }
    OperationResult result = operation.result();
    if (result == OperationResult.ACCEPTED || result == OperationResult.REFUSED) {
      Key key =
          new Key(
              operation.source().address().toString(),
              operation.destination().toString(),
              operation.protocol().word(),
              "");
      add(key, result == OperationResult.ACCEPTED, operation.request());
    }
  }

  private void add(
      Conversation conversation, String kind, String account, boolean ok, FrameMark mark) {
    String name = account.substring(0, Math.min(account.length(), MOST_NAME));
    String client = conversation.client().address().toString();
    add(new Key(client, conversation.server().toString(), kind, name), ok, mark);
  }

  private void add(Key key, boolean ok, FrameMark mark) {
    Tries known = tries.get(key);
    if (known == null) {
      if (tries.size() == MOST) {
        return;
      }
      known = new Tries();
      tries.put(key, known);
    }
    known.add(ok, mark, many);
  }

  @Override
  public void closed(Conversation conversation) {
    talks.remove(conversation);
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return List.of();
  }

  Map<Key, Tries> tries() {
    return tries;
  }
}
