package org.bellbuoy.server.tree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * When a zip's entry was last changed. The extended timestamp (extra field 0x5455 of Info-ZIP) and
 * that of NTFS (0x000a, APPNOTE 4.5.5) are moments; the DOS time that every entry has is the clock
 * on the wall of whoever packed it, and the zip does not say where that was. Nothing here asks for
 * the zone of this machine.
 *
 * @param epochMillis {@link TreeFile#NO_TIME} where the entry tells none
 * @param zoneUnknown whether a DOS time was read as UTC because nobody told its zone
 */
record ZipTime(long epochMillis, boolean zoneUnknown) {
  private static final int EXTENDED = 0x5455;
  private static final int NTFS = 0x000a;
  private static final int HEADER_BYTES = 4;

  /** From 1601 to 1970, in steps of 100 ns. */
  private static final long FILETIME_OF_EPOCH = 116_444_736_000_000_000L;

  private static final long FILETIME_STEPS_OF_MILLISECOND = 10_000;

  private static final ZipTime NONE = new ZipTime(TreeFile.NO_TIME, false);

  /** The first day that a zip can hold stands for none: many programs write it. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);

  /** 1980-01-02 12:00 UTC: the first day of any time zone lies before. */
  private static final long AFTER_FIRST_DAY_MILLIS = 315_662_400_000L;

  /**
   * Reads the time of an entry.
   *
   * @param zone of the machine that packed it; null where nobody said
   */
  static ZipTime of(ZipEntry entry, @Nullable ZoneId zone) {
    Long moment = moment(entry.getExtra());
    if (moment != null) {
      return moment < AFTER_FIRST_DAY_MILLIS ? NONE : new ZipTime(moment, false);
    }
    LocalDateTime wall;
    try {
      // As this entry has no moment, these are the plain fields of the DOS time.
      wall = entry.getTimeLocal();
    } catch (DateTimeException e) {
      return NONE;
    }
    if (wall == null || !wall.toLocalDate().isAfter(FIRST_DAY)) {
      return NONE;
    }
    ZoneId taken = zone == null ? ZoneOffset.UTC : zone;
    return new ZipTime(wall.atZone(taken).toInstant().toEpochMilli(), zone == null);
  }

  /** The moment in the extra fields of a directory's entry; null where there is none. */
  private static @Nullable Long moment(byte @Nullable [] extra) {
    if (extra == null) {
      return null;
    }
    Long ntfs = null;
    ByteBuffer in = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
    while (in.remaining() >= HEADER_BYTES) {
      int id = in.getShort() & 0xffff;
      int size = in.getShort() & 0xffff;
      if (size > in.remaining()) {
        break;
      }
      ByteBuffer field = in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + size);
      if (id == EXTENDED && size >= 5 && (field.get(0) & 1) != 0) {
        return field.getInt(1) * 1000L;
      }
      // Reserved, then tag 1 with three times of eight bytes, of which the first is the change.
      if (id == NTFS && size >= 32 && field.getShort(4) == 1 && field.getShort(6) == 24) {
        long steps = field.getLong(8) - FILETIME_OF_EPOCH;
        ntfs = Math.floorDiv(steps, FILETIME_STEPS_OF_MILLISECOND);
      }
    }
    return ntfs;
  }
}
