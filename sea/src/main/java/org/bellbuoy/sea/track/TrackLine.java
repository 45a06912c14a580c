package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.bellbuoy.sea.geo.Sphere;

/**
 * The line of a hull, thinned while it is followed: a fix that lies within {@link
 * #TOLERANCE_METRES} of the line without it is left out. Ends of segments are always kept.
 *
 * <p>From the last corner the bearings are kept under which every fix since lies within the
 * tolerance (Zhao and Saalfeld, sleeve-fitting); a fix outside of them makes the one before it a
 * corner. Work per fix is constant, and a ship at anchor or on a straight course adds nothing.
 */
public final class TrackLine {
  /** How far a fix left out may lie from the line. */
  public static final double TOLERANCE_METRES = 20;

  /** Fixes further apart in time are not joined: nobody knows the way between. */
  public static final long SPLIT_MILLIS = 1_800_000;

  /** How far a fix may lie beside a line and beyond its end: together less than the tolerance. */
  private static final double ASIDE_METRES = 17;

  private static final double BEYOND_METRES = 10;

  /** Corners are never further apart, so that plane geometry holds. */
  private static final double LONGEST_METRES = 20_000;

  private static final double METRES_PER_DEGREE = Math.toRadians(1) * Sphere.RADIUS_METRES;

  private int[] latitudesE7 = new int[4];
  private int[] longitudesE7 = new int[4];
  private int size;
  private int[] starts = new int[1];
  private int segments;

  private long lastMillis;
  private int lastLatitudeE7;
  private int lastLongitudeE7;
  private double furthestMetres;
  private double middleDegrees;
  private double leftDegrees;
  private double rightDegrees;
  private boolean bounded;

  /** Adds the next fix in order of time. */
  public void add(long epochMillis, int latitudeE7, int longitudeE7) {
    if (segments == 0 || epochMillis - lastMillis > SPLIT_MILLIS) {
      end();
      start(latitudeE7, longitudeE7);
    } else {
      extend(latitudeE7, longitudeE7);
    }
    lastMillis = epochMillis;
    lastLatitudeE7 = latitudeE7;
    lastLongitudeE7 = longitudeE7;
  }

  /** Keeps the last fix; nothing is added after it. */
  public void end() {
    if (segments > 0
        && (latitudesE7[size - 1] != lastLatitudeE7 || longitudesE7[size - 1] != lastLongitudeE7)) {
      corner(lastLatitudeE7, lastLongitudeE7);
    }
  }

  /** Number of segments between silences. */
  public int segments() {
    return segments;
  }

  /** First corner of a segment. */
  public int from(int segment) {
    return starts[segment];
  }

  /** Corner after the last of a segment. */
  public int to(int segment) {
    return segment + 1 < segments ? starts[segment + 1] : size;
  }

  /** Latitude of a corner in degrees. */
  public double latitude(int corner) {
    return latitudesE7[corner] * 1e-7;
  }

  /** Longitude of a corner in degrees. */
  public double longitude(int corner) {
    return longitudesE7[corner] * 1e-7;
  }

  /** Length in nautical miles; silences do not count. */
  public double nauticalMiles() {
    double metres = 0;
    for (int segment = 0; segment < segments; segment++) {
      for (int i = from(segment) + 1; i < to(segment); i++) {
        metres +=
            Sphere.distanceMetres(latitude(i - 1), longitude(i - 1), latitude(i), longitude(i));
      }
    }
    return metres / Sphere.METRES_PER_NAUTICAL_MILE;
  }

  private void start(int latitudeE7, int longitudeE7) {
    if (segments == starts.length) {
      starts = Arrays.copyOf(starts, segments * 2);
    }
    starts[segments++] = size;
    corner(latitudeE7, longitudeE7);
  }

  private void extend(int latitudeE7, int longitudeE7) {
    if (outside(latitudeE7, longitudeE7)) {
      corner(lastLatitudeE7, lastLongitudeE7);
      outside(latitudeE7, longitudeE7);
    }
  }

  /** Whether the fix cannot end a line from the last corner; if it can, it narrows the bearings. */
  private boolean outside(int latitudeE7, int longitudeE7) {
    double fromLatitude = latitude(size - 1);
    double east = Sphere.wrapLongitude(longitudeE7 * 1e-7 - longitude(size - 1));
    double x = east * METRES_PER_DEGREE * Math.cos(Math.toRadians(fromLatitude));
    double y = (latitudeE7 * 1e-7 - fromLatitude) * METRES_PER_DEGREE;
    double distance = Math.hypot(x, y);
    if (distance <= ASIDE_METRES) {
      // So near the corner it bounds nothing, but fixes that lay further out need a corner there.
      return furthestMetres > TOLERANCE_METRES;
    }
    if (furthestMetres > 0
        && (distance > LONGEST_METRES || distance < furthestMetres - BEYOND_METRES)) {
      return true;
    }
    if (distance > LONGEST_METRES) {
      furthestMetres = distance;
      return false;
    }
    double bearing = Math.toDegrees(Math.atan2(x, y));
    double half = Math.toDegrees(Math.asin(ASIDE_METRES / distance));
    if (!bounded) {
      bounded = true;
      middleDegrees = bearing;
      leftDegrees = -half;
      rightDegrees = half;
    } else {
      double turn = Sphere.wrapLongitude(bearing - middleDegrees);
      if (turn < leftDegrees || turn > rightDegrees) {
        return true;
      }
      leftDegrees = Math.max(leftDegrees, turn - half);
      rightDegrees = Math.min(rightDegrees, turn + half);
    }
    furthestMetres = Math.max(furthestMetres, distance);
    return false;
  }

  private void corner(int latitudeE7, int longitudeE7) {
    if (size == latitudesE7.length) {
      latitudesE7 = Arrays.copyOf(latitudesE7, size * 2);
      longitudesE7 = Arrays.copyOf(longitudesE7, size * 2);
    }
    latitudesE7[size] = latitudeE7;
    longitudesE7[size++] = longitudeE7;
    furthestMetres = 0;
    bounded = false;
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeInt(latitudesE7[i]);
      out.writeInt(longitudesE7[i]);
    }
    out.writeInt(segments);
    for (int i = 0; i < segments; i++) {
      out.writeInt(starts[i]);
    }
    out.writeLong(lastMillis);
    out.writeInt(lastLatitudeE7);
    out.writeInt(lastLongitudeE7);
    out.writeDouble(furthestMetres);
    out.writeDouble(middleDegrees);
    out.writeDouble(leftDegrees);
    out.writeDouble(rightDegrees);
    out.writeBoolean(bounded);
  }

  /** Reads what {@link #write} wrote. */
  public static TrackLine read(DataInput in) throws IOException {
    TrackLine line = new TrackLine();
    int corners = in.readInt();
    for (int i = 0; i < corners; i++) {
      line.corner(in.readInt(), in.readInt());
    }
    line.segments = in.readInt();
    line.starts = new int[Math.max(1, line.segments)];
    for (int i = 0; i < line.segments; i++) {
      line.starts[i] = in.readInt();
    }
    line.lastMillis = in.readLong();
    line.lastLatitudeE7 = in.readInt();
    line.lastLongitudeE7 = in.readInt();
    line.furthestMetres = in.readDouble();
    line.middleDegrees = in.readDouble();
    line.leftDegrees = in.readDouble();
    line.rightDegrees = in.readDouble();
    line.bounded = in.readBoolean();
    return line;
  }
}
