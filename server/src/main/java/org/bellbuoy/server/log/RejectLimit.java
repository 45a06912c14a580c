package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.reject.Reject;

/** Which rejects of a source are still handed on one by one, after those counted before. */
final class RejectLimit {
  private final LogTally before;
  private final Map<RejectReason, Long> since = new EnumMap<>(RejectReason.class);

  RejectLimit(LogTally before) {
    this.before = before;
  }

  boolean admits(Reject reject) {
    RejectReason reason = RejectReason.of(reject.reason());
    return before.rejects(reason) + since.merge(reason, 1L, Long::sum) <= LogScan.REJECTS_KEPT;
  }

  /** One reject for each reason of which some were left out. */
  static List<Reject> leftOut(LogTally all, int source) {
    List<Reject> told = new ArrayList<>();
    for (RejectReason reason : RejectReason.values()) {
      long more = all.rejects(reason) - LogScan.REJECTS_KEPT;
      if (more > 0) {
        told.add(
            new Reject(
                reason.word(),
                source,
                0,
                0,
                0,
                "%d more lines were refused for the same reason; only the first %d are listed"
                    .formatted(more, LogScan.REJECTS_KEPT)));
      }
    }
    return told;
  }
}
