package org.bellbuoy.sea.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.TrackFix;
import org.bellbuoy.sea.track.TrackLine;
import org.bellbuoy.sea.track.Vessel;

/** State of the track detector for one MMSI: the vessel and the lines of its hulls. */
final class TrackedVessel {
  final Vessel vessel;

  /** By hull number: hulls that the tracker has let go keep their line. */
  final TreeMap<Integer, HullLine> hulls = new TreeMap<>();

  TrackedVessel(Vessel vessel) {
    this.vessel = vessel;
  }

  /** What is kept of one hull besides what the tracker keeps. */
  static final class HullLine {
    /** Fixes that wait until the hull has proved to be a ship. */
    final List<TrackFix> waiting = new ArrayList<>(0);

    final TrackLine line;
    AisRecord.EquipmentClass equipmentClass = AisRecord.EquipmentClass.OTHER;
    long fromMillis = AisRecord.NO_TIME;
    long toMillis = AisRecord.NO_TIME;
    long fixes;

    HullLine(TrackLine line) {
      this.line = line;
    }
  }

  void write(DataOutput out) throws IOException {
    vessel.write(out);
    out.writeInt(hulls.size());
    for (Map.Entry<Integer, HullLine> entry : hulls.entrySet()) {
      HullLine one = entry.getValue();
      out.writeInt(entry.getKey());
      one.line.write(out);
      out.writeInt(one.waiting.size());
      for (TrackFix fix : one.waiting) {
        fix.write(out);
      }
      out.writeByte(one.equipmentClass.ordinal());
      out.writeLong(one.fromMillis);
      out.writeLong(one.toMillis);
      out.writeLong(one.fixes);
    }
  }

  static TrackedVessel read(int mmsi, DataInput in) throws IOException {
    TrackedVessel tracked = new TrackedVessel(Vessel.read(mmsi, in));
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      int number = in.readInt();
      HullLine one = new HullLine(TrackLine.read(in));
      int waiting = in.readInt();
      for (int j = 0; j < waiting; j++) {
        one.waiting.add(TrackFix.read(in));
      }
      one.equipmentClass = AisRecord.EquipmentClass.values()[in.readByte()];
      one.fromMillis = in.readLong();
      one.toMillis = in.readLong();
      one.fixes = in.readLong();
      tracked.hulls.put(number, one);
    }
    return tracked;
  }
}
