package org.bellbuoy.port.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * Rule {@code port.remote-session}: every session of remote access, one fact for each party, tool
 * and host, with what the reached host asked of others meanwhile; the relays of one tool are one
 * fact, and so are the many who only knock. Bounded as {@link SessionRegister} is.
 */
public final class RemoteSessionDetector implements PortDetector {
  static final String RULE = "port.remote-session";

  private record Key(
      IpAddress actor, RemoteTool tool, Control control, @Nullable IpAddress target) {}

  private final SessionRules rules;
  private final SessionRegister register = new SessionRegister();

  /** A detector under those rules. */
  public RemoteSessionDetector(SessionRules rules) {
    this.rules = rules;
  }

  /** The sessions themselves, for the register's own page. */
  public SessionRegister register() {
    return register;
  }

  @Override
  public OperationSink operations() {
    return register;
  }

  @Override
  public PacketListener packets() {
    return register;
  }

  @Override
  public ConversationListener conversations() {
    return register;
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    List<RemoteSession> sessions = register.sessions();
    Map<Callers.Key, Callers> callers = Callers.of(sessions, rules.networks());
    Map<Key, List<RemoteSession>> grouped = new LinkedHashMap<>();
    List<PortFact> facts = new ArrayList<>();
    for (RemoteSession session : sessions) {
      Callers many = callers.get(Callers.key(session));
      if (many != null && many.holds(session)) {
        continue;
      }
      IpAddress actor = session.controller();
      IpAddress target = session.controlled();
      // Relays stand between: whoever is behind several of them is told of once.
      boolean relayed = actor == null && session.tool().kind() == RemoteTool.Kind.RELAYED;
      Key key =
          new Key(
              actor == null ? session.opener().address() : actor,
              session.tool(),
              session.control(),
              relayed ? null : target == null ? session.acceptor().address() : target);
      grouped.computeIfAbsent(key, k -> new ArrayList<>()).add(session);
    }
    grouped.forEach((key, of) -> facts.add(new SessionFacts(rules, key.actor(), of).fact()));
    callers.values().forEach(many -> facts.add(many.fact()));
    return facts;
  }
}
