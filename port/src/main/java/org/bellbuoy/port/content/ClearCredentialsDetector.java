package org.bellbuoy.port.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.content.CredentialSigns.Login;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.operation.TargetPart;

/**
 * Rule {@code port.clear-credentials}: logins that everybody on the way can read. One fact for each
 * host that logs in, kind of login and server, and of communities of SNMP one for each host that
 * asks, with all servers; with the accounts' names; secrets are not kept. Keeps a few bytes for
 * each conversation that is looked at, and the first 4,096 of such pairs, under 16 MB.
 */
public final class ClearCredentialsDetector implements PortDetector, OperationSink {
  private static final String RULE = "port.clear-credentials";
  private static final String COMMUNITY = "snmp-community";
  private static final String OPCUA_PASSWORD = "opcua-password";
  private static final String PASSWORD_IN_CLEAR = "password-in-clear";
  private static final int MOST = 4096;
  private static final int MOST_TARGETS = 50;
  private static final int MOST_LOOKED_AT = 48;
  private static final int MOST_HTTP = 4096;

  private record Key(IpAddress client, String kind, IpAddress server, int port) {}

  private static final class Talk {
    int looked;
    String account = "";
    boolean prompted;
    boolean http;
  }

  private final IdentityHashMap<Conversation, Talk> talks = new IdentityHashMap<>();
  private final Payloads payloads = new Payloads(this::datagram, this::segment, talks::remove);
  private final Map<Key, Seen> logins = new LinkedHashMap<>();

  /** A detector that has seen nothing. */
  public ClearCredentialsDetector() {}

  @Override
  public ConversationListener conversations() {
    return payloads;
  }

  @Override
  public OperationSink operations() {
    return this;
  }

  private boolean datagram(
      Conversation conversation, Direction direction, byte[] b, int o, int n, FrameMark mark) {
    Login login = CredentialSigns.snmp(b, o, n);
    if (login != null && direction == Direction.TO_SERVER) {
      add(conversation, login, mark);
    }
    return login != null;
  }

  private boolean segment(
      Conversation conversation, Direction direction, byte[] b, int o, int n, FrameMark mark) {
    Talk talk = talks.get(conversation);
    if (talk == null) {
      if (!worthLooking(conversation.protocol())) {
        return false;
      }
      talk = new Talk();
      talks.put(conversation, talk);
    }
    talk.looked++;
    if (direction == Direction.TO_CLIENT) {
      talk.prompted |= CredentialSigns.isPasswordPrompt(b, o, n);
    } else if (talk.prompted) {
      talk.prompted = false;
      add(conversation, new Login("prompt", ""), mark);
    } else if (CredentialSigns.isAccountLine(b, o, n)) {
      talk.account = CredentialSigns.argument(b, o, n);
    } else if (CredentialSigns.isPasswordLine(b, o, n)) {
      boolean mail = conversation.server().port() == 110;
      add(conversation, new Login(mail ? "pop3" : "ftp", talk.account), mark);
    } else {
      Login basic = CredentialSigns.basic(b, o, n);
      talk.http |= basic != null;
      if (basic != null) {
        add(conversation, basic, mark);
      }
    }
    return talk.looked < (talk.http ? MOST_HTTP : MOST_LOOKED_AT);
  }

  private static boolean worthLooking(Protocol protocol) {
    return switch (protocol) {
      case UNKNOWN, HTTP, FTP, TELNET -> true;
      default -> false;
    };
  }

  /**
   * Logins within protocols of controllers. Of OPC UA only a password that is sent in clear counts:
   * opening a channel, an anonymous session and an encrypted password give nothing away. What
   * reserves a controller (UMAS, FINS) and what proves itself by a challenge (DNP3) sends no
   * secret.
   */
  @Override
  public void operation(Operation operation) {
    if (operation.operationClass() != OperationClass.AUTHENTICATION) {
      return;
    }
    String kind =
        switch (operation.protocol()) {
          case OPC_UA ->
              PASSWORD_IN_CLEAR.equals(operation.text(TargetPart.ATTRIBUTE)) ? OPCUA_PASSWORD : "";
          case MODBUS, UMAS, FINS, DNP3 -> "";
          default -> operation.protocol().word() + "-login";
        };
    if (!kind.isEmpty()) {
      Key key =
          new Key(
              operation.source().address(),
              kind,
              operation.destination().address(),
              operation.destination().port());
      String account = operation.text(TargetPart.NAME);
      add(key, operation.request(), account == null ? "" : account);
    }
  }

  private void add(Conversation conversation, Login login, FrameMark mark) {
    Key key =
        new Key(
            conversation.client().address(),
            login.kind(),
            conversation.server().address(),
            conversation.server().port());
    add(key, mark, login.account());
  }

  private void add(Key key, FrameMark mark, String account) {
    Seen seen = logins.get(key);
    if (seen == null) {
      if (logins.size() == MOST) {
        return;
      }
      seen = new Seen(mark.epochNanos());
      logins.put(key, seen);
    }
    seen.add(mark, account);
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    Map<String, List<Map.Entry<Key, Seen>>> facts = new LinkedHashMap<>();
    logins
        .entrySet()
        .forEach(one -> facts.computeIfAbsent(told(one.getKey()), k -> new ArrayList<>()).add(one));
    return facts.values().stream().map(ClearCredentialsDetector::fact).toList();
  }

  /** A management station asks a whole network: its communities are one fact with all targets. */
  private static String told(Key key) {
    return key.kind().equals(COMMUNITY)
        ? key.client() + " " + key.kind()
        : key.client() + " " + key.kind() + " " + key.server() + " " + key.port();
  }

  private static PortFact fact(List<Map.Entry<Key, Seen>> all) {
    Key key = all.getFirst().getKey();
    Set<String> names = new LinkedHashSet<>();
    List<PortTrace> traces = new ArrayList<>();
    List<PortFact.Target> targets = new ArrayList<>();
    long count = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Map.Entry<Key, Seen> one : all) {
      Seen seen = one.getValue();
      names.addAll(seen.names());
      count += seen.count;
      first = Math.min(first, seen.firstNanos);
      last = Math.max(last, seen.lastNanos);
      if (targets.size() < MOST_TARGETS) {
        targets.add(seen.target(one.getKey().server() + ":" + one.getKey().port(), "logged-in"));
      }
      for (PortTrace trace : all.size() == 1 ? seen.traces : seen.traces.subList(0, 1)) {
        if (traces.size() < Seen.MOST_TRACES) {
          traces.add(trace);
        }
      }
    }
    boolean controller = key.kind().endsWith("-login");
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "logins",
            controller
                ? "Logins within %s.".formatted(key.kind().replace("-login", ""))
                : "Logins in clear (%s).".formatted(key.kind()),
            (double) count,
            "times"));
    if (!names.isEmpty()) {
      reasons.add(Reason.of("accounts", "As " + String.join(", ", names) + "."));
    }
    if (all.size() > MOST_TARGETS) {
      reasons.add(
          Reason.of(
              "targets", "The first servers are named.", (double) all.size(), "servers in all"));
    }
    if (key.kind().equals("prompt")) {
      reasons.add(
          Reason.of(
              "against-prompt", "Told by a prompt for a password that is followed by an answer."));
    }
    if (controller) {
      reasons.add(
          Reason.of(
              "against-scramble",
              "The protocol may scramble or hash the secret; whether it does was not looked at."));
    }
    return new PortFact(
        RULE,
        key.kind().equals("prompt") || controller ? Level.POSSIBLE : Level.LIKELY,
        key.kind().equals(COMMUNITY) ? Severity.LOW : Severity.MEDIUM,
        Map.of("ip", key.client().toString()),
        key.kind(),
        targets,
        first,
        last,
        count,
        reasons,
        traces);
  }
}
