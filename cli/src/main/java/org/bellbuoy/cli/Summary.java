package org.bellbuoy.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.watch.SeaWatch;

/** The short table that a run ends with. */
final class Summary {
  private static final int ROWS = 12;

  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(SeaWatch.Result result, Path folder) {
    Run run = result.run();
    Map<String, Long> counts = run.counts();
    if (run.simulated()) {
      out.println("SIMULATED data: no vessel, cable or receiver here is real.");
    }
    out.printf(
        Locale.ROOT,
        "%s of %s from %s, %s, in %.1f s%n",
        Words.count(counts.getOrDefault("records", 0L), "record", "records"),
        Words.count(counts.getOrDefault("vessels", 0L), "vessel", "vessels"),
        Words.count(
            run.inputs().stream().filter(i -> !i.format().equals("cables")).count(),
            "source",
            "sources"),
        Words.count(counts.getOrDefault("rejects", 0L), "reject", "rejects"),
        run.seconds());
    if (counts.getOrDefault("records", 0L) == 0) {
      out.println("Nothing could be judged: no usable record. This is no all-clear.");
      return;
    }
    out.printf(
        Locale.ROOT,
        "Silences: %,d likely, %,d possible, %,d unlikely, %,d cannot tell%n",
        counts.getOrDefault("likely", 0L),
        counts.getOrDefault("possible", 0L),
        counts.getOrDefault("unlikely", 0L),
        counts.getOrDefault("cannot-tell", 0L));
    out.printf(
        Locale.ROOT,
        "Besides: %s, %s%n",
        Words.count(
            count(result.findings(), "sea.position-lost"), "lost position", "lost positions"),
        Words.count(
            count(result.findings(), "sea.receiver-silent"),
            "silent receiver",
            "silent receivers"));
    for (String note : run.notes()) {
      out.println("Note: " + note);
    }
    List<Finding> telling =
        result.findings().stream()
            .filter(f -> !f.rule().equals("sea.receiver-silent"))
            .filter(
                f ->
                    f.rule().equals("sea.position-lost")
                        || f.assessment().level() == Level.LIKELY
                        || f.assessment().level() == Level.POSSIBLE)
            .sorted(
                Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                    .thenComparing(f -> f.assessment().level())
                    .thenComparing(Finding::from))
            .toList();
    if (!telling.isEmpty()) {
      out.println();
      out.printf(
          Locale.ROOT,
          "%-13s %-11s %-9s  %-24s %-20s %-9s %s%n",
          "rule",
          "level",
          "MMSI",
          "name",
          "from",
          "for",
          "cables within reach");
      telling.stream().limit(ROWS).forEach(this::row);
      if (telling.size() > ROWS) {
        out.printf(Locale.ROOT, "... and %,d more%n", telling.size() - ROWS);
      }
    }
    out.println();
    out.println("Report:   " + folder.resolve(Outputs.REPORT).toAbsolutePath().normalize());
    out.println("Findings: " + folder.resolve(Outputs.FINDINGS).toAbsolutePath().normalize());
  }

  private void row(Finding finding) {
    String name = finding.subject().name();
    java.time.Instant to = finding.to();
    out.printf(
        Locale.ROOT,
        "%-13s %-11s %-9s  %-24s %-20s %-9s %s%n",
        finding.rule().substring(finding.rule().indexOf('.') + 1),
        finding.assessment().level().word(),
        finding.subject().ids().getOrDefault("mmsi", "-"),
        cut(SafeText.visible(name == null ? "-" : name), 24),
        finding.from().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
        to == null ? "open" : Words.span(to.toEpochMilli() - finding.from().toEpochMilli()),
        cut(cables(finding.assets()), 48));
  }

  private static String cables(List<AssetRef> assets) {
    return assets.isEmpty()
        ? "none"
        : SafeText.visible(
            String.join(
                ", ",
                assets.stream()
                    .map(
                        a -> {
                          String name = a.name();
                          return name == null ? a.id() : name;
                        })
                    .toList()));
  }

  private static long count(List<Finding> findings, String rule) {
    return findings.stream().filter(f -> f.rule().equals(rule)).count();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
