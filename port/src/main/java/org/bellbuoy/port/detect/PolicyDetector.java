package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.policy.Permission;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.Traffic;
import org.bellbuoy.port.policy.Verdict;
import org.bellbuoy.port.policy.Zone;

/**
 * Notes conversations that no conduit permits, and operations that command nothing and are not
 * among those permitted: {@code port.policy}. Commands that are not permitted are told by {@code
 * port.control}. Memory grows with actors that break the policy and days, bounded.
 */
final class PolicyDetector implements PortDetector, ConversationListener {
  private static final int MOST_GROUPS = 1 << 12;

  private record Key(Party actor, String kind, long day) {}

  private final Policy policy;
  private final PairTable pairs;
  private final Map<Key, FactGroup> groups = new LinkedHashMap<>();
  private long leftOut;
  private long unplaced;
  private long unnamed;

  PolicyDetector(Policy policy, PairTable pairs) {
    this.policy = policy;
    this.pairs = pairs;
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public ConversationListener logged() {
    return new ConversationListener() {
      @Override
      public void closed(Conversation conversation) {
        if (Traffic.betweenTwo(conversation)) {
          judge(conversation, true);
        }
      }
    };
  }

  @Override
  public void closed(Conversation conversation) {
    if (Traffic.betweenTwo(conversation)) {
      judge(conversation, false);
    }
  }

  private void judge(Conversation conversation, boolean logged) {
    Endpoint client = conversation.client();
    Endpoint server = conversation.server();
    Permission permission = ask(conversation, client, server);
    Verdict verdict = permission.at(conversation.firstNanos());
    // Of datagrams a log tells who was seen first, not who began.
    boolean eitherWay =
        Traffic.eitherWay(conversation) || (logged && conversation.transport() != Transport.TCP);
    if (!verdict.answer().permits() && eitherWay) {
      Permission other = ask(conversation, server, client);
      Verdict back = other.at(conversation.firstNanos());
      verdict = back.answer().permits() ? back : verdict;
    }
    if (verdict.answer().permits() || (logged && cannotTell(conversation, permission, verdict))) {
      return;
    }
    FactGroup group =
        group(Party.of(client), word(verdict), PortWords.day(conversation.firstNanos()));
    if (group == null) {
      return;
    }
    boolean attempt =
        conversation.state() == ConnectionState.ATTEMPTED
            || conversation.state() == ConnectionState.REJECTED;
    group
        .weigh(Level.LIKELY, weight(permission) * (attempt ? 0.5 : 1))
        .span(conversation.firstNanos(), conversation.lastNanos())
        .count(1, server.toString(), attempt ? "tried" : "reached")
        .trace(
            new PortTrace(
                conversation.firstSource(),
                conversation.firstNanos(),
                conversation.firstOffset(),
                conversation.firstLength(),
                conversation.firstFrame(),
                ""))
        .reason(
            Reason.of(
                word(verdict),
                sentence(permission, verdict, Traffic.service(conversation).toString())));
  }

  /** Whether what a log does not tell could make the difference; counted. */
  private boolean cannotTell(Conversation conversation, Permission permission, Verdict verdict) {
    boolean nowhere = permission.from().unknown() || permission.to().unknown();
    if (nowhere && policy.placesByHardware()) {
      unplaced++;
      return true;
    }
    boolean nameless =
        verdict.answer() == Verdict.Answer.PROTOCOL
            && conversation.protocol() == Protocol.UNKNOWN
            && policy.namesContent(permission.from(), permission.to());
    unnamed += nameless ? 1 : 0;
    return nameless;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (unplaced > 0) {
      notes.add(
          PortWords.count(unplaced, "connection", "connections")
              + " in logs could not be judged by the policy: an end in no zone may belong to one by"
              + " its hardware address, which logs do not tell.");
    }
    if (unnamed > 0) {
      notes.add(
          PortWords.count(unnamed, "connection", "connections")
              + " in logs could not be judged by the policy: the sensor does not tell what was"
              + " spoken, and a conduit between these zones names what may be.");
    }
    return notes;
  }

  private Permission ask(Conversation conversation, Endpoint from, Endpoint to) {
    return policy.permission(
        from,
        to,
        conversation.protocol(),
        conversation.protocol(),
        conversation.transport(),
        to.port(),
        null);
  }

  private @org.jspecify.annotations.Nullable FactGroup group(Party actor, String kind, long day) {
    Key key = new Key(actor, kind, day);
    FactGroup known = groups.get(key);
    if (known == null) {
      if (groups.size() >= MOST_GROUPS) {
        leftOut++;
        return null;
      }
      known = new FactGroup(actor, kind);
      groups.put(key, known);
    }
    return known;
  }

  /** Across one level low, across more or from and to the outside medium. */
  private static double weight(Permission permission) {
    boolean outside = !permission.from().declared() || !permission.to().declared();
    return outside || permission.distance() > 1 ? 4 : 2;
  }

  static String word(Verdict verdict) {
    return verdict.answer().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the policy says, as a sentence. */
  static String sentence(Permission permission, Verdict verdict, String what) {
    String way = zone(permission.from()) + " to " + zone(permission.to());
    return switch (verdict.answer()) {
      case NO_CONDUIT -> "The policy has no conduit from " + way + "; seen was " + what + ".";
      case PROTOCOL ->
          "The conduit '%s' leads from %s, but not for %s.".formatted(verdict.rule(), way, what);
      case OPERATION ->
          "The conduit '%s' leads from %s, but does not permit %s."
              .formatted(verdict.rule(), way, what);
      case HOURS ->
          "The conduit '%s' permits %s from %s, but not at this hour."
              .formatted(verdict.rule(), what, way);
      case PERMITTED -> "The conduit '%s' permits it.".formatted(verdict.rule());
      case MAINTENANCE ->
          "It lies in the maintenance window '%s', which permits it.".formatted(verdict.rule());
    };
  }

  private static String zone(Zone zone) {
    return (zone.remote() ? "remote party '" : "zone '") + zone.name() + "'";
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    for (ControlPair pair : pairs.pairs()) {
      pair.forbidden.forEach(acts -> operation(pair, acts));
    }
    List<PortFact> facts = new ArrayList<>();
    for (FactGroup group : groups.values()) {
      List<Reason> last = new ArrayList<>();
      last.add(
          Reason.of(
              "not-known", "Whether the policy is as its keepers mean it, traffic cannot tell."));
      if (leftOut > 0) {
        last.add(
            Reason.of(
                "left-out",
                "There were more actors that break the policy than are kept.",
                (double) leftOut,
                "conversations"));
      }
      facts.add(group.fact(PortRules.POLICY.id(), last));
    }
    return facts;
  }

  private void operation(ControlPair pair, Acts acts) {
    Verdict verdict = acts.verdict;
    Permission permission = acts.permission;
    if (verdict == null || permission == null) {
      return;
    }
    FactGroup group = group(pair.actor, word(verdict), acts.day);
    if (group != null) {
      String what = acts.first.getFirst().operationClass().word() + " (" + acts.functions() + ")";
      group
          .add(acts, "asked", Level.LIKELY, weight(permission))
          .reason(Reason.of(word(verdict), sentence(permission, verdict, what)));
    }
  }
}
