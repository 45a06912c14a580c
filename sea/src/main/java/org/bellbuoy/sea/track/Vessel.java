package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.jspecify.annotations.Nullable;

/** All that is kept of one MMSI: plain, mutable state that {@link Tracker} changes. */
public final class Vessel {
  /** Messages remembered to know a second reception of the same one. */
  static final int MEMORY = 32;

  /** The MMSI. */
  public final int mmsi;

  /** Name as last sent, untrusted; null until heard. */
  public @Nullable String name;

  /** Call sign as last sent; null until heard. */
  public @Nullable String callSign;

  /** IMO number with a right check digit; 0 until heard. */
  public int imo;

  /** AIS ship type; {@link AisRecord#UNKNOWN} until heard. */
  public int shipType = AisRecord.UNKNOWN;

  /** Length over all in metres; {@link AisRecord#UNKNOWN} until heard. */
  public int lengthMetres = AisRecord.UNKNOWN;

  /** Hulls, in the order in which they appeared. */
  public final List<Hull> hulls = new ArrayList<>(1);

  /** Pairs of hulls that contradicted each other. */
  final List<HullPair> pairs = new ArrayList<>(0);

  /** Time of the newest record. */
  public long lastMillis = AisRecord.NO_TIME;

  int nextHullNumber = 1;
  final long[] recentHash = new long[MEMORY];
  final long[] recentMillis = new long[MEMORY];

  /** Number of the hull that took the message; 0 where none or several did. */
  final int[] recentHull = new int[MEMORY];

  int recentAt;

  /** Nothing known yet of that MMSI. */
  public Vessel(int mmsi) {
    this.mmsi = mmsi;
  }

  /** What is known of two hulls; null where they never contradicted each other. */
  @Nullable HullPair knownPair(Hull a, Hull b) {
    for (HullPair pair : pairs) {
      if (pair.joins(a.number, b.number)) {
        return pair;
      }
    }
    return null;
  }

  HullPair pair(Hull a, Hull b) {
    HullPair known = knownPair(a, b);
    if (known == null) {
      known = new HullPair(a.number, b.number);
      pairs.add(known);
    }
    return known;
  }

  /** Lets go of a hull and of what was between it and others. */
  void remove(Hull hull) {
    hulls.remove(hull);
    pairs.removeIf(pair -> pair.has(hull.number));
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    writeText(out, name);
    writeText(out, callSign);
    out.writeInt(imo);
    out.writeInt(shipType);
    out.writeInt(lengthMetres);
    out.writeLong(lastMillis);
    out.writeInt(nextHullNumber);
    for (int i = 0; i < MEMORY; i++) {
      out.writeLong(recentHash[i]);
      out.writeLong(recentMillis[i]);
      out.writeInt(recentHull[i]);
    }
    out.writeInt(recentAt);
    out.writeInt(hulls.size());
    for (Hull hull : hulls) {
      hull.write(out);
    }
    out.writeInt(pairs.size());
    for (HullPair pair : pairs) {
      pair.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Vessel read(int mmsi, DataInput in) throws IOException {
    Vessel vessel = new Vessel(mmsi);
    vessel.name = readText(in);
    vessel.callSign = readText(in);
    vessel.imo = in.readInt();
    vessel.shipType = in.readInt();
    vessel.lengthMetres = in.readInt();
    vessel.lastMillis = in.readLong();
    vessel.nextHullNumber = in.readInt();
    for (int i = 0; i < MEMORY; i++) {
      vessel.recentHash[i] = in.readLong();
      vessel.recentMillis[i] = in.readLong();
      vessel.recentHull[i] = in.readInt();
    }
    vessel.recentAt = in.readInt();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      vessel.hulls.add(Hull.read(in));
    }
    int pairs = in.readInt();
    for (int i = 0; i < pairs; i++) {
      vessel.pairs.add(HullPair.read(in));
    }
    return vessel;
  }

  static void writeText(DataOutput out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  static @Nullable String readText(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
