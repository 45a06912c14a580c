package org.bellbuoy.server.sweep;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.server.detect.LogCoverage;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.LogReport;
import org.bellbuoy.server.log.LogTally;
import org.bellbuoy.server.log.WebRow;

/**
 * Days on which a busy site has no row while others go on: its folder's logs may have been taken
 * away, and what came that way on these days is not known. Goes by the first and last row of each
 * file, so days of a file that spans several count as there. Pure but for what it tells.
 */
final class SiteGaps {
  private static final long DAY_MILLIS = 86_400_000L;
  private static final int LEAST_DAYS = 4;

  /** Sites with fewer may well rest a day. */
  private static final int LEAST_ROWS_A_DAY = 20;

  /** Beyond that the times are not those of one collection. */
  private static final long MOST_DAYS = 36_500;

  private static final class Site {
    final BitSet days = new BitSet();
    long rows;
  }

  private SiteGaps() {}

  static void tell(List<LogReport> reports, Sources sources, LogCoverage coverage) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (LogReport report : reports) {
      if (isSite(report)) {
        first = Math.min(first, day(report.tally().earliestEpochMillis()));
        last = Math.max(last, day(report.tally().latestEpochMillis()));
      }
    }
    if (first > last || last - first > MOST_DAYS) {
      return;
    }
    Map<String, Site> sites = new TreeMap<>();
    for (LogReport report : reports) {
      if (isSite(report)) {
        LogTally tally = report.tally();
        Site site =
            sites.computeIfAbsent(folder(sources.get(report.index()).path()), folder -> new Site());
        site.rows += tally.rows();
        site.days.set(
            (int) (day(tally.earliestEpochMillis()) - first),
            (int) (day(tally.latestEpochMillis()) - first) + 1);
      }
    }
    if (sites.size() < 2) {
      return;
    }
    int end = (int) (last - first) + 1;
    for (Map.Entry<String, Site> one : sites.entrySet()) {
      Site site = one.getValue();
      int days = site.days.cardinality();
      if (days < LEAST_DAYS || site.rows < (long) LEAST_ROWS_A_DAY * days) {
        continue;
      }
      int from = site.days.nextClearBit(site.days.nextSetBit(0));
      while (from < end) {
        int to = site.days.nextSetBit(from);
        int after = to < 0 ? end : to;
        coverage.siteSilent(
            one.getKey(),
            LocalDate.ofEpochDay(first + from),
            LocalDate.ofEpochDay(first + after - 1));
        from = site.days.nextClearBit(after);
      }
    }
  }

  private static boolean isSite(LogReport report) {
    return report.kind().filter(LogKind.W3C::equals).isPresent()
        && report.tally().rows() > 0
        && report.tally().earliestEpochMillis() != WebRow.NO_TIME;
  }

  private static long day(long millis) {
    return Math.floorDiv(millis, DAY_MILLIS);
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    String parent = slash < 0 ? "" : path.substring(0, slash);
    return parent.substring(parent.lastIndexOf('/') + 1);
  }
}
