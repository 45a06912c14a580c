package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.bellbuoy.sea.feed.AisRecord;

/**
 * One fix of a hull, as it was sent.
 *
 * @param epochMillis when
 * @param latitudeE7 where, 1e-7 degree
 * @param longitudeE7 where, 1e-7 degree
 * @param speedDeciknots tenths of a knot, or unknown
 * @param courseDecidegrees tenths of a degree, or unknown
 * @param headingDegrees degrees, or unknown
 * @param navigationalStatus 0 to 15, or unknown
 * @param equipmentClass of the report
 * @param station index of the receiving station, or unknown
 * @param place its bytes
 */
public record TrackFix(
    long epochMillis,
    int latitudeE7,
    int longitudeE7,
    int speedDeciknots,
    int courseDecidegrees,
    int headingDegrees,
    int navigationalStatus,
    AisRecord.EquipmentClass equipmentClass,
    int station,
    Place place) {
  /** The fix that a record carries. */
  public static TrackFix of(AisRecord record) {
    return new TrackFix(
        record.epochMillis,
        record.latitudeE7,
        record.longitudeE7,
        record.speedDeciknots,
        record.courseDecidegrees,
        record.headingDegrees,
        record.navigationalStatus,
        record.equipmentClass,
        record.station,
        Tracker.place(record));
  }

  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(epochMillis);
    out.writeInt(latitudeE7);
    out.writeInt(longitudeE7);
    out.writeInt(speedDeciknots);
    out.writeInt(courseDecidegrees);
    out.writeInt(headingDegrees);
    out.writeInt(navigationalStatus);
    out.writeByte(equipmentClass.ordinal());
    out.writeInt(station);
    place.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static TrackFix read(DataInput in) throws IOException {
    return new TrackFix(
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        AisRecord.EquipmentClass.values()[in.readByte()],
        in.readInt(),
        Place.read(in));
  }
}
