package org.bellbuoy.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.run.Run;

/** Small runs and findings whose content follows from their number. */
final class Samples {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Samples() {}

  static Run run(String id) {
    return run(id, "0.1.0", 1.5);
  }

  static Run run(String id, String version, double seconds) {
    return new Run(
        id,
        version,
        "sea watch",
        Map.of("gap", "30m"),
        Map.of("sea.silence", 1),
        List.of(),
        Map.of("records", 3L),
        Map.of(),
        seconds,
        false);
  }

  static Finding finding(String run, int number) {
    return finding(run, number, 0.5, "SHIP " + number);
  }

  static Finding finding(String run, int number, double probability, String name) {
    Subject subject = new Subject("vessel", Map.of("mmsi", Integer.toString(number)), name);
    Instant from = START.plusSeconds(60L * number);
    return new Finding(
        FindingIds.of("sea.silence", subject, from),
        "sea.silence",
        1,
        number % 2 == 0 ? State.FINAL : State.OPEN,
        Severity.LOW,
        subject,
        List.of(AssetRef.of("cable", "c" + number % 3, null, "near")),
        from,
        number % 2 == 0 ? from.plusSeconds(30) : null,
        Geometry.point(55, 10),
        new Assessment(number % 5 == 0 ? Level.LIKELY : Level.CANNOT_TELL, probability, List.of()),
        List.of(Reason.of("a", "Because.")),
        new Coverage("Good.", 0.9, JsonNodeFactory.instance.objectNode()),
        List.of(),
        List.of(),
        run);
  }

  static List<Finding> findings(String run, int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> finding(run, number)).toList();
  }
}
