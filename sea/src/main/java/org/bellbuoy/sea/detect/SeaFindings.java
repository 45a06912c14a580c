package org.bellbuoy.sea.detect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/** What findings of the sea watch share, and those of lost positions and silent receivers. */
public final class SeaFindings {
  private SeaFindings() {}

  /** The vessel as subject of findings. */
  public static Subject subject(int mmsi, SeaEvent.@Nullable Identity identity) {
    Map<String, String> ids = new TreeMap<>();
    ids.put("mmsi", String.format(java.util.Locale.ROOT, "%09d", mmsi));
    if (identity != null && identity.imo() > 0) {
      ids.put("imo", Integer.toString(identity.imo()));
    }
    return new Subject("vessel", ids, identity == null ? null : identity.name());
  }

  /**
   * The subject by which a finding's id is made: the MMSI and hull alone, so that the id does not
   * change when a name or IMO number becomes known.
   */
  public static Subject idSubject(int mmsi, int hull) {
    return new Subject(
        "vessel",
        Map.of(
            "mmsi",
            String.format(java.util.Locale.ROOT, "%09d", mmsi),
            "hull",
            Integer.toString(hull)),
        null);
  }

  /** How much a level matters with or without a cable within reach. */
  public static Severity severity(Level level, boolean cable) {
    return switch (level) {
      case LIKELY -> cable ? Severity.HIGH : Severity.MEDIUM;
      case POSSIBLE -> cable ? Severity.MEDIUM : Severity.LOW;
      case CANNOT_TELL -> cable ? Severity.LOW : Severity.INFO;
      case UNLIKELY -> Severity.INFO;
    };
  }

  /** The last fix, or the line from it to the first fix after: not the ship's way. */
  public static Geometry place(SeaEvent.End before, SeaEvent.@Nullable End after) {
    if (after == null
        || (after.latitudeE7() == before.latitudeE7()
            && after.longitudeE7() == before.longitudeE7())) {
      return Geometry.point(before.latitude(), before.longitude());
    }
    double turn = Sphere.wrapLongitude(after.longitude() - before.longitude());
    return new Geometry.Line(
        List.of(
            new Geometry.Position(before.longitude(), before.latitude()),
            new Geometry.Position(before.longitude() + turn, after.latitude())));
  }

  /** The finding of a loss of position. */
  public static Finding of(
      SeaEvent.PositionLoss loss,
      SeaEvent.@Nullable Identity identity,
      List<AssetRef> assets,
      List<Evidence> evidence,
      String run) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("reportsWithoutPosition", loss.reports());
    return new Finding(
        FindingIds.of(
            SeaRules.POSITION_LOST.id(),
            idSubject(loss.mmsi(), loss.hull()),
            Instant.ofEpochMilli(loss.fromMillis())),
        SeaRules.POSITION_LOST.id(),
        SeaRules.POSITION_LOST.version(),
        loss.open() ? State.OPEN : State.FINAL,
        assets.isEmpty() ? Severity.LOW : Severity.MEDIUM,
        subject(loss.mmsi(), identity),
        assets,
        Instant.ofEpochMilli(loss.fromMillis()),
        loss.open() ? null : Instant.ofEpochMilli(loss.toMillis()),
        place(loss.before(), loss.after()),
        new Assessment(Level.LIKELY, null, List.of()),
        List.of(
            Reason.of(
                "position-lost",
                "It went on transmitting for "
                    + Words.span(loss.toMillis() - loss.fromMillis())
                    + " without a valid position: "
                    + Words.count(loss.reports(), "such report", "such reports")
                    + " were heard. It was not dark.",
                loss.reports(),
                "reports")),
        new Coverage(
            "The vessel itself was heard meanwhile; only its position is missing.", 1.0, detail),
        evidence,
        List.of(),
        run);
  }

  /** The finding of a receiver's silence. */
  public static Finding of(
      Outages.Outage outage, String stationName, List<Evidence> evidence, String run) {
    Subject receiver = new Subject("receiver", Map.of("station", stationName), stationName);
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("receptionsDue", Math.round(outage.expected()));
    return new Finding(
        FindingIds.of(
            SeaRules.RECEIVER_SILENT.id(), receiver, Instant.ofEpochMilli(outage.fromMillis())),
        SeaRules.RECEIVER_SILENT.id(),
        SeaRules.RECEIVER_SILENT.version(),
        outage.open() ? State.OPEN : State.FINAL,
        Severity.LOW,
        receiver,
        List.of(),
        Instant.ofEpochMilli(outage.fromMillis()),
        outage.open() ? null : Instant.ofEpochMilli(outage.toMillis()),
        null,
        new Assessment(Level.LIKELY, null, List.of()),
        List.of(
            Reason.of(
                "receiver-silent",
                "It gave nothing for "
                    + Words.span(outage.toMillis() - outage.fromMillis())
                    + ", though at its rate of the ten minutes before "
                    + Words.number(outage.expected(), 0)
                    + " receptions were due.",
                outage.expected(),
                "receptions")),
        new Coverage("Nothing could be heard by this receiver meanwhile.", 0.0, detail),
        evidence,
        List.of(),
        run);
  }
}
