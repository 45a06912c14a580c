package org.bellbuoy.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;

/** What the parts of one page have to agree on: order, headings and where links lead. */
final class Page {
  /** Levels as the page orders them: what cannot be told stands above what is unlikely. */
  static final List<Level> ORDER =
      List.of(Level.LIKELY, Level.POSSIBLE, Level.CANNOT_TELL, Level.UNLIKELY);

  /** More rows than this make a page that browsers struggle with. */
  static final int MAX_ROWS = 1_000;

  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing((Finding f) -> f.state() == State.WITHDRAWN)
          .thenComparingInt(f -> ORDER.indexOf(f.assessment().level()))
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::from)
          .thenComparing(f -> f.id().toString());

  private final List<Finding> listed;
  private final List<Finding> detailed;
  private final int notDetailed;
  private final int notListed;
  private final Set<UUID> withSection = new HashSet<>();

  Page(ReportInput input) {
    List<Finding> sorted = input.findings().stream().sorted(GRAVEST_FIRST).toList();
    listed = sorted.subList(0, Math.min(MAX_ROWS, sorted.size()));
    detailed = listed.subList(0, Math.min(input.maxDetailed(), listed.size()));
    notDetailed = sorted.size() - detailed.size();
    notListed = sorted.size() - listed.size();
    detailed.forEach(finding -> withSection.add(finding.id()));
  }

  List<Finding> listed() {
    return listed;
  }

  List<Finding> detailed() {
    return detailed;
  }

  int notDetailed() {
    return notDetailed;
  }

  int notListed() {
    return notListed;
  }

  boolean hasSection(Finding finding) {
    return withSection.contains(finding.id());
  }

  /** Where links to a finding lead: to its section, or to its row where it has none. */
  String target(Finding finding) {
    return (hasSection(finding) ? "f-" : "r-") + finding.id();
  }

  /** Who and what, in plain words. */
  String heading(Finding finding) {
    return SafeText.visible(Words.subjectName(finding), Html.MAX_NAME)
        + ": "
        + Words.plain(finding.rule())
        + ", "
        + Words.duration(finding.from(), finding.to());
  }
}
