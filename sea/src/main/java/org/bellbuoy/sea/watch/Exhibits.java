package org.bellbuoy.sea.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.LiveCourse;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.MapLayer.Feature;
import org.bellbuoy.core.exhibit.MapLayer.Role;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.identity.Flags;
import org.bellbuoy.sea.cable.Cable;
import org.bellbuoy.sea.cable.CableIndex;
import org.bellbuoy.sea.cable.Reach;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.detect.SpeedBound;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.reception.Cells;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.ReceptionCounter;
import org.bellbuoy.sea.reception.ReceptionMap;
import org.bellbuoy.sea.track.Trail;
import org.jspecify.annotations.Nullable;

/** Map and timeline of findings. Nothing here takes part in a judgement. */
final class Exhibits {
  private static final long MARGIN_MILLIS = 2L * 3_600_000;
  private static final long LONGEST_SHOWN_MILLIS = 36L * 3_600_000;
  private static final int MOST_CELLS = 900;

  /** Ships and ten-minute slots of them from which on a cell's share is well known. */
  private static final double ENOUGH_SHIPS = 2;

  private static final double ENOUGH_SLOTS = 6;

  /** Cables drawn on one map; the rest are in the list of assets. */
  private static final int MOST_CABLES = 25;

  private static final double REACHED_STEP_KILOMETRES = 2;

  private final Followed followed;
  private final Witnesses witnesses;
  private final SilenceOptions options;
  private final @Nullable CableIndex cables;
  private final Reaches reaches;
  private final Map<String, Cable> cableById = new HashMap<>();
  private final Set<Integer> prepared = new HashSet<>();
  private Map<Integer, Map<Long, double[]>> histories = Map.of();

  Exhibits(
      Followed followed,
      Hearings hearings,
      SilenceOptions options,
      @Nullable CableIndex cables,
      Reaches reaches) {
    this.followed = followed;
    this.witnesses = new Witnesses(hearings);
    this.options = options;
    this.reaches = reaches;
    this.cables = cables;
    if (cables != null) {
      for (Cable cable : cables.cables()) {
        cableById.put(cable.id(), cable);
      }
    }
  }

  /** Gathers the histories of those vessels in one pass. */
  void prepare(Collection<SeaEvent.Silence> silences) {
    silences.forEach(s -> prepared.add(s.mmsi()));
    histories = followed.reception().histories(prepared::contains);
  }

  /** The exhibit of a silence. */
  Exhibit of(
      Finding finding,
      SeaEvent.Silence silence,
      SilenceJudging.Both weighing,
      SpeedBound bound,
      List<ReachedCable> reached) {
    Reach reach =
        reaches.reach(silence.before(), silence.after(), silence.toMillis(), bound.knots());
    List<MapLayer> layers = new ArrayList<>();
    Geometry outline = reaches.outline(reach);
    Box box = Box.around(silence, outline);
    MapLayer reception = reception(silence, box);
    if (!reception.features().isEmpty()) {
      layers.add(reception);
    }
    layers.add(
        new MapLayer(
            Role.REACH,
            "where it could have been at up to " + Words.number(bound.knots(), 1) + " kn",
            List.of(new Feature(outline, null, null))));
    cableLayers(reached, box, layers);
    addTrail(layers, Role.TRACK_BEFORE, "its way before", silence.trailBefore());
    Trail after = silence.trailAfter();
    if (after != null) {
      addTrail(layers, Role.TRACK_AFTER, "its way after", after);
    }
    MapLayer others = witnesses.layer(silence, box);
    if (!others.features().isEmpty()) {
      layers.add(others);
    }
    layers.add(ends(silence.before(), silence.after()));
    return new Exhibit(
        finding.id(),
        layers,
        List.of(timeline(silence, weighing)),
        facts(silence, weighing, bound),
        null,
        course(silence, weighing));
  }

  /** How it was judged while it lasted; nothing where it was not. */
  private List<Chart> course(SeaEvent.Silence silence, SilenceJudging.Both judged) {
    if (judged.live().isEmpty()) {
      return List.of();
    }
    List<LiveCourse.Moment> moments = new ArrayList<>();
    for (Judgement one : judged.live()) {
      moments.add(
          new LiveCourse.Moment(
              Duration.ofMillis(one.facts().momentMillis() - silence.fromMillis()),
              one.level(),
              one.level() == Level.CANNOT_TELL ? null : one.probabilityOff()));
    }
    return List.of(
        new LiveCourse(
                moments,
                List.of(
                    new LiveCourse.Threshold(Level.LIKELY, options.likely()),
                    new LiveCourse.Threshold(Level.POSSIBLE, options.possible())),
                Duration.ofMillis(silence.millis()))
            .chart());
  }

  /** The exhibit of a loss of position. */
  Exhibit of(Finding finding, SeaEvent.PositionLoss loss) {
    List<MapLayer> layers = new ArrayList<>();
    addTrail(layers, Role.TRACK_BEFORE, "its way before", loss.trailBefore());
    layers.add(ends(loss.before(), loss.after()));
    return new Exhibit(
        finding.id(),
        layers,
        List.of(),
        List.of(
            new Exhibit.Fact("Reports without a position", Integer.toString(loss.reports())),
            new Exhibit.Fact("Speed at the last position", speed(loss.before()))),
        null);
  }

  private static MapLayer ends(SeaEvent.End before, SeaEvent.@Nullable End after) {
    List<Feature> ends = new ArrayList<>();
    ends.add(end("last, ", before));
    if (after != null) {
      ends.add(end("next, ", after));
    }
    return new MapLayer(Role.ENDPOINT, "last and next position", ends);
  }

  private static Feature end(String label, SeaEvent.End end) {
    return new Feature(
        Geometry.point(end.latitude(), end.longitude()), label + clock(end.epochMillis()), null);
  }

  private MapLayer reception(SeaEvent.Silence silence, Box box) {
    boolean classB = ReceptionCounter.isClassB(silence.equipmentClass());
    // The hour around the first half hour of the silence: what the air was like when it began.
    long slot = ReceptionMap.slot(silence.fromMillis());
    List<Feature> features = new ArrayList<>();
    for (int cell : box.cells(MOST_CELLS)) {
      ReceptionMap.Sum sum =
          followed.reception().in(cell, slot - 1, slot + 4, classB, silence.mmsi());
      if (sum.vesselSlots == 0) {
        continue;
      }
      double share = sum.heardVesselSlots / (double) sum.vesselSlots;
      features.add(
          new Feature(
              Cells.box(cell),
              Words.count(sum.vesselCount(), "other ship", "other ships")
                  + ", heard in "
                  + Words.percent(share)
                  + " of their ten-minute slots",
              share,
              Math.min(
                  1,
                  sum.vesselCount() / ENOUGH_SHIPS * Math.min(1, sum.vesselSlots / ENOUGH_SLOTS))));
    }
    return new MapLayer(
        Role.RECEPTION, "share of other ships' slots heard in the hour it went silent", features);
  }

  private void cableLayers(List<ReachedCable> reached, Box box, List<MapLayer> layers) {
    CableIndex index = cables;
    if (index == null) {
      return;
    }
    List<Feature> whole = new ArrayList<>();
    List<Feature> within = new ArrayList<>();
    for (ReachedCable one : reached.stream().limit(MOST_CABLES).toList()) {
      Cable cable = cableById.get(one.asset().id());
      if (cable == null) {
        continue;
      }
      for (Geometry.Line line : box.clip(cable.geometry())) {
        whole.add(new Feature(line, cable.name(), null));
      }
      for (AssetRef.Span span : one.asset().alongKilometres()) {
        within.add(new Feature(stretch(cable, span), cable.name(), null));
      }
    }
    if (!whole.isEmpty()) {
      layers.add(new MapLayer(Role.ASSET, "cables", whole));
    }
    if (!within.isEmpty()) {
      layers.add(new MapLayer(Role.ASSET_REACHED, "the stretches it could have come to", within));
    }
  }

  private static Geometry.Line stretch(Cable cable, AssetRef.Span span) {
    int steps =
        (int)
            Math.clamp(
                Math.ceil((span.toKilometres() - span.fromKilometres()) / REACHED_STEP_KILOMETRES),
                1,
                400);
    List<Geometry.Position> positions = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      Geometry.Position at =
          cable.at(
              span.fromKilometres() + (span.toKilometres() - span.fromKilometres()) * i / steps);
      positions.add(continued(positions, at));
    }
    return new Geometry.Line(positions);
  }

  private static Geometry.Position continued(
      List<Geometry.Position> before, Geometry.Position next) {
    if (before.isEmpty()) {
      return next;
    }
    double last = before.getLast().longitudeDegrees();
    return new Geometry.Position(
        last + Sphere.wrapLongitude(next.longitudeDegrees() - last), next.latitudeDegrees());
  }

  private static void addTrail(List<MapLayer> layers, Role role, String label, Trail trail) {
    if (trail.size() < 2) {
      return;
    }
    List<Geometry.Position> positions = new ArrayList<>();
    for (int i = 0; i < trail.size(); i++) {
      positions.add(
          continued(
              positions,
              new Geometry.Position(trail.longitudeE7(i) * 1e-7, trail.latitudeE7(i) * 1e-7)));
    }
    layers.add(
        new MapLayer(
            role,
            label,
            List.of(
                new Feature(
                    new Geometry.Line(positions),
                    time(trail.epochMillis(0)) + " to " + time(trail.epochMillis(trail.size() - 1)),
                    null))));
  }

  private Timeline timeline(SeaEvent.Silence silence, SilenceJudging.Both weighing) {
    long from = Math.max(followed.startMillis(), silence.fromMillis() - MARGIN_MILLIS);
    long to =
        Math.min(
            Math.min(followed.endMillis(), silence.toMillis() + MARGIN_MILLIS),
            from + LONGEST_SHOWN_MILLIS);
    Map<Long, double[]> history = histories.getOrDefault(silence.mmsi(), Map.of());
    List<Timeline.Bar> heard = new ArrayList<>();
    List<Timeline.Bar> due = new ArrayList<>();
    List<Timeline.Bar> others = new ArrayList<>();
    for (long slot = ReceptionMap.slot(from); slot <= ReceptionMap.slot(to); slot++) {
      Instant begin = Instant.ofEpochMilli(slot * ReceptionMap.SLOT_MILLIS);
      Instant end = begin.plusMillis(ReceptionMap.SLOT_MILLIS);
      double[] sums = history.get(slot);
      heard.add(new Timeline.Bar(begin, end, sums == null ? 0 : sums[1]));
      boolean inside =
          slot * ReceptionMap.SLOT_MILLIS >= silence.fromMillis()
              && (slot + 1) * ReceptionMap.SLOT_MILLIS <= silence.toMillis();
      if (inside) {
        due.add(
            new Timeline.Bar(
                begin,
                end,
                ReceptionMap.SLOT_MILLIS / (double) weighing.judgement().facts().intervalMillis()));
      } else if (sums != null) {
        due.add(new Timeline.Bar(begin, end, sums[0]));
      }
    }
    for (Witnesses.Share share : Witnesses.course(weighing.judgement())) {
      others.add(
          new Timeline.Bar(
              Instant.ofEpochMilli(share.fromMillis()),
              Instant.ofEpochMilli(share.toMillis()),
              share.share() * 100));
    }
    List<Timeline.Lane> lanes = new ArrayList<>();
    lanes.add(new Timeline.Lane("Position reports heard", Timeline.Kind.BARS, "in 10 min", heard));
    lanes.add(new Timeline.Lane("Position reports due", Timeline.Kind.BARS, "in 10 min", due));
    if (!others.isEmpty()) {
      lanes.add(
          new Timeline.Lane(
              "Other ships near its way, two-minute slots heard", Timeline.Kind.LINE, "%", others));
    }
    List<Timeline.Bar> down = new ArrayList<>();
    for (Outages.Outage outage : followed.outages()) {
      boolean asked = silence.stations().isEmpty() || silence.stations().contains(outage.station());
      if (asked && outage.toMillis() > from && outage.fromMillis() < to) {
        down.add(
            new Timeline.Bar(
                Instant.ofEpochMilli(Math.max(from, outage.fromMillis())),
                Instant.ofEpochMilli(Math.min(to, outage.toMillis())),
                1));
      }
    }
    if (!down.isEmpty()) {
      lanes.add(
          new Timeline.Lane("Receivers that had heard it, down", Timeline.Kind.SPANS, "", down));
    }
    return new Timeline(
        "Heard against due",
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(Math.max(to, from + 1)),
        List.of(
            new Timeline.Mark(
                silence.open() ? "silent until the data ends" : "silent",
                Instant.ofEpochMilli(silence.fromMillis()),
                Instant.ofEpochMilli(Math.min(to, silence.toMillis())))),
        lanes);
  }

  private List<Exhibit.Fact> facts(
      SeaEvent.Silence silence, SilenceJudging.Both weighing, SpeedBound bound) {
    List<Exhibit.Fact> facts = new ArrayList<>();
    Flags.ofMmsi(silence.mmsi())
        .ifPresent(flag -> facts.add(new Exhibit.Fact("Flag by its MMSI", flag.name())));
    facts.add(new Exhibit.Fact("Equipment", equipment(silence)));
    facts.add(new Exhibit.Fact("Last position", place(silence.before())));
    SeaEvent.End after = silence.after();
    if (after != null) {
      facts.add(new Exhibit.Fact("Next position", place(after)));
      facts.add(
          new Exhibit.Fact(
              "Between them",
              Words.number(
                      Sphere.distanceMetresE7(
                              silence.before().latitudeE7(),
                              silence.before().longitudeE7(),
                              after.latitudeE7(),
                              after.longitudeE7())
                          / Sphere.METRES_PER_NAUTICAL_MILE,
                      1)
                  + " nm"));
    }
    facts.add(new Exhibit.Fact("Speed when last heard", speed(silence.before())));
    facts.add(
        new Exhibit.Fact("Speed bound", Words.number(bound.knots(), 1) + " kn: " + bound.basis()));
    if (!Double.isNaN(silence.rangeMetres())) {
      facts.add(
          new Exhibit.Fact(
              "Range from the receiver",
              Words.number(silence.rangeMetres() / Sphere.METRES_PER_NAUTICAL_MILE, 0) + " nm"));
    }
    if (!silence.stations().isEmpty()) {
      facts.add(
          new Exhibit.Fact(
              "Heard before by",
              String.join(
                  ", ",
                  silence.stations().stream().map(s -> followed.stationNames().get(s)).toList())));
    }
    facts.add(
        new Exhibit.Fact(
            "Reports due while silent",
            Words.number(
                silence.millis() / (double) weighing.judgement().facts().intervalMillis(), 0)));
    return facts;
  }

  private static String equipment(SeaEvent.Silence silence) {
    return switch (silence.equipmentClass()) {
      case A -> "class A";
      case B_SO -> "class B \"SO\"";
      case B_CS -> "class B \"CS\"";
      case OTHER -> "not told";
    };
  }

  private static String place(SeaEvent.End end) {
    return String.format(
        java.util.Locale.ROOT,
        "%.5f, %.5f at %s",
        end.latitude(),
        end.longitude(),
        time(end.epochMillis()));
  }

  private static String speed(SeaEvent.End end) {
    return end.speedDeciknots() < 0 ? "not told" : Words.number(end.knots(), 1) + " kn";
  }

  /** Hours and minutes: the day stands in the timeline and the table. */
  private static String clock(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString().substring(11, 16) + " UTC";
  }

  private static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis)
        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
        .toString();
  }
}
