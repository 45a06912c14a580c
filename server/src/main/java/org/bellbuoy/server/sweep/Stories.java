package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Trace;

/** Tells facts as lines in order of time. */
final class Stories {
  private static final int LINES_EACH = 4;
  private static final int REASONS = 4;

  private Stories() {}

  /** One sentence on a fact, its first reason in it. */
  static String sentence(ServerFact fact) {
    if (fact.rule().equals(ServerRules.RARE_PAGE.id())) {
      return rarePage(fact);
    }
    String title =
        ServerRules.all().stream()
            .filter(r -> r.id().equals(fact.rule()))
            .map(r -> r.title())
            .findFirst()
            .orElse(fact.rule());
    StringBuilder text = new StringBuilder(title);
    if (!fact.rule().equals(ServerRules.COVERAGE.id())) {
      text.append(" (").append(fact.state().word()).append(')');
    }
    for (String key :
        List.of("sigma-title", "client", "path", "file", "key", "setting", "account")) {
      String value = fact.about().get(key);
      if (value != null) {
        text.append(key.equals("client") ? " by " : key.equals("file") ? ": " : ", ").append(value);
      }
    }
    text.append('.');
    return text + firstReason(fact);
  }

  /** What a page is that only its use tells. */
  private static String rarePage(ServerFact fact) {
    String client = fact.about().get("client");
    boolean shell = fact.state() == EntryState.PERSISTED;
    return "The page "
        + fact.about().getOrDefault("path", "")
        + (shell
            ? " is used as a shell is and as hardly any other of its server"
            : " is used as hardly any other of its server; what it is the log alone does not tell")
        + (client == null ? "." : ", first by " + client + ".")
        + firstReason(fact);
  }

  private static String firstReason(ServerFact fact) {
    if (fact.reasons().isEmpty()) {
      return "";
    }
    String first = fact.reasons().getFirst().text();
    return " " + first + (first.endsWith(".") ? "" : ".");
  }

  /** All facts by time, those without a time last. */
  static List<StoryLine> of(List<ServerFact> facts, Sources sources) {
    List<StoryLine> lines = new ArrayList<>();
    for (ServerFact fact : facts) {
      lines.add(
          new StoryLine(
              fact.fromMillis(),
              fact.toMillis(),
              fact.count(),
              ServerFindings.level(fact),
              sentence(fact) + more(fact),
              fact.traces().stream()
                  .limit(LINES_EACH)
                  .map(trace -> new StoryLine.Line(where(trace, sources), trace.quote()))
                  .toList()));
    }
    lines.sort(
        Comparator.comparing((StoryLine l) -> l.fromMillis() == StoryLine.NO_TIME)
            .thenComparingLong(StoryLine::fromMillis)
            .thenComparing(StoryLine::what));
    return lines;
  }

  /** The reasons after the first. */
  private static String more(ServerFact fact) {
    StringBuilder text = new StringBuilder();
    for (Reason reason : fact.reasons().stream().skip(1).limit(REASONS).toList()) {
      text.append(' ').append(reason.text());
      if (!reason.text().endsWith(".")) {
        text.append('.');
      }
    }
    return text.toString();
  }

  private static String where(Trace trace, Sources sources) {
    String path = sources.get(trace.source()).path();
    if (trace.line() > 0) {
      return path + ":" + trace.line();
    }
    return trace.frame() > 0
        ? path + ", event " + trace.frame()
        : path + ", byte " + trace.offset();
  }
}
