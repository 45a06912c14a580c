package org.bellbuoy.sea.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.core.engine.Detector;
import org.bellbuoy.core.identity.Mmsi;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.ReportingInterval;
import org.bellbuoy.sea.reception.CountedReceiver;
import org.bellbuoy.sea.reception.HearingLog;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.ReceptionCounter;
import org.bellbuoy.sea.reception.ReceptionMap;
import org.bellbuoy.sea.track.Hull;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.TrackListener;
import org.bellbuoy.sea.track.Tracker;
import org.bellbuoy.sea.track.Vessel;
import org.jspecify.annotations.Nullable;

/**
 * Follows one MMSI and notes silences and losses of position. It also counts reception on the way,
 * which is population knowledge and not part of a vessel's state.
 */
public final class SilenceDetector implements Detector<AisRecord, WatchedVessel, SeaEvent> {
  /** How long a hull is followed after a silence before the silence is handed on. */
  static final long SETTLE_MILLIS = 3_600_000;

  /** Stations that heard it in this time before a silence are taken to cover it. */
  static final long STATION_MILLIS = 1_800_000;

  private final Tracker tracker = new Tracker();
  private final long minSilenceMillis;
  private final long minPositionLossMillis;
  private final ReceptionCounter counter;
  private final HearingLog hearing = new HearingLog();
  private final RejectList rejects = new RejectList();
  private final Listener listener = new Listener();
  private final @Nullable Telling telling;
  private long duplicates;
  private long hullsLetGo;
  private long late;

  /**
   * What is told of silences while they last.
   *
   * @param leastMillis silences from this length on
   * @param due asked whether one is to be judged
   */
  public record Telling(long leastMillis, Due due) {}

  /** When a silence that lasts is to be judged. */
  @FunctionalInterface
  public interface Due {
    /** Whether one that began at a time is to be judged within a span, its end left out. */
    boolean within(long onsetMillis, long sinceMillis, long untilMillis);
  }

  /** A detector of silences and losses of at least that length. */
  public SilenceDetector(long minSilenceMillis, long minPositionLossMillis) {
    this(minSilenceMillis, minPositionLossMillis, null, CountedReceiver.all());
  }

  /**
   * One that also notes {@link SeaEvent.Told}.
   *
   * @param receiver whose receptions count as heard in {@link #reception}
   */
  public SilenceDetector(
      long minSilenceMillis,
      long minPositionLossMillis,
      @Nullable Telling telling,
      CountedReceiver receiver) {
    counter = new ReceptionCounter(new ReceptionMap(), receiver);
    this.telling = telling;
    this.minSilenceMillis = minSilenceMillis;
    this.minPositionLossMillis = minPositionLossMillis;
  }

  /** What was expected and received, of all vessels this detector followed. */
  public ReceptionMap reception() {
    return counter.map();
  }

  /** When and where each hull was heard that this detector followed. */
  public HearingLog hearing() {
    return hearing;
  }

  /** Records that could not be movement. */
  public RejectList rejects() {
    return rejects;
  }

  /** Second receptions of a transmission. */
  public long duplicates() {
    return duplicates;
  }

  /** Hulls let go because they were another of their MMSI, or for want of room. */
  public long hullsLetGo() {
    return hullsLetGo;
  }

  /** Records that came too late to be followed. */
  public long late() {
    return late;
  }

  @Override
  public WatchedVessel begin(long subject) {
    return new WatchedVessel(new Vessel((int) subject));
  }

  @Override
  public void record(WatchedVessel state, AisRecord record, Consumer<? super SeaEvent> out) {
    if (record.ownVessel || record.kind == AisRecord.Kind.BASE_STATION || !isShip(record.mmsi)) {
      return;
    }
    listener.state = state;
    listener.out = out;
    listener.nowMillis = record.knownMillis();
    tracker.follow(state.vessel, record, listener);
    if (telling != null) {
      for (Hull hull : state.vessel.hulls) {
        if (isLossNow(hull, record.epochMillis)) {
          out.accept(
              new SeaEvent.LossKnown(
                  record.mmsi, hull.number, hull.lostSinceMillis, record.knownMillis(), end(hull)));
        }
      }
    }
  }

  /** Whether a report just now made a loss of position long enough. */
  private boolean isLossNow(Hull hull, long epochMillis) {
    return hull.lostSinceMillis != AisRecord.NO_TIME
        && hull.lostLastMillis == epochMillis
        && hull.isMature()
        && epochMillis - hull.lostSinceMillis >= minPositionLossMillis
        && hull.lostBeforeMillis - hull.lostSinceMillis < minPositionLossMillis;
  }

  @Override
  public void look(
      WatchedVessel state, long sinceMillis, long untilMillis, Consumer<? super SeaEvent> out) {
    Telling told = telling;
    if (told == null) {
      return;
    }
    for (Hull hull : state.vessel.hulls) {
      if (hull.isMature()
          && told.due().within(hull.lastHeardMillis, sinceMillis, untilMillis)
          && hull.lastHeardKnownMillis < untilMillis) {
        out.accept(lasting(state.vessel, hull, untilMillis, Long.MAX_VALUE, Long.MAX_VALUE));
      }
    }
  }

  private static SeaEvent.Lasting lasting(
      Vessel vessel, Hull hull, long untilMillis, long endKnownMillis, long heardMillis) {
    // As it looked then: nothing of what ended it.
    return new SeaEvent.Lasting(
        silence(vessel, hull, untilMillis, true, null, null),
        hull.lastHeardKnownMillis,
        endKnownMillis,
        heardMillis,
        hull.heardName,
        hull.heardImo);
  }

  @Override
  public void advance(WatchedVessel state, long eventMillis, Consumer<? super SeaEvent> out) {
    Iterator<WatchedVessel.Pending> all = state.pending.iterator();
    while (all.hasNext()) {
      WatchedVessel.Pending one = all.next();
      if (eventMillis - one.silence.toMillis() > SETTLE_MILLIS) {
        out.accept(one.complete());
        all.remove();
      }
    }
  }

  @Override
  public void finish(WatchedVessel state, long endMillis, Consumer<? super SeaEvent> out) {
    for (WatchedVessel.Pending one : state.pending) {
      out.accept(one.complete());
    }
    state.pending.clear();
    Vessel vessel = state.vessel;
    tracker.finish(vessel, listener);
    int ships = 0;
    for (Hull hull : vessel.hulls) {
      if (!hull.isMature()) {
        continue;
      }
      ships++;
      counter.vanished(vessel.mmsi, hull, endMillis);
      if (hull.lostSinceMillis != AisRecord.NO_TIME
          && hull.lostLastMillis - hull.lostSinceMillis >= minPositionLossMillis) {
        out.accept(loss(vessel, hull, hull.lostLastMillis, null, null));
      }
      if (endMillis - hull.lastHeardMillis >= minSilenceMillis) {
        out.accept(silence(vessel, hull, endMillis, true, null, null));
      }
      Telling told = telling;
      if (told != null && endMillis - hull.lastHeardMillis >= told.leastMillis()) {
        out.accept(lasting(vessel, hull, endMillis, Long.MAX_VALUE, Long.MAX_VALUE));
      }
    }
    out.accept(
        new SeaEvent.Identity(
            vessel.mmsi,
            vessel.name,
            vessel.callSign,
            vessel.imo,
            vessel.shipType,
            vessel.lengthMetres,
            ships));
  }

  @Override
  public void snapshot(WatchedVessel state, DataOutput out) throws IOException {
    state.write(out);
  }

  @Override
  public WatchedVessel restore(long subject, DataInput in) throws IOException {
    return WatchedVessel.read((int) subject, in);
  }

  private static boolean isShip(int mmsi) {
    Mmsi.Kind kind = Mmsi.kind(mmsi);
    return kind == Mmsi.Kind.SHIP || kind == Mmsi.Kind.AUXILIARY_CRAFT;
  }

  private static SeaEvent.Silence silence(
      Vessel vessel,
      Hull hull,
      long toMillis,
      boolean open,
      SeaEvent.@Nullable End after,
      @Nullable Place toPlace) {
    long reports = 0;
    for (int count : hull.knotCounts) {
      reports += count;
    }
    List<Integer> stations = Arrays.stream(hull.stationsWithin(STATION_MILLIS)).boxed().toList();
    return new SeaEvent.Silence(
        vessel.mmsi,
        hull.number,
        hull.lastHeardMillis,
        toMillis,
        open,
        end(hull),
        after,
        hull.lastHeardPlace,
        hull.lastFixPlace,
        toPlace,
        hull.equipmentClass,
        hull.usualTopKnots(),
        reports,
        hull.heardSlotsOfLastTen(),
        hull.signal,
        hull.lastHeardMillis - hull.firstFixMillis,
        hull.rangeMetres,
        hull.numberHeardMillis,
        stations,
        hull.trail.copy(),
        null,
        Arrays.stream(hull.recentFixTimes()).boxed().toList(),
        List.of());
  }

  private static SeaEvent.PositionLoss loss(
      Vessel vessel,
      Hull hull,
      long toMillis,
      SeaEvent.@Nullable End after,
      @Nullable Place toPlace) {
    return new SeaEvent.PositionLoss(
        vessel.mmsi,
        hull.number,
        hull.lostSinceMillis,
        toMillis,
        after == null,
        hull.lostReports,
        end(hull),
        after,
        hull.lostPlace,
        toPlace,
        hull.trail.copy());
  }

  private static SeaEvent.End end(Hull hull) {
    return new SeaEvent.End(
        hull.lastFixMillis,
        hull.latitudeE7,
        hull.longitudeE7,
        hull.speedDeciknots,
        hull.courseDecidegrees,
        hull.navigationalStatus);
  }

  private static SeaEvent.End end(AisRecord record) {
    return new SeaEvent.End(
        record.epochMillis,
        record.latitudeE7,
        record.longitudeE7,
        record.speedDeciknots,
        record.courseDecidegrees,
        record.navigationalStatus);
  }

  private static Place place(AisRecord record) {
    return new Place(record.source, record.offset, record.length, record.line);
  }

  /** Turns what the tracker tells into events; state and out are set for each call. */
  private final class Listener implements TrackListener {
    private @Nullable WatchedVessel state;
    private @Nullable Consumer<? super SeaEvent> out;
    private long nowMillis;

    @Override
    public void fix(Vessel vessel, Hull hull, AisRecord record) {
      counter.fix(vessel.mmsi, hull, record);
      // A slot that was over when the record came was judged without it, and stays as it was.
      if (HearingSeries.slot(record.knownMillis()) == HearingSeries.slot(record.epochMillis)) {
        hearing.add(
            vessel.mmsi,
            hull.number,
            ReceptionCounter.isClassB(record.equipmentClass),
            record.epochMillis,
            record.latitudeE7,
            record.longitudeE7,
            ReportingInterval.millis(
                record.equipmentClass, record.navigationalStatus, record.speedDeciknots, false),
            record.station);
      }
      heard(vessel, hull, record, true);
      if (hull.lostSinceMillis != AisRecord.NO_TIME
          && hull.isMature()
          && hull.lostLastMillis - hull.lostSinceMillis >= minPositionLossMillis) {
        emit(loss(vessel, hull, record.epochMillis, end(record), place(record)));
      }
      for (WatchedVessel.Pending one : pending()) {
        if (one.silence.hull() == hull.number
            && record.epochMillis - one.silence.toMillis() <= SETTLE_MILLIS) {
          if (one.after == null) {
            one.after = end(record);
          }
          if (one.fixesAfter.size() < Hull.RECENT) {
            one.fixesAfter.add(record.epochMillis);
          }
          // A full trail would lose its beginning, which is what the picture is about.
          if (one.trailAfter.isFull()) {
            continue;
          }
          one.trailAfter.add(record.epochMillis, record.latitudeE7, record.longitudeE7);
        }
      }
    }

    @Override
    public void heardWithoutFix(Vessel vessel, Hull hull, AisRecord record) {
      heard(vessel, hull, record, false);
    }

    private void heard(Vessel vessel, Hull hull, AisRecord record, boolean fix) {
      if (hull.isMature()) {
        over(vessel, hull, record.epochMillis);
      }
      if (!hull.isMature() || record.epochMillis - hull.lastHeardMillis < minSilenceMillis) {
        return;
      }
      pending()
          .add(
              new WatchedVessel.Pending(
                  silence(
                      vessel,
                      hull,
                      record.epochMillis,
                      false,
                      fix ? end(record) : null,
                      place(record))));
    }

    /** A silence that may have been told of is over, or never was one. */
    private void over(Vessel vessel, Hull hull, long toMillis) {
      Telling told = telling;
      if (told != null && nowMillis - hull.lastHeardMillis >= told.leastMillis()) {
        emit(lasting(vessel, hull, nowMillis, nowMillis, toMillis));
      }
    }

    @Override
    public void dropped(Vessel vessel, Hull hull) {
      hullsLetGo++;
      if (hull.isMature()) {
        // It was heard, as the hull that it is one ship with.
        over(vessel, hull, nowMillis);
      }
    }

    @Override
    public void late(Vessel vessel, AisRecord record, boolean validPosition) {
      late++;
      emit(
          new SeaEvent.LateHeard(
              vessel.mmsi,
              record.epochMillis,
              validPosition ? end(record) : null,
              place(record),
              record.knownMillis()));
    }

    @Override
    public void alsoHeard(Vessel vessel, Hull hull, AisRecord record, long firstMillis) {
      counter.alsoHeard(vessel.mmsi, hull, record, firstMillis);
      if (HearingSeries.slot(record.knownMillis()) == HearingSeries.slot(record.epochMillis)) {
        hearing.alsoHeard(vessel.mmsi, hull.number, record.epochMillis, record.station);
      }
    }

    @Override
    public void duplicate(Vessel vessel, AisRecord record) {
      duplicates++;
    }

    @Override
    public void reject(String reason, Place at, String detail) {
      rejects.add(reason, at, detail);
    }

    private List<WatchedVessel.Pending> pending() {
      WatchedVessel watched = state;
      if (watched == null) {
        throw new IllegalStateException("the listener is used outside a record");
      }
      return watched.pending;
    }

    private void emit(SeaEvent event) {
      Consumer<? super SeaEvent> sink = out;
      if (sink == null) {
        throw new IllegalStateException("the listener is used outside a record");
      }
      sink.accept(event);
    }
  }
}
