package org.bellbuoy.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.run.Run;

/**
 * All that a report shows.
 *
 * @param run the ledger of the run; its count {@code records} says how much was read, and a run
 *     without that count is shown as one that read nothing
 * @param findings in any order
 * @param exhibits what findings show, by finding; a finding may be without
 * @param title heading of the page
 * @param backdrop land for the maps
 * @param maxDetailed how many findings get a section of their own; the gravest come first
 */
public record ReportInput(
    Run run,
    List<Finding> findings,
    Map<UUID, Exhibit> exhibits,
    String title,
    Backdrop backdrop,
    int maxDetailed) {
  /** How many findings get a section of their own unless told otherwise. */
  public static final int DEFAULT_MAX_DETAILED = 200;

  public ReportInput {
    if (maxDetailed < 0) {
      throw new IllegalArgumentException(
          "maxDetailed is " + maxDetailed + ", must not be negative");
    }
    findings = List.copyOf(findings);
    exhibits = Map.copyOf(exhibits);
  }

  /** A report with the usual number of detailed findings. */
  public static ReportInput of(
      Run run,
      List<Finding> findings,
      Map<UUID, Exhibit> exhibits,
      String title,
      Backdrop backdrop) {
    return new ReportInput(run, findings, exhibits, title, backdrop, DEFAULT_MAX_DETAILED);
  }
}
