package org.bellbuoy.sea.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.bellbuoy.core.engine.Detector;
import org.bellbuoy.core.identity.Mmsi;
import org.bellbuoy.sea.detect.RejectList;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Hull;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.TrackFix;
import org.bellbuoy.sea.track.TrackLine;
import org.bellbuoy.sea.track.TrackListener;
import org.bellbuoy.sea.track.Tracker;
import org.bellbuoy.sea.track.Vessel;
import org.jspecify.annotations.Nullable;

/**
 * Follows one MMSI and hands every fix of its hulls to a sink. A hull's first fixes wait until it
 * has proved to be a ship; when it never does, they become rejects.
 */
final class TrackDetector implements Detector<AisRecord, TrackedVessel, Track> {
  private final Tracker tracker = new Tracker();
  private final TrackSink sink;
  private final RejectList rejects = new RejectList();
  private final Listener listener = new Listener();
  private long duplicates;
  private long late;
  private long others;

  TrackDetector(TrackSink sink) {
    this.sink = sink;
  }

  RejectList rejects() {
    return rejects;
  }

  /** Second receptions of a transmission. */
  long duplicates() {
    return duplicates;
  }

  /** Records that came too late to be followed. */
  long late() {
    return late;
  }

  /** Records of what is no ship: base stations, aids, aircraft, the receiver's own ship. */
  long others() {
    return others;
  }

  @Override
  public TrackedVessel begin(long subject) {
    return new TrackedVessel(new Vessel((int) subject));
  }

  @Override
  public void record(TrackedVessel state, AisRecord record, Consumer<? super Track> out) {
    Mmsi.Kind kind = Mmsi.kind(record.mmsi);
    if (record.ownVessel
        || record.kind == AisRecord.Kind.BASE_STATION
        || (kind != Mmsi.Kind.SHIP && kind != Mmsi.Kind.AUXILIARY_CRAFT)) {
      others++;
      return;
    }
    listener.state = state;
    tracker.follow(state.vessel, record, listener);
  }

  @Override
  public void advance(TrackedVessel state, long eventMillis, Consumer<? super Track> out) {}

  @Override
  public void finish(TrackedVessel state, long endMillis, Consumer<? super Track> out) {
    Vessel vessel = state.vessel;
    for (Map.Entry<Integer, TrackedVessel.HullLine> entry : state.hulls.entrySet()) {
      TrackedVessel.HullLine hull = entry.getValue();
      unconfirmed(vessel.mmsi, hull);
      if (hull.fixes > 0) {
        hull.line.end();
        out.accept(
            new Track(
                vessel.mmsi,
                entry.getKey(),
                vessel.name,
                vessel.imo,
                vessel.shipType,
                hull.equipmentClass,
                hull.fromMillis,
                hull.toMillis,
                hull.fixes,
                hull.line));
      }
    }
  }

  @Override
  public void snapshot(TrackedVessel state, DataOutput out) throws IOException {
    state.write(out);
  }

  @Override
  public TrackedVessel restore(long subject, DataInput in) throws IOException {
    return TrackedVessel.read((int) subject, in);
  }

  private void unconfirmed(int mmsi, TrackedVessel.HullLine hull) {
    for (TrackFix fix : hull.waiting) {
      rejects.add(
          "unconfirmed",
          fix.place(),
          "position of MMSI "
              + mmsi
              + " fits no track of it, and fewer than "
              + Hull.MATURE_FIXES
              + " fixes agree with it");
    }
    hull.waiting.clear();
  }

  private void keep(int mmsi, int number, TrackedVessel.HullLine hull, TrackFix fix) {
    if (hull.fixes == 0) {
      hull.fromMillis = fix.epochMillis();
    }
    hull.fixes++;
    hull.fromMillis = Math.min(hull.fromMillis, fix.epochMillis());
    hull.toMillis = Math.max(hull.toMillis, fix.epochMillis());
    hull.equipmentClass = fix.equipmentClass();
    hull.line.add(fix.epochMillis(), fix.latitudeE7(), fix.longitudeE7());
    sink.fix(mmsi, number, fix);
  }

  /** Sorts what the tracker tells; the state is set for each call. */
  private final class Listener implements TrackListener {
    private @Nullable TrackedVessel state;

    @Override
    public void fix(Vessel vessel, Hull hull, AisRecord record) {
      TrackedVessel.HullLine mine = hulls().get(hull.number);
      if (mine == null) {
        mine = new TrackedVessel.HullLine(new TrackLine());
        hulls().put(hull.number, mine);
      }
      TrackFix fix = TrackFix.of(record);
      // The hull has not taken this fix yet.
      if (hull.fixes + 1 < Hull.MATURE_FIXES) {
        mine.waiting.add(fix);
        return;
      }
      for (TrackFix first : mine.waiting) {
        keep(vessel.mmsi, hull.number, mine, first);
      }
      mine.waiting.clear();
      keep(vessel.mmsi, hull.number, mine, fix);
    }

    @Override
    public void heardWithoutFix(Vessel vessel, Hull hull, AisRecord record) {}

    @Override
    public void late(Vessel vessel, AisRecord record, boolean validPosition) {
      late++;
      if (validPosition) {
        rejects.add(
            "late",
            new Place(record.source, record.offset, record.length, record.line),
            "position of MMSI "
                + vessel.mmsi
                + " at "
                + Instant.ofEpochMilli(record.epochMillis)
                + " came when it was already followed to "
                + Instant.ofEpochMilli(vessel.lastMillis));
      }
    }

    @Override
    public void duplicate(Vessel vessel, AisRecord record) {
      duplicates++;
    }

    @Override
    public void reject(String reason, Place at, String detail) {
      rejects.add(reason, at, detail);
      // A hull that the tracker gave up may hold an earlier fix that shares its fate.
      Iterator<TrackedVessel.HullLine> all = hulls().values().iterator();
      while (all.hasNext()) {
        TrackedVessel.HullLine one = all.next();
        if (!one.waiting.isEmpty() && one.waiting.getLast().place().equals(at)) {
          one.waiting.removeLast();
          for (TrackFix first : one.waiting) {
            rejects.add(reason, first.place(), detail);
          }
          all.remove();
          return;
        }
      }
    }

    private Map<Integer, TrackedVessel.HullLine> hulls() {
      TrackedVessel tracked = state;
      if (tracked == null) {
        throw new IllegalStateException("the listener is used outside a record");
      }
      return tracked.hulls;
    }
  }
}
