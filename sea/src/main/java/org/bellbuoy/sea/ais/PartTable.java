package org.bellbuoy.sea.ais;

import org.jspecify.annotations.Nullable;

/**
 * Messages of which some parts have come. A part belongs to the open message of its tag-block group
 * if it has one; else to that of its channel, sequence id, number of parts and station. Outside a
 * group, parts must come in order: sequence ids are used again after ten messages, so a late part
 * is as likely another message's.
 */
final class PartTable {
  /** Open messages; beyond it the oldest is given up. */
  static final int SLOTS = 64;

  /** Lines after which a message is given up. */
  static final long AGE_LINES = 256;

  private static final int CHARACTERS = AisBits.MAX_BITS / 6 + 10;

  /** One message of which parts are missing. */
  static final class Slot {
    boolean open;
    int total;
    int sequence;
    byte channel;
    int station;
    long groupId;
    int parts;
    int seen;
    boolean adjacent;
    long firstLine;
    long firstOffset;
    long lastLine;
    long lastOffset;
    int lastLength;
    long epochMillis;
    NmeaTimeSource timeSource = NmeaTimeSource.NONE;
    long arrivalMillis;
    boolean own;
    int used;
    final byte[] characters = new byte[CHARACTERS + 8];
    final int[] start = new int[10];
    final int[] length = new int[10];
    final int[] fill = new int[10];

    /** Adds a part; false when the characters are more than any message has. */
    boolean add(int part, byte[] buffer, int from, int to, int fillBits) {
      if (used + to - from > CHARACTERS) {
        return false;
      }
      System.arraycopy(buffer, from, characters, used, to - from);
      start[part] = used;
      length[part] = to - from;
      fill[part] = fillBits;
      used += to - from;
      parts++;
      seen |= 1 << part;
      return true;
    }

    long spanOffset() {
      return adjacent ? firstOffset : lastOffset;
    }

    int spanLength() {
      return adjacent ? (int) (lastOffset + lastLength - firstOffset) : lastLength;
    }

    long spanLine() {
      return adjacent ? firstLine : lastLine;
    }
  }

  private final @Nullable Slot[] slots = new @Nullable Slot[SLOTS];
  private int made;

  /** The slot for a first part: a free one, else the oldest, still open. */
  Slot free() {
    Slot oldest = null;
    for (int i = 0; i < made; i++) {
      Slot slot = slots[i];
      if (slot != null && !slot.open) {
        return slot;
      }
      if (slot != null && (oldest == null || slot.lastLine < oldest.lastLine)) {
        oldest = slot;
      }
    }
    if (made < SLOTS || oldest == null) {
      Slot slot = new Slot();
      slots[made++] = slot;
      return slot;
    }
    return oldest;
  }

  /** The open message of a group; that of the same station first, else the latest. */
  @Nullable Slot ofGroup(long groupId, int total, int station) {
    Slot found = null;
    for (int i = 0; i < made; i++) {
      Slot slot = slots[i];
      if (slot != null && slot.open && slot.groupId == groupId && slot.total == total) {
        if (slot.station == station) {
          return slot;
        }
        boolean maybe = station < 0 || slot.station < 0;
        if (maybe && (found == null || slot.lastLine > found.lastLine)) {
          found = slot;
        }
      }
    }
    return found;
  }

  /**
   * The open message outside a group whose next part this is; sequence -1 is lost. A lost sequence
   * or an unnamed station fits any, but only when one message alone fits.
   */
  @Nullable Slot ofSequence(int sequence, byte channel, int total, int part, int station) {
    Slot near = null;
    int nears = 0;
    for (int i = 0; i < made; i++) {
      Slot slot = slots[i];
      if (slot == null
          || !slot.open
          || slot.groupId >= 0
          || slot.channel != channel
          || slot.total != total
          || slot.parts + 1 != part) {
        continue;
      }
      boolean sameStation = slot.station == station;
      if (slot.sequence == sequence && sameStation) {
        return slot;
      }
      boolean sequenceFits = slot.sequence == sequence || slot.sequence < 0 || sequence < 0;
      // A station named once, before the first part, is not named again before the next.
      if (sequenceFits && (sameStation || station < 0)) {
        boolean closer = near == null || slot.lastLine > near.lastLine;
        near = closer ? slot : near;
        nears += slot.sequence == sequence ? 0 : 1;
      }
    }
    return nears > 1 ? null : near;
  }

  /** The open message with the same key as a first part, which gives it up. */
  @Nullable Slot sameKey(int sequence, byte channel, int total, int station, long groupId) {
    for (int i = 0; i < made; i++) {
      Slot slot = slots[i];
      if (slot != null
          && slot.open
          && slot.groupId == groupId
          && slot.sequence == sequence
          && slot.channel == channel
          && slot.total == total
          && slot.station == station) {
        return slot;
      }
    }
    return null;
  }

  /** An open message older than {@link #AGE_LINES} at this line, or null. */
  @Nullable Slot aged(long line) {
    Slot oldest = null;
    for (int i = 0; i < made; i++) {
      Slot slot = slots[i];
      if (slot != null
          && slot.open
          && line - slot.lastLine > AGE_LINES
          && (oldest == null || slot.firstLine < oldest.firstLine)) {
        oldest = slot;
      }
    }
    return oldest;
  }
}
