package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.session.RemoteSession;
import org.bellbuoy.port.session.SessionWork;
import org.jspecify.annotations.Nullable;

/** Sessions of remote access. */
final class SessionAnswers {
  private static final int MOST_WORK = 4;

  private SessionAnswers() {}

  static Answer documented(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.REMOTE_SESSIONS_DOCUMENTED);
    List<RemoteSession> undeclared = new ArrayList<>();
    List<RemoteSession> doubtful = new ArrayList<>();
    List<RemoteSession> declared = new ArrayList<>();
    long inside = 0;
    for (RemoteSession session : grounds.sessions()) {
      IpAddress party = party(grounds, session);
      if (party == null) {
        inside++;
      } else if (grounds.declared().isParty(party)) {
        declared.add(session);
      } else if (session.level() == Level.LIKELY) {
        undeclared.add(session);
      } else {
        doubtful.add(session);
      }
    }
    for (List<RemoteSession> sessions : List.of(undeclared, doubtful, declared)) {
      for (RemoteSession session : sessions) {
        draft.item(line(session)).frames(traces(session));
      }
    }
    draft
        .count("with-undeclared-parties", undeclared.size())
        .count("with-declared-parties", declared.size())
        .count("doubtful", doubtful.size())
        .count("inside-only", inside)
        .count("not-kept", grounds.sessionsNotKept());
    if (grounds.declared().parties().isEmpty()) {
      int all = undeclared.size() + doubtful.size();
      return draft.cannotTell(
          all == 0
              ? "No session with a party outside was seen, and no remote party is declared."
                  + grounds.sight().why(Place.BORDER)
              : "%s with parties outside. No remote party is declared: compare each with your"
                      .formatted(PortWords.count(all, "session was seen", "sessions were seen"))
                  + " records.");
    }
    if (!undeclared.isEmpty()) {
      return draft.contradicts(
          "%s with parties outside that are not declared."
              .formatted(
                  PortWords.count(undeclared.size(), "session was seen", "sessions were seen")));
    }
    if (!doubtful.isEmpty() || grounds.sessionsNotKept() > 0) {
      return draft.cannotTell(
          "What may be sessions with undeclared parties was seen; its kind is not certain.");
    }
    Sight sight = grounds.sight();
    String what =
        declared.isEmpty()
            ? "there was no session with a party outside."
            : "%s with a declared party; times and tools are listed to compare with your records."
                .formatted(
                    PortWords.count(declared.size(), "session was one", "sessions were each one"));
    return sight.enough(Place.BORDER)
        ? draft.supports(what + sight.stated(Place.BORDER))
        : draft.cannotTell("In what was captured, " + what + sight.why(Place.BORDER));
  }

  /** The end outside; null where both are in the watched networks. */
  private static @Nullable IpAddress party(Grounds grounds, RemoteSession session) {
    IpAddress opener = session.opener().address();
    IpAddress acceptor = session.acceptor().address();
    if (!grounds.declared().networks().isInside(opener)) {
      return opener;
    }
    return grounds.declared().networks().isInside(acceptor) ? null : acceptor;
  }

  static Answer longSessions(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.LONG_SESSIONS);
    long most = grounds.options().longSessionNanos();
    String time = PortWords.span(most);
    long longer = 0;
    long ended = 0;
    long open = 0;
    for (RemoteSession session : grounds.sessions()) {
      if (session.level() != Level.LIKELY) {
        continue;
      }
      if (session.lastNanos() - session.firstNanos() > most) {
        longer++;
        draft.item(line(session)).frame(session.trace());
      } else if (session.ended() || grounds.health().lastNanos() - session.lastNanos() > most) {
        ended++;
      } else {
        open++;
      }
    }
    draft.count("longer", longer).count("ended-before", ended).count("still-open", open);
    if (longer > 0) {
      return draft.contradicts(
          "%s longer than %s."
              .formatted(PortWords.count(longer, "session lasted", "sessions lasted"), time));
    }
    if (ended == 0 || open > 0) {
      return draft.cannotTell(
          ended + open == 0
              ? "No session of remote access was seen, so none could end."
              : "%s when the capture ended, before %s had passed."
                  .formatted(
                      PortWords.count(open, "session was open", "sessions were open"), time));
    }
    return grounds.sight().enough()
        ? draft.supports(
            "each of %s ended before %s; what ended it does not show."
                .formatted(PortWords.count(ended, "session", "sessions"), time))
        : draft.cannotTell(
            "%s before %s."
                    .formatted(PortWords.count(ended, "session ended", "sessions ended"), time)
                + grounds.sight().why());
  }

  private static List<PortTrace> traces(RemoteSession session) {
    List<PortTrace> traces = new ArrayList<>();
    traces.add(session.trace());
    session.work().stream()
        .filter(SessionWork::changes)
        .limit(MOST_WORK)
        .forEach(work -> traces.add(work.trace()));
    return traces;
  }

  /** Who, from where, with what, from when to when, how much, and what was asked meanwhile. */
  static String line(RemoteSession session) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%s to %s%s, %s: %s opened it to %s, %s, %,d bytes there and %,d back",
            PortWords.time(session.firstNanos()),
            PortWords.time(session.lastNanos()),
            session.ended() ? "" : " (end not seen)",
            session.tool().word(),
            session.opener(),
            session.acceptor(),
            control(session),
            session.bytesFromOpener(),
            session.bytesToOpener()));
    if (!session.account().isEmpty()) {
      line.append(", named in clear ").append(session.account());
    }
    session.work().stream()
        .limit(MOST_WORK)
        .forEach(
            work ->
                line.append(
                    "; meanwhile %s asked %s for %s %s %s"
                        .formatted(
                            work.actor(),
                            work.target(),
                            work.protocol().word(),
                            work.operationClass().word(),
                            PortWords.times(work.count()))));
    return line.toString();
  }

  private static String control(RemoteSession session) {
    return switch (session.control()) {
      case BY_OPENER -> "who opened it controls";
      case BY_ACCEPTOR -> "who was called controls";
      case EITHER -> "either may reach the other";
      case UNKNOWN -> "who controls does not show";
    };
  }
}
