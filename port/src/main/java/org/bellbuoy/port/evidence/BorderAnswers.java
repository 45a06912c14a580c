package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortWords;

/** What crosses the border of the network and of its zones. */
final class BorderAnswers {
  private static final String EGRESS = "port.egress";
  private static final String GATEWAY = "port.second-gateway";

  private BorderAnswers() {}

  /** Facts of the border that concern OT hosts, sorted by what they mean. */
  private static final class Sorted {
    final List<PortFact> undeclared = new ArrayList<>();
    final List<PortFact> declared = new ArrayList<>();
    final List<PortFact> attempts = new ArrayList<>();
    final Set<IpAddress> hosts = new LinkedHashSet<>();
    final Set<IpAddress> parties = new LinkedHashSet<>();
    long others;
    long notKept;

    Sorted(Grounds grounds, boolean inwardOnly) {
      for (PortFact fact : grounds.facts(EGRESS)) {
        boolean inward = fact.kind().startsWith("ingress");
        if (fact.kind().equals("egress-not-kept")) {
          notKept += fact.count();
        } else if (inward || !inwardOnly) {
          sort(grounds, fact, inward);
        }
      }
    }

    private void sort(Grounds grounds, PortFact fact, boolean inward) {
      IpAddress actor = Grounds.actor(fact);
      List<IpAddress> targets = Grounds.targets(fact);
      List<IpAddress> actors = actor == null ? List.of() : List.of(actor);
      List<IpAddress> ot = (inward ? targets : actors).stream().filter(grounds::isOt).toList();
      List<IpAddress> far = inward ? actors : targets;
      if (ot.isEmpty()) {
        others++;
      } else if (fact.kind().endsWith("-attempt")) {
        attempts.add(fact);
      } else if (!far.isEmpty() && far.stream().allMatch(grounds.declared()::isParty)) {
        declared.add(fact);
      } else {
        undeclared.add(fact);
        hosts.addAll(ot);
        parties.addAll(far);
      }
    }
  }

  static Answer publicFlows(Grounds grounds) {
    return border(grounds, EvidenceKind.OT_PUBLIC_FLOWS, new Sorted(grounds, false));
  }

  static Answer inbound(Grounds grounds) {
    return border(grounds, EvidenceKind.INBOUND_FROM_PUBLIC, new Sorted(grounds, true));
  }

  private static Answer border(Grounds grounds, EvidenceKind kind, Sorted sorted) {
    boolean inward = kind == EvidenceKind.INBOUND_FROM_PUBLIC;
    Answer.Draft draft = new Answer.Draft(kind);
    draft.count("undeclared", sorted.undeclared.size());
    draft.count("declared", sorted.declared.size());
    draft.count("attempts", sorted.attempts.size());
    draft.count("hosts-not-ot", sorted.others);
    if (sorted.notKept > 0) {
      draft.count("not-kept", sorted.notKept);
    }
    List<PortFact> against = new ArrayList<>(sorted.undeclared);
    if (inward) {
      // Who was declared may come in as a remote session, and still comes from outside.
      against.addAll(sorted.declared);
    }
    List<PortFact> told = new ArrayList<>(against);
    told.addAll(sorted.attempts);
    if (!inward) {
      told.addAll(sorted.declared);
    }
    for (PortFact fact : told) {
      draft.item(Grounds.line(fact)).frames(fact.traces());
    }
    if (!sorted.undeclared.isEmpty()) {
      return draft.contradicts(
          (inward
                      ? "%s of OT answered %s that called from public addresses and are not declared."
                      : "%s of OT exchanged packets with %s at public addresses that are not declared.")
                  .formatted(
                      PortWords.count(sorted.hosts.size(), "host", "hosts"),
                      PortWords.count(sorted.parties.size(), "party", "parties"))
              + grounds.whatOtIs());
    }
    if (grounds.otDevices().isEmpty()) {
      return draft.cannotTell(
          "No host of the watched addresses was seen that is declared as OT or speaks a protocol of"
              + " control."
              + grounds.unwatched());
    }
    if (!against.isEmpty()) {
      return draft.cannotTell(
          "Only declared parties called in; whether they should does not show."
              + grounds.whatOtIs());
    }
    if (!sorted.attempts.isEmpty() || sorted.notKept > 0) {
      return draft.cannotTell(
          "%s without an answer in the capture: blocked, lost, or answered on another way."
                  .formatted(PortWords.count(sorted.attempts.size(), "try was", "tries were"))
              + grounds.whatOtIs());
    }
    String none =
        inward
            ? "no public address opened a conversation that an OT host answered."
            : sorted.declared.isEmpty()
                ? "no OT host exchanged packets with a public address."
                : "OT hosts exchanged packets with declared parties only.";
    Sight sight = grounds.sight();
    return sight.enough(Place.BORDER)
        ? draft.supports(none + sight.stated(Place.BORDER) + grounds.whatOtIs())
        : draft.cannotTell(
            "In what was captured, " + none + sight.why(Place.BORDER) + grounds.whatOtIs());
  }

  /** Never supports: the likeliest second way out is one that this network does not carry. */
  static Answer secondGateway(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.SECOND_GATEWAY);
    long likely = 0;
    long possible = 0;
    for (Level level : List.of(Level.LIKELY, Level.POSSIBLE, Level.CANNOT_TELL)) {
      for (PortFact fact : grounds.facts(GATEWAY)) {
        if (fact.level() == level) {
          draft.item(level.word() + " " + Grounds.line(fact)).frames(fact.traces());
          likely += level == Level.LIKELY ? 1 : 0;
          possible += level == Level.LIKELY ? 0 : 1;
        }
      }
    }
    draft.count("likely-signs", likely).count("other-signs", possible);
    if (likely > 0) {
      return draft.contradicts(
          "%s of a second way out; a sign is no proof of a modem."
              .formatted(
                  PortWords.count(likely, "likely sign was seen", "likely signs were seen")));
    }
    String invisible = " A modem on another port of a controller is invisible here.";
    return possible > 0
        ? draft.cannotTell(
            "%s with other explanations."
                    .formatted(PortWords.count(possible, "sign was seen", "signs were seen"))
                + invisible)
        : draft.cannotTell("No sign was seen." + invisible);
  }

  static Answer zoneCrossings(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.ZONE_CROSSINGS);
    Sight sight = grounds.sight();
    if (grounds.declared().zones() == null) {
      return draft.cannotTell("No zones are declared, so there is nothing to cross.");
    }
    long forbidden = 0;
    long undecided = 0;
    long permitted = 0;
    long attempts = 0;
    List<Map.Entry<FlowBook.Key, FlowBook.Line>> told = new ArrayList<>();
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : grounds.flows().lines().entrySet()) {
      FlowBook.Key key = one.getKey();
      if (key.fromZone().equals(key.toZone())) {
        continue;
      }
      Boolean may = key.permitted();
      long answered = one.getValue().answered;
      attempts += one.getValue().conversations - answered;
      if (may == null) {
        undecided += answered;
      } else if (may) {
        permitted += answered;
      } else {
        forbidden += answered;
      }
      if (answered > 0 && (may == null || !may)) {
        told.add(one);
      }
    }
    told.sort(Comparator.comparingInt(one -> one.getKey().permitted() == null ? 1 : 0));
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : told) {
      draft.item(line(one.getKey(), one.getValue())).frames(one.getValue().traces);
    }
    draft
        .count("permitted-conversations", permitted)
        .count("forbidden-conversations", forbidden)
        .count("undecided-conversations", undecided)
        .count("unanswered-conversations", attempts);
    if (forbidden > 0) {
      return draft.contradicts(
          "%s between zones that no declared conduit permits, or with what none permits."
              .formatted(
                  PortWords.count(forbidden, "conversation passed", "conversations passed")));
    }
    if (undecided > 0) {
      return draft.cannotTell(
          "%s between OT and other networks; which of them may is not declared."
              .formatted(
                  PortWords.count(undecided, "conversation passed", "conversations passed")));
    }
    String what =
        permitted == 0
            ? "nothing passed between declared zones."
            : "only what is declared passed between zones (%s)."
                .formatted(PortWords.count(permitted, "conversation", "conversations"));
    return sight.enough(Place.ZONES)
        ? draft.supports(what + sight.stated(Place.ZONES))
        : draft.cannotTell("In what was captured, " + what + sight.why(Place.ZONES));
  }

  static String line(FlowBook.Key key, FlowBook.Line line) {
    String zones =
        key.fromZone().isEmpty() ? "" : " (%s to %s)".formatted(key.fromZone(), key.toZone());
    return "%s to %s %s%s, %s, %,d bytes"
        .formatted(
            key.client(),
            key.server(),
            key.service(),
            zones,
            PortWords.count(line.conversations, "conversation", "conversations"),
            line.bytes);
  }
}
