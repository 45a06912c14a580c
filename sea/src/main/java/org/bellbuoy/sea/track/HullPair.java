package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.bellbuoy.sea.feed.AisRecord;

/** How two hulls of an MMSI contradicted each other: plain state of {@link OneShip}. */
final class HullPair {
  /** The numbers of the hulls. */
  final int first;

  final int second;

  /** The last fix of either that the other could not have made. */
  long contradictedMillis = AisRecord.NO_TIME;

  /** How often either had a fix again after one of the other that it could not have made. */
  int returns;

  /** Whether they were once farther apart than a step of a clock could put one ship. */
  boolean tooFarForStep;

  private boolean firstGone;
  private boolean secondGone;

  HullPair(int first, int second) {
    this.first = first;
    this.second = second;
  }

  boolean joins(int a, int b) {
    return first == a && second == b || first == b && second == a;
  }

  boolean has(int hull) {
    return first == hull || second == hull;
  }

  /** The other had a fix that this hull could not have made. */
  void contradicted(int hull, long epochMillis) {
    contradictedMillis = epochMillis;
    if (hull == first) {
      firstGone = true;
    } else {
      secondGone = true;
    }
  }

  /** The hull had a fix. */
  void fix(int hull) {
    if (hull == first && firstGone) {
      firstGone = false;
      returns++;
    } else if (hull == second && secondGone) {
      secondGone = false;
      returns++;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(first);
    out.writeInt(second);
    out.writeLong(contradictedMillis);
    out.writeInt(returns);
    out.writeBoolean(tooFarForStep);
    out.writeBoolean(firstGone);
    out.writeBoolean(secondGone);
  }

  static HullPair read(DataInput in) throws IOException {
    HullPair pair = new HullPair(in.readInt(), in.readInt());
    pair.contradictedMillis = in.readLong();
    pair.returns = in.readInt();
    pair.tooFarForStep = in.readBoolean();
    pair.firstGone = in.readBoolean();
    pair.secondGone = in.readBoolean();
    return pair;
  }
}
