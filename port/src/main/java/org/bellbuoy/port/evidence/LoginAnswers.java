package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.operation.OperationClass;

/** Logins, and what was done without one. */
final class LoginAnswers {
  private static final String CLEAR = "port.clear-credentials";
  private static final String SNMP = "snmp-community";

  private LoginAnswers() {}

  static Answer cleartext(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.CLEARTEXT_LOGINS);
    List<PortFact> certain = new ArrayList<>();
    List<PortFact> doubtful = new ArrayList<>();
    for (PortFact fact : grounds.facts(CLEAR)) {
      (fact.level() == Level.LIKELY ? certain : doubtful).add(fact);
    }
    // Communities are many and weak; what people type comes first.
    certain.sort(Comparator.comparing((PortFact fact) -> fact.kind().equals(SNMP)));
    for (List<PortFact> facts : List.of(certain, doubtful)) {
      facts.forEach(fact -> draft.item(Grounds.line(fact)).frames(fact.traces()));
    }
    long communities = certain.stream().filter(fact -> fact.kind().equals(SNMP)).count();
    draft
        .count("logins-in-clear", certain.size() - communities)
        .count("snmp-communities", communities)
        .count("doubtful", doubtful.size());
    if (!certain.isEmpty()) {
      return draft.contradicts(
          "logins in clear between %s of hosts and SNMP communities between %s could be read by"
                  .formatted(
                      PortWords.count(certain.size() - communities, "pair", "pairs"),
                      PortWords.count(communities, "pair", "pairs"))
              + " who listens.");
    }
    if (!doubtful.isEmpty()) {
      return draft.cannotTell("What may be logins in clear was seen; see the frames.");
    }
    Sight sight = grounds.sight();
    return sight.enough(Place.DEVICES)
        ? draft.supports("no login in clear was seen." + sight.stated(Place.DEVICES))
        : draft.cannotTell("No login in clear was seen." + sight.why(Place.DEVICES));
  }

  /** Counts only what was answered: who asks with a wrong community gets no answer. */
  static Answer wellKnown(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.WELL_KNOWN_SECRETS);
    long used = 0;
    long tried = 0;
    for (PortFact fact : grounds.facts(CLEAR)) {
      boolean known =
          fact.kind().equals(SNMP)
              && fact.reasons().stream().anyMatch(reason -> reason.code().equals("accounts"));
      if (!known) {
        continue;
      }
      boolean answered = answered(grounds, fact);
      used += answered ? 1 : 0;
      tried += answered ? 0 : 1;
      draft.item((answered ? "answered: " : "not answered: ") + Grounds.line(fact));
      draft.frames(fact.traces());
    }
    draft.count("answered", used).count("not-answered", tried);
    return used > 0
        ? draft.contradicts(
            "%s asked by a community that everybody knows, and answered."
                .formatted(PortWords.count(used, "SNMP agent was", "SNMP agents were")))
        : draft.cannotTell(
            "No answer to a community that everybody knows was seen; other default secrets cannot"
                + " be seen.");
  }

  private static boolean answered(Grounds grounds, PortFact fact) {
    IpAddress client = Grounds.actor(fact);
    for (PortFact.Target target : fact.targets()) {
      int colon = target.id().lastIndexOf(':');
      IpAddress server = colon < 0 ? null : IpText.parse(target.id().substring(0, colon));
      for (Map.Entry<FlowBook.Key, FlowBook.Line> one : grounds.flows().lines().entrySet()) {
        FlowBook.Key key = one.getKey();
        if (key.client().equals(client)
            && key.server().equals(server)
            && key.service().startsWith("udp/161")
            && one.getValue().answered > 0) {
          return true;
        }
      }
    }
    return false;
  }

  static Answer failures(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.REPEATED_LOGIN_FAILURES);
    int many = grounds.options().failures();
    long through = 0;
    long over = 0;
    long refused = 0;
    long longest = 0;
    List<Map.Entry<LoginBook.Key, LoginBook.Tries>> all =
        new ArrayList<>(grounds.logins().tries().entrySet());
    all.sort(Comparator.comparingLong(one -> -one.getValue().through));
    for (Map.Entry<LoginBook.Key, LoginBook.Tries> one : all) {
      LoginBook.Tries tries = one.getValue();
      refused += tries.refused;
      longest = Math.max(longest, tries.longest);
      through += tries.through;
      if (tries.longest >= many) {
        over++;
        LoginBook.Key key = one.getKey();
        draft
            .item(
                "%s at %s (%s%s): %d refused in a row, %d refused and %d accepted in all"
                    .formatted(
                        key.client(),
                        key.server(),
                        key.kind(),
                        key.account().isEmpty() ? "" : " as " + key.account(),
                        tries.longest,
                        tries.refused,
                        tries.accepted))
            .frames(tries.traces);
      }
    }
    draft
        .count("refused", refused)
        .count("longest-in-a-row", longest)
        .count("accepted-right-after-many", through);
    if (through > 0) {
      return draft.contradicts(
          "%s within a minute after at least %d refused ones in a row."
              .formatted(
                  PortWords.count(through, "login was accepted", "logins were accepted"), many));
    }
    return draft.cannotTell(
        over > 0
            ? "%s were refused at least %d times in a row; that may be a lockout at work."
                .formatted(
                    PortWords.count(over, "client and account", "clients and accounts"), many)
            : "%s, at most %d in a row; a lockout would not show in fewer than %d."
                .formatted(
                    PortWords.count(refused, "refused login was seen", "refused logins were seen"),
                    longest,
                    many));
  }

  static Answer unauthenticated(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.ENGINEERING_SESSIONS_UNAUTHENTICATED);
    long without = 0;
    long unknown = 0;
    long accepted = 0;
    for (Map.Entry<CommandBook.Key, CommandBook.Line> one : grounds.commands().lines().entrySet()) {
      if (one.getKey().operationClass() == OperationClass.WRITE) {
        continue;
      }
      CommandBook.Line line = one.getValue();
      accepted += line.acceptedCount;
      without += line.unauthenticatedCount;
      unknown += line.unknownCount;
      if (line.unauthenticatedCount > 0) {
        draft.item(line(one.getKey(), line)).frames(line.unauthenticated);
      }
    }
    draft
        .count("accepted", accepted)
        .count("without-login", without)
        .count("beginning-not-captured", unknown)
        .count("logins-accepted", grounds.commands().logins());
    if (without > 0) {
      return draft.contradicts(
          "%s accepted without a login before in the same conversation."
              .formatted(PortWords.count(without, "operation was", "operations were")));
    }
    if (accepted == 0 || unknown > 0) {
      return draft.cannotTell(
          accepted == 0
              ? "No program, firmware, control or configuration operation was accepted."
              : "Of %s the conversation's beginning was not captured; a login may stand there."
                  .formatted(PortWords.count(unknown, "operation", "operations")));
    }
    return grounds.sight().enough()
        ? draft.supports(
            "a login came before each of %s."
                .formatted(PortWords.count(accepted, "operation", "operations")))
        : draft.cannotTell(
            "A login came before each of %s."
                    .formatted(PortWords.count(accepted, "operation", "operations"))
                + grounds.sight().why());
  }

  /** Without a policy it only shows. */
  static Answer whoCommands(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.WHO_COMMANDS);
    long asked = 0;
    long forbidden = 0;
    long undecided = 0;
    List<Map.Entry<CommandBook.Key, CommandBook.Line>> lines =
        new ArrayList<>(grounds.commands().lines().entrySet());
    lines.sort(
        Comparator.comparing(
                (Map.Entry<CommandBook.Key, CommandBook.Line> one) ->
                    one.getValue().forbiddenCount == 0)
            .thenComparing(one -> one.getKey().operationClass() == OperationClass.WRITE)
            .thenComparingLong(one -> -one.getValue().asked));
    for (Map.Entry<CommandBook.Key, CommandBook.Line> one : lines) {
      CommandBook.Line line = one.getValue();
      asked += line.asked;
      forbidden += line.forbiddenCount;
      undecided += line.undecidedCount;
      String item = line(one.getKey(), line);
      draft
          .item(
              line.forbiddenCount == 0
                  ? item
                  : item + "; not permitted " + PortWords.times(line.forbiddenCount))
          .frames(line.forbidden)
          .frames(line.accepted)
          .frames(line.other);
    }
    draft
        .count("pairs", lines.size())
        .count("operations", asked)
        .count("forbidden", forbidden)
        .count("undecided", undecided)
        .count("left-out", grounds.commands().leftOut());
    if (forbidden > 0) {
      return draft.contradicts(
          "%s asked for that no declared conduit permits."
              .formatted(PortWords.count(forbidden, "change was", "changes were")));
    }
    if (undecided > 0) {
      return draft.cannotTell(
          "%s asked for by %s of who, whom and kind; who may is not declared here."
              .formatted(
                  PortWords.count(asked, "change was", "changes were"),
                  PortWords.count(lines.size(), "combination", "combinations")));
    }
    if (asked == 0) {
      return draft.cannotTell("Nobody asked for a change in a protocol that is read.");
    }
    Sight sight = grounds.sight();
    String what =
        "%s asked for, all permitted by declared conduits."
            .formatted(PortWords.count(asked, "change was", "changes were"));
    return sight.enough(Place.DEVICES) && grounds.commands().leftOut() == 0
        ? draft.supports(what + sight.stated(Place.DEVICES))
        : draft.cannotTell("In what was captured, " + what + sight.why(Place.DEVICES));
  }

  private static String line(CommandBook.Key key, CommandBook.Line line) {
    return "%s to %s: %s %s, asked for %s, accepted %,d, of these %,d without a login"
        .formatted(
            key.actor(),
            key.target(),
            key.protocol().word(),
            key.operationClass().word(),
            PortWords.times(line.asked),
            line.acceptedCount,
            line.unauthenticatedCount);
  }
}
