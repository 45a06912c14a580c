package org.bellbuoy.sea.ais;

import org.jspecify.annotations.Nullable;

/** One NMEA 4.0 tag block, {@code \s:...,c:...,t:...,g:1-2-34*hh\}, and GateHouse's {@code si:}. */
final class TagBlock {
  private static final int GROUPS = 64;

  private final StationTable stations;
  private final long[] groupIds = new long[GROUPS];
  private final long[] groupLines = new long[GROUPS];
  private final long[] groupMillis = new long[GROUPS];
  private final long[] groupArrivals = new long[GROUPS];
  private final int[] groupStations = new int[GROUPS];
  private int nextGroup;

  long epochMillis;
  long arrivalMillis;
  int station;
  int source;
  long groupId;
  NmeaReject reason = NmeaReject.TAG_BLOCK_MALFORMED;

  TagBlock(StationTable stations) {
    this.stations = stations;
    clear();
  }

  void clear() {
    epochMillis = NmeaContext.UNKNOWN_MILLIS;
    arrivalMillis = NmeaContext.UNKNOWN_MILLIS;
    station = -1;
    source = -1;
    groupId = -1;
  }

  /** Reads the bytes between the backslashes; gives the fault, or null. */
  @Nullable String read(byte[] buffer, int from, int to, long line) {
    int star = Ascii.indexOf(buffer, from, to, '*');
    int sum = star + 3 == to ? Ascii.hex(buffer, star + 1, to) : -1;
    reason = NmeaReject.TAG_BLOCK_MALFORMED;
    if (sum < 0) {
      return "tag block without *hh: " + Ascii.quote(buffer, from, to);
    }
    int counted = Ascii.checksum(buffer, from, star);
    if (counted != sum) {
      reason = NmeaReject.TAG_BLOCK_CHECKSUM;
      return "tag block checksum "
          + Integer.toHexString(sum)
          + ", its bytes give "
          + Integer.toHexString(counted);
    }
    int at = from;
    while (at < star) {
      int end = Ascii.indexOf(buffer, at, star, ',');
      int colon = Ascii.indexOf(buffer, at, end, ':');
      if (colon == end) {
        return "tag block field without ':': " + Ascii.quote(buffer, at, end);
      }
      String fault = field(buffer, at, colon, end);
      if (fault != null) {
        return fault;
      }
      at = end + 1;
    }
    if (groupId >= 0) {
      group(line);
    }
    return null;
  }

  private @Nullable String field(byte[] buffer, int from, int colon, int to) {
    if (colon == from + 1) {
      switch (buffer[from]) {
        case 's' -> station = stations.intern(buffer, colon + 1, to);
        case 'c' -> {
          epochMillis = Ascii.epochMillis(buffer, colon + 1, to);
          if (epochMillis < 0) {
            return "tag block c: is no time: " + Ascii.quote(buffer, colon + 1, to);
          }
        }
        case 't' -> {
          // NMEA 0183 makes t: free text; only a number in it is an arrival time.
          long millis = Ascii.epochMillis(buffer, colon + 1, to);
          arrivalMillis = millis < 0 ? NmeaContext.UNKNOWN_MILLIS : millis;
        }
        case 'g' -> {
          int first = Ascii.indexOf(buffer, colon + 1, to, '-');
          int second = Ascii.indexOf(buffer, Math.min(to, first + 1), to, '-');
          groupId = Ascii.number(buffer, Math.min(to, second + 1), to);
          if (groupId < 0) {
            return "tag block g: is no group: " + Ascii.quote(buffer, colon + 1, to);
          }
        }
        default -> {}
      }
    } else if (colon == from + 2 && buffer[from] == 's' && buffer[from + 1] == 'i') {
      source = stations.intern(buffer, colon + 1, to);
    }
    return null;
  }

  /** What the group's first sentence said holds for its later ones, which only name the group. */
  private void group(long line) {
    if (epochMillis >= 0 || station >= 0) {
      groupIds[nextGroup] = groupId;
      groupLines[nextGroup] = line;
      groupMillis[nextGroup] = epochMillis;
      groupArrivals[nextGroup] = arrivalMillis;
      groupStations[nextGroup] = station;
      nextGroup = (nextGroup + 1) % GROUPS;
      return;
    }
    for (int back = 1; back <= GROUPS; back++) {
      int i = Math.floorMod(nextGroup - back, GROUPS);
      if (groupLines[i] > 0
          && groupIds[i] == groupId
          && line - groupLines[i] <= PartTable.AGE_LINES) {
        epochMillis = groupMillis[i];
        arrivalMillis = groupArrivals[i];
        station = groupStations[i];
        return;
      }
    }
  }
}
