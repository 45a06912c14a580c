package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.server.event.WindowsEvent;

/** Short ways to run rules in tests. */
final class Rules {
  private Rules() {}

  /** A rule for web logs from its detection part. */
  static String web(String detection) {
    return rule("category: webserver", detection);
  }

  /** A rule for process creation from its detection part. */
  static String process(String detection) {
    return rule("{product: windows, category: process_creation}", detection);
  }

  static String rule(String source, String detection) {
    String body = source.startsWith("{") ? " " + source : "\n  " + source;
    return "title: test\nid: r\nname: r\nlogsource:"
        + body
        + "\ndetection:\n"
        + detection.indent(2);
  }

  static SigmaEngine engine(String... texts) {
    return engine(SigmaOptions.defaults(), texts);
  }

  static SigmaEngine engine(SigmaOptions options, String... texts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i++) {
      files.put("rule" + i + ".yml", texts[i]);
    }
    return SigmaEngine.of(files, options);
  }

  /** Why the only rule cannot run, or empty. */
  static String problem(String text) {
    SigmaRule rule = engine(text).rules().getFirst();
    return rule.cannotRun() == null ? "" : rule.cannotRun();
  }

  /** Lines of a log that rules hit, by number. */
  static List<Long> lines(SigmaEngine engine, String log) {
    for (SigmaRule rule : engine.rules()) {
      if (!rule.runs()) {
        throw new AssertionError(rule.cannotRun());
      }
    }
    List<Long> lines = new ArrayList<>();
    Matching matching = new Matching(engine);
    TestLogs.rows(
        log,
        row -> {
          if (matching.row(row) > 0) {
            lines.add(row.line);
          }
        });
    return lines;
  }

  /** Whether a rule of process creation hits an event of Sysmon with that command line. */
  static boolean hits(String detection, String commandLine) {
    return hits(process(detection), Map.of("CommandLine", commandLine, "Image", "C:\\a\\b.exe"));
  }

  static boolean hits(String rule, Map<String, String> data) {
    return hits(engine(rule), event("Microsoft-Windows-Sysmon/Operational", 1, data));
  }

  static boolean hits(SigmaEngine engine, WindowsEvent event) {
    for (SigmaRule rule : engine.rules()) {
      if (!rule.runs()) {
        throw new AssertionError(rule.cannotRun());
      }
    }
    SigmaAggregate aggregate = engine.aggregate();
    aggregate.event(event);
    return !aggregate.hits().isEmpty();
  }

  static WindowsEvent event(String channel, int id, Map<String, String> data) {
    return event(channel, id, 0, data);
  }

  static WindowsEvent event(String channel, int id, long millis, Map<String, String> data) {
    return new WindowsEvent(0, millis, 1, 1, 1, millis, "", channel, "HOST", id, 4, data, null);
  }
}
