package org.bellbuoy.port.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.session.RemoteSession;
import org.bellbuoy.port.session.SessionRegister;
import org.bellbuoy.port.session.SessionWork;

/** The register of remote sessions as a section of the page. */
public final class SessionTable {
  private static final int MOST = 300;
  private static final int MOST_WORK = 4;

  private SessionTable() {}

  /** All sessions, those with changes made meanwhile first. */
  public static Section of(SessionRegister register) {
    List<RemoteSession> sessions = register.sessions();
    if (sessions.isEmpty()) {
      return new Section(
          "Remote sessions",
          List.of(
              new Paragraph(
                  "No session of a tool that is known was seen. Tools that are not known, and what"
                      + " does not pass the place of capture, are not in this register.",
                  Tone.PLAIN)));
    }
    List<List<String>> rows =
        sessions.stream()
            .sorted(
                Comparator.comparing(
                        (RemoteSession s) -> s.work().stream().noneMatch(SessionWork::changes))
                    .thenComparingLong(RemoteSession::firstNanos))
            .limit(MOST)
            .map(SessionTable::row)
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Table(
            sessions.size() > MOST
                ? "%d of %,d sessions, those during which something was changed first."
                    .formatted(MOST, sessions.size())
                : "Each session in one row, those during which something was changed first. That a"
                    + " session caused what was asked meanwhile is not known.",
            List.of(
                Column.text("from"),
                Column.text("to"),
                Column.text("tool"),
                Column.text("who controls"),
                Column.text("begin and length"),
                Column.text("payload to and fro"),
                Column.text("asked meanwhile")),
            rows));
    if (register.notKept() > 0) {
      blocks.add(
          new Paragraph(
              register.notKept() + " sessions are not in the register, which was full.",
              Tone.WARNING));
    }
    return new Section("Remote sessions", blocks);
  }

  private static List<String> row(RemoteSession session) {
    String version = session.version().isBlank() ? "" : " (" + session.version() + ")";
    String account = session.account().isBlank() ? "" : ", as " + session.account();
    return List.of(
        session.opener() + account,
        session.acceptor().toString(),
        session.tool().word() + ", " + session.level().word() + version,
        controls(session),
        PortWords.time(session.firstNanos()).replace('T', ' ')
            + ", "
            + PortWords.span(session.lastNanos() - session.firstNanos())
            + (session.ended() ? "" : ", end not seen"),
        String.format(
            Locale.ROOT, "%,d and %,d bytes", session.bytesFromOpener(), session.bytesToOpener()),
        work(session));
  }

  private static String controls(RemoteSession session) {
    return switch (session.control()) {
      case BY_OPENER -> session.opener().address().toString();
      case BY_ACCEPTOR -> session.acceptor().address() + " (reverse)";
      case EITHER -> "either";
      case UNKNOWN -> "not known";
    };
  }

  private static String work(RemoteSession session) {
    List<SessionWork> work =
        session.work().stream()
            .sorted(Comparator.comparing((SessionWork w) -> !w.changes()))
            .toList();
    if (work.isEmpty()) {
      return "nothing seen";
    }
    String told =
        work.stream()
            .limit(MOST_WORK)
            .map(
                w ->
                    "%,d %s %s of %s by %s (frame %d)"
                        .formatted(
                            w.count(),
                            w.protocol().word(),
                            w.operationClass().word(),
                            w.target(),
                            w.actor(),
                            w.trace().frame()))
            .collect(Collectors.joining("; "));
    long more = Math.max(0, work.size() - MOST_WORK) + session.workNotKept();
    return told + (more > 0 ? "; and " + more + " more" : "");
  }
}
