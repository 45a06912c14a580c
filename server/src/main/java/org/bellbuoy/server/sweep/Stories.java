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
    String title =
        ServerRules.all().stream()
            .filter(r -> r.id().equals(fact.rule()))
            .map(r -> r.title())
            .findFirst()
            .orElse(fact.rule());
    StringBuilder text = new StringBuilder(title);
    boolean outcome =
        !fact.rule().equals(ServerRules.COVERAGE.id())
            && !(fact.rule().equals(ServerRules.RARE_PAGE.id())
                && fact.state() == EntryState.CANNOT_TELL);
    if (outcome) {
      text.append(" (").append(fact.state().word()).append(')');
    }
    for (String key : List.of("client", "path", "file", "key", "setting", "account")) {
      String value = fact.about().get(key);
      if (value != null) {
        text.append(key.equals("client") ? " by " : key.equals("file") ? ": " : ", ").append(value);
      }
    }
    text.append('.');
    if (!fact.reasons().isEmpty()) {
      Reason first = fact.reasons().getFirst();
      text.append(' ').append(first.text());
      if (!first.text().endsWith(".")) {
        text.append('.');
      }
    }
    return text.toString();
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
