package org.bellbuoy.sea.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.Trail;
import org.bellbuoy.sea.track.Vessel;
import org.jspecify.annotations.Nullable;

/** State of the silence detector for one MMSI: the vessel, and silences whose end still grows. */
public final class WatchedVessel {
  /** Fixes kept after a silence, for pictures. */
  private static final int TRAIL_AFTER = 40;

  final Vessel vessel;
  final List<Pending> pending = new ArrayList<>(0);

  WatchedVessel(Vessel vessel) {
    this.vessel = vessel;
  }

  /** Whose state it is. */
  public int mmsi() {
    return vessel.mmsi;
  }

  /** Event time of its newest record. */
  public long lastMillis() {
    return vessel.lastMillis;
  }

  /** A silence that is over, waiting for the way after it. */
  static final class Pending {
    final SeaEvent.Silence silence;
    SeaEvent.@Nullable End after;
    final Trail trailAfter;
    final List<Long> fixesAfter = new ArrayList<>();

    Pending(SeaEvent.Silence silence) {
      this(silence, silence.after(), new Trail(TRAIL_AFTER));
    }

    private Pending(SeaEvent.Silence silence, SeaEvent.@Nullable End after, Trail trailAfter) {
      this.silence = silence;
      this.after = after;
      this.trailAfter = trailAfter;
    }

    SeaEvent.Silence complete() {
      SeaEvent.Silence s = silence;
      return new SeaEvent.Silence(
          s.mmsi(),
          s.hull(),
          s.fromMillis(),
          s.toMillis(),
          s.open(),
          s.before(),
          after,
          s.fromPlace(),
          s.fixPlace(),
          s.toPlace(),
          s.equipmentClass(),
          s.usualTopKnots(),
          s.speedReports(),
          s.heardSlotsOfLastTen(),
          s.signal(),
          s.followedMillis(),
          s.rangeMetres(),
          s.numberHeardMillis(),
          s.stations(),
          s.trailBefore(),
          trailAfter.size() == 0 ? null : trailAfter.copy(),
          s.fixesBefore(),
          fixesAfter);
    }
  }

  void write(DataOutput out) throws IOException {
    vessel.write(out);
    out.writeInt(pending.size());
    for (Pending one : pending) {
      writeSilence(one.silence, out);
      writeEnd(one.after, out);
      one.trailAfter.write(out);
      writeTimes(one.fixesAfter, out);
    }
  }

  static WatchedVessel read(int mmsi, DataInput in) throws IOException {
    WatchedVessel watched = new WatchedVessel(Vessel.read(mmsi, in));
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      SeaEvent.Silence silence = readSilence(mmsi, in);
      Pending pending = new Pending(silence, readEnd(in), Trail.read(in));
      pending.fixesAfter.addAll(readTimes(in));
      watched.pending.add(pending);
    }
    return watched;
  }

  private static void writeSilence(SeaEvent.Silence s, DataOutput out) throws IOException {
    out.writeInt(s.hull());
    out.writeLong(s.fromMillis());
    out.writeLong(s.toMillis());
    out.writeBoolean(s.open());
    writeEnd(s.before(), out);
    writeEnd(s.after(), out);
    s.fromPlace().write(out);
    s.fixPlace().write(out);
    Place to = s.toPlace();
    out.writeBoolean(to != null);
    if (to != null) {
      to.write(out);
    }
    out.writeByte(s.equipmentClass().ordinal());
    out.writeDouble(s.usualTopKnots());
    out.writeLong(s.speedReports());
    out.writeInt(s.heardSlotsOfLastTen());
    out.writeDouble(s.signal());
    out.writeLong(s.followedMillis());
    out.writeDouble(s.rangeMetres());
    out.writeLong(s.numberHeardMillis());
    out.writeInt(s.stations().size());
    for (int station : s.stations()) {
      out.writeInt(station);
    }
    s.trailBefore().write(out);
    writeTimes(s.fixesBefore(), out);
  }

  private static SeaEvent.Silence readSilence(int mmsi, DataInput in) throws IOException {
    int hull = in.readInt();
    long from = in.readLong();
    long to = in.readLong();
    boolean open = in.readBoolean();
    SeaEvent.End before = readEnd(in);
    if (before == null) {
      throw new IOException("snapshot of MMSI " + mmsi + " holds a silence without a start");
    }
    SeaEvent.End after = readEnd(in);
    Place fromPlace = Place.read(in);
    Place fixPlace = Place.read(in);
    Place toPlace = in.readBoolean() ? Place.read(in) : null;
    AisRecord.EquipmentClass equipment = AisRecord.EquipmentClass.values()[in.readByte()];
    double top = in.readDouble();
    long reports = in.readLong();
    int slots = in.readInt();
    double signal = in.readDouble();
    long followed = in.readLong();
    double range = in.readDouble();
    long numberHeard = in.readLong();
    List<Integer> stations = new ArrayList<>();
    int stationCount = in.readInt();
    for (int i = 0; i < stationCount; i++) {
      stations.add(in.readInt());
    }
    return new SeaEvent.Silence(
        mmsi,
        hull,
        from,
        to,
        open,
        before,
        after,
        fromPlace,
        fixPlace,
        toPlace,
        equipment,
        top,
        reports,
        slots,
        signal,
        followed,
        range,
        numberHeard,
        List.copyOf(stations),
        Trail.read(in),
        null,
        readTimes(in),
        List.of());
  }

  private static void writeTimes(List<Long> times, DataOutput out) throws IOException {
    out.writeInt(times.size());
    for (long time : times) {
      out.writeLong(time);
    }
  }

  private static List<Long> readTimes(DataInput in) throws IOException {
    List<Long> times = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      times.add(in.readLong());
    }
    return times;
  }

  private static void writeEnd(SeaEvent.@Nullable End end, DataOutput out) throws IOException {
    out.writeBoolean(end != null);
    if (end != null) {
      out.writeLong(end.epochMillis());
      out.writeInt(end.latitudeE7());
      out.writeInt(end.longitudeE7());
      out.writeInt(end.speedDeciknots());
      out.writeInt(end.courseDecidegrees());
      out.writeInt(end.navigationalStatus());
    }
  }

  private static SeaEvent.@Nullable End readEnd(DataInput in) throws IOException {
    return in.readBoolean()
        ? new SeaEvent.End(
            in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt())
        : null;
  }
}
