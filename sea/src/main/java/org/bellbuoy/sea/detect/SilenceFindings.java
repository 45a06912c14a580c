package org.bellbuoy.sea.detect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
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
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.ReceptionMap;
import org.jspecify.annotations.Nullable;

/** Puts what was weighed of a silence into the words of a finding. */
public final class SilenceFindings {
  /** Cables listed in a finding; the rest are counted. */
  static final int MOST_CABLES = 25;

  private SilenceFindings() {}

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
  static Subject idSubject(int mmsi, int hull) {
    return new Subject(
        "vessel",
        Map.of(
            "mmsi",
            String.format(java.util.Locale.ROOT, "%09d", mmsi),
            "hull",
            Integer.toString(hull)),
        null);
  }

  /** The finding of a silence. */
  public static Finding of(
      SeaEvent.Silence silence,
      SeaEvent.@Nullable Identity identity,
      SilenceWeighing.Result result,
      SpeedBound bound,
      List<ReachedCable> cables,
      boolean cablesGiven,
      List<Evidence> evidence,
      String run) {
    return new Finding(
        FindingIds.of(
            SeaRules.SILENCE.id(),
            idSubject(silence.mmsi(), silence.hull()),
            Instant.ofEpochMilli(silence.fromMillis())),
        SeaRules.SILENCE.id(),
        SeaRules.SILENCE.version(),
        silence.open() ? State.OPEN : State.FINAL,
        severity(result.level(), !cables.isEmpty()),
        subject(silence.mmsi(), identity),
        cables.stream().limit(MOST_CABLES).map(ReachedCable::asset).toList(),
        Instant.ofEpochMilli(silence.fromMillis()),
        silence.open() ? null : Instant.ofEpochMilli(silence.toMillis()),
        place(silence.before(), silence.after()),
        assessment(result),
        reasons(silence, identity, result, bound, cables, cablesGiven),
        coverage(result),
        evidence,
        List.of(),
        run);
  }

  /** How much a level matters with or without a cable within reach. */
  static Severity severity(Level level, boolean cable) {
    return switch (level) {
      case LIKELY -> cable ? Severity.HIGH : Severity.MEDIUM;
      case POSSIBLE -> cable ? Severity.MEDIUM : Severity.LOW;
      case CANNOT_TELL -> cable ? Severity.LOW : Severity.INFO;
      case UNLIKELY -> Severity.INFO;
    };
  }

  /** The last fix, or the line from it to the first fix after: not the ship's way. */
  static Geometry place(SeaEvent.End before, SeaEvent.@Nullable End after) {
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

  private static Assessment assessment(SilenceWeighing.Result result) {
    double off = result.probabilityOff();
    double down = result.probabilityDown();
    List<Hypothesis> hypotheses =
        new ArrayList<>(
            List.of(
                new Hypothesis("switched-off", off),
                new Hypothesis("receiver-down", down),
                new Hypothesis("not-received", 1 - off - down)));
    hypotheses.sort(
        java.util.Comparator.comparingDouble(Hypothesis::probability)
            .reversed()
            .thenComparing(Hypothesis::name));
    return result.level() == Level.CANNOT_TELL
        ? new Assessment(Level.CANNOT_TELL, null, down > 0 ? hypotheses : List.of())
        : new Assessment(result.level(), off, hypotheses);
  }

  private static List<Reason> reasons(
      SeaEvent.Silence silence,
      SeaEvent.@Nullable Identity identity,
      SilenceWeighing.Result result,
      SpeedBound bound,
      List<ReachedCable> cables,
      boolean cablesGiven) {
    List<Reason> reasons = new ArrayList<>();
    String silent =
        (silence.open()
                ? "Not heard since, for " + Words.span(silence.millis()) + " until the data ends"
                : "Not heard for " + Words.span(silence.millis()))
            + "; by its class, status and speed "
            + Words.number(result.expected(), 0)
            + " position reports were due.";
    reasons.add(Reason.of("silent", silent, result.expected(), "reports"));
    long followedSlots = Math.min(10, silence.followedMillis() / 360_000);
    reasons.add(
        Reason.of(
            "heard-before",
            followedSlots < 10
                ? "It had been followed for only "
                    + Words.span(silence.followedMillis())
                    + " before, and was heard in "
                    + silence.heardSlotsOfLastTen()
                    + " of the ten six-minute slots before."
                : "In the hour before it was heard in "
                    + silence.heardSlotsOfLastTen()
                    + " of 10 six-minute slots.",
            silence.heardSlotsOfLastTen(),
            "slots of 10"));
    reasons.add(
        Reason.of(
            "signal",
            "Of late about "
                + Words.percent(silence.signal())
                + " of its position reports due were heard"
                + (silence.signal() < SilenceWeighing.FULL_SIGNAL
                    ? ": a weak signal, which may fade out by itself."
                    : "."),
            silence.signal(),
            "share"));
    if (Double.isNaN(result.meanShareHeard())) {
      reasons.add(
          Reason.of(
              "others-unknown",
              "Too few other ships of its class were near to know how well it could be heard."));
    } else {
      reasons.add(
          Reason.of(
              "others-heard",
              "Other ships of its class near its way (up to "
                  + result.others()
                  + " at a time) were heard in "
                  + Words.percent(result.meanShareHeard())
                  + " of their ten-minute slots meanwhile.",
              result.meanShareHeard(),
              "share"));
    }
    if (result.downMillis() > 0) {
      reasons.add(
          Reason.of(
              "receiver-down",
              "Every receiver that had heard it was silent for "
                  + Words.span(result.downMillis())
                  + " of it.",
              result.downMillis() / 1000.0,
              "s"));
    }
    if (SilenceWeighing.isLyingStill(silence)) {
      reasons.add(
          Reason.of(
              "lying-still",
              "It lay still when it was last heard; sets are often switched off in port or at"
                  + " anchor."));
    }
    if (identity != null && identity.hulls() > 1) {
      reasons.add(
          Reason.of(
              "shared-identity",
              "This MMSI was used from "
                  + identity.hulls()
                  + " places that no one ship can have been at; this is hull "
                  + silence.hull()
                  + " of them.",
              identity.hulls(),
              "hulls"));
    }
    reachReasons(bound, cables, cablesGiven, reasons);
    return reasons;
  }

  private static void reachReasons(
      SpeedBound bound, List<ReachedCable> cables, boolean cablesGiven, List<Reason> reasons) {
    reasons.add(
        Reason.of(
            "speed-bound",
            "It is taken to have made at most "
                + Words.number(bound.knots(), 1)
                + " kn: "
                + bound.basis()
                + ".",
            bound.knots(),
            "kn"));
    if (!cablesGiven) {
      return;
    }
    if (cables.isEmpty()) {
      reasons.add(
          Reason.of("no-cable", "At that speed it could have come to none of the cables given."));
      return;
    }
    ReachedCable longest = cables.getFirst();
    String name = longest.asset().name() == null ? longest.asset().id() : longest.asset().name();
    reasons.add(
        Reason.of(
            "reach",
            "It could have come to "
                + Words.count(cables.size(), "cable", "cables")
                + (cables.size() > MOST_CABLES
                    ? " (the " + MOST_CABLES + " with the longest possible stay are listed)"
                    : "")
                + "; longest at "
                + name
                + ", for up to "
                + Words.span(Math.round(longest.longestStaySeconds() * 1000))
                + ", at no less than "
                + Words.number(longest.leastSpeedKnots(), 1)
                + " kn.",
            longest.longestStaySeconds(),
            "s"));
    long crossed = cables.stream().filter(ReachedCable::onStraightWay).count();
    if (crossed > 0) {
      reasons.add(
          Reason.of(
              "straight-way",
              "The straight way between its last and next position crosses the band of "
                  + Words.count(crossed, "cable", "cables")
                  + "."));
    }
  }

  private static Coverage coverage(SilenceWeighing.Result result) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    long known = result.slots().stream().filter(s -> !Double.isNaN(s.shareHeard())).count();
    detail.put("slots", result.slots().size());
    detail.put("slotsKnown", known);
    detail.put("receiversDownSeconds", result.downMillis() / 1000);
    detail.put("otherVessels", result.others());
    if (known > 0) {
      ArrayNode shares = detail.putArray("shareHeardBySlot");
      for (SilenceWeighing.Slot slot : result.slots()) {
        if (Double.isNaN(slot.shareHeard())) {
          shares.addNull();
        } else {
          shares.add(Math.round(slot.shareHeard() * 1000) / 1000.0);
        }
      }
      detail.put(
          "firstSlot",
          Instant.ofEpochMilli(result.slots().getFirst().slot() * ReceptionMap.SLOT_MILLIS)
              .toString());
      detail.put("slotSeconds", ReceptionMap.SLOT_MILLIS / 1000);
    }
    String summary;
    if (result.probabilityDown() > 0) {
      summary =
          "Every receiver that had heard it was silent for "
              + Words.span(result.downMillis())
              + ": hardly anything could be heard.";
    } else if (known == 0) {
      summary = "How well it could have been heard there is not known.";
    } else if (result.observable() < 0.5) {
      summary =
          "Reception where it would have been was known and fair for only "
              + Words.percent(result.observable())
              + " of the time looked at.";
    } else {
      summary =
          "Reception where it would have been was known and fair for "
              + Words.percent(result.observable())
              + " of the time looked at.";
    }
    return new Coverage(summary, result.observable(), detail);
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
