package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Trace;

/** Tells facts as lines in order of time. */
final class Stories {
  private static final int LINES_EACH = 8;

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
    text.append(" (").append(fact.state().word()).append(')');
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

  /** Lines of all facts by time, those without a time last. */
  static List<StoryLine> of(List<ServerFact> facts, Sources sources) {
    List<StoryLine> lines = new ArrayList<>();
    for (ServerFact fact : facts) {
      Level level = ServerFindings.level(fact);
      String what = level.word() + ": " + sentence(fact);
      if (fact.traces().isEmpty()) {
        lines.add(new StoryLine(fact.fromMillis(), what, "", ""));
      }
      for (Trace trace : fact.traces().stream().limit(LINES_EACH).toList()) {
        lines.add(new StoryLine(trace.epochMillis(), what, where(trace, sources), trace.quote()));
      }
    }
    lines.sort(
        Comparator.comparing((StoryLine l) -> l.epochMillis() == StoryLine.NO_TIME)
            .thenComparingLong(StoryLine::epochMillis)
            .thenComparing(StoryLine::where)
            .thenComparing(StoryLine::what));
    return lines;
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
