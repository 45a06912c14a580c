package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.packet.Bytes;

/**
 * Rule {@code port.egress}: an inside host that calls, or tries to call, a public address, and
 * public addresses that call in. A try without an answer counts too, for a blocked call home is
 * evidence. One fact for each host and remote party; of a host with very many, those with most
 * traffic and one fact on the rest. Keeps {@link #MOST_CROSSINGS} pairs and 16,384 names, under 16
 * MB. Which country or owner an address belongs to is not looked up.
 */
public final class EgressDetector implements PortDetector, ConversationListener {
  /** Pairs of host and party kept; those beyond are counted for each host. */
  public static final int MOST_CROSSINGS = 16_384;

  /** So many parties of a host are told one by one. */
  public static final int MOST_PARTIES = 50;

  private static final String RULE = "port.egress";

  private record Key(IpAddress host, String party) {}

  private record Pair(IpAddress host, IpAddress party, boolean outward) {}

  private final BorderRules rules;
  private final Networks networks;
  private final NameBook names = new NameBook();
  private final Map<Pair, Crossing> crossings = new LinkedHashMap<>();
  private final Map<IpAddress, Long> notKept = new HashMap<>();
  private final Set<Conversation> errors = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A detector under those rules. */
  public EgressDetector(BorderRules rules) {
    this.rules = rules;
    this.networks = rules.networks();
  }

  @Override
  public ConversationListener conversations() {
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
    if (conversation.transport() == Transport.UDP) {
      if (conversation.server().port() == 53 && direction == Direction.TO_CLIENT) {
        names.datagram(buffer, offset, length);
      }
      return conversation.server().port() == 53;
    }
    if (conversation.transport() == Transport.ICMP) {
      if (isError(conversation.destination(direction).address(), buffer, offset, length)) {
        errors.add(conversation);
      }
      return false;
    }
    if (conversation.transport() == Transport.TCP
        && networks.isPublic(conversation.server().address())) {
      if (direction == Direction.TO_CLIENT) {
        return true;
      }
      names.opening(conversation.server().address(), buffer, offset, length);
    }
    return false;
  }

  /** A name of an address that something else told, such as a log. */
  public void named(IpAddress party, String name) {
    names.put(party, name);
  }

  /** An error of ICMP holds the packet that it is about, which came from who is now told. */
  private static boolean isError(IpAddress to, byte[] b, int o, int n) {
    return n >= 24
        && (b[o + 4] & 0xf0) == 0x40
        && to.isIpv4()
        && Bytes.s32(b, o + 16) == to.asIpv4();
  }

  @Override
  public void closed(Conversation conversation) {
    if (conversation.transport() == Transport.LINK || errors.remove(conversation)) {
      return;
    }
    IpAddress client = conversation.client().address();
    IpAddress server = conversation.server().address();
    boolean outward = networks.isInside(client) && networks.isPublic(server);
    boolean inward = !outward && networks.isInside(server) && networks.isPublic(client);
    if (!outward && !inward) {
      return;
    }
    IpAddress host = outward ? client : server;
    IpAddress party = outward ? server : client;
    Pair pair = new Pair(host, party, outward);
    Crossing crossing = crossings.get(pair);
    if (crossing == null) {
      if (crossings.size() == MOST_CROSSINGS) {
        notKept.merge(host, 1L, Long::sum);
        return;
      }
      crossing = new Crossing(host, party, conversation);
      crossings.put(pair, crossing);
    }
    crossing.add(conversation, outward);
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    Map<Key, List<Crossing>> byParty = new LinkedHashMap<>();
    Map<IpAddress, List<Crossing>> byCaller = new LinkedHashMap<>();
    crossings.forEach(
        (pair, crossing) -> {
          if (pair.outward()) {
            String name = names.of(pair.party());
            String party = name.isEmpty() ? pair.party().toString() : name;
            byParty
                .computeIfAbsent(new Key(pair.host(), party), key -> new ArrayList<>())
                .add(crossing);
          } else {
            byCaller.computeIfAbsent(pair.party(), key -> new ArrayList<>()).add(crossing);
          }
        });
    Map<IpAddress, List<CrossingFacts>> byHost = new LinkedHashMap<>();
    byParty.forEach(
        (key, all) ->
            byHost
                .computeIfAbsent(key.host(), host -> new ArrayList<>())
                .add(new CrossingFacts(key.host().toString(), key.party(), true, all)));
    List<CrossingFacts> callers = new ArrayList<>();
    byCaller.forEach(
        (party, all) -> callers.add(new CrossingFacts("inside", party.toString(), false, all)));
    List<PortFact> facts = new ArrayList<>();
    byHost.values().forEach(parties -> tell(parties, facts));
    if (!callers.isEmpty()) {
      tell(callers, facts);
    }
    notKept.forEach((host, count) -> facts.add(rest(host, count, lastNanos)));
    return facts;
  }

  private void tell(List<CrossingFacts> parties, List<PortFact> facts) {
    parties.sort(Comparator.comparingLong(CrossingFacts::weight).reversed());
    int told = Math.min(MOST_PARTIES, parties.size());
    for (CrossingFacts party : parties.subList(0, told)) {
      facts.add(party.fact(RULE, party.all().stream().allMatch(c -> rules.isApproved(c.party))));
    }
    if (told < parties.size()) {
      List<Crossing> others = new ArrayList<>();
      parties.subList(told, parties.size()).forEach(party -> others.addAll(party.all()));
      CrossingFacts first = parties.getFirst();
      String party = "%d other parties".formatted(parties.size() - told);
      facts.add(new CrossingFacts(first.host(), party, first.outward(), others).fact(RULE, false));
    }
  }

  private static PortFact rest(IpAddress host, long count, long lastNanos) {
    return new PortFact(
        RULE,
        Level.CANNOT_TELL,
        Severity.LOW,
        Map.of("ip", host.toString()),
        "egress-not-kept",
        List.of(),
        lastNanos,
        lastNanos,
        count,
        List.of(
            Reason.of(
                Reason.WHY_CANNOT_TELL + "-memory",
                "More pairs of hosts and remote parties were seen than are kept.",
                (double) count,
                "conversations")),
        List.of());
  }
}
