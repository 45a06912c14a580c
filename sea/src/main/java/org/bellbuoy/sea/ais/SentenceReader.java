package org.bellbuoy.sea.ais;

import org.jspecify.annotations.Nullable;

/** Reads whole lines: tag blocks, VDM and VDO sentences, and the sentences that give their time. */
final class SentenceReader {
  private static final long UNKNOWN = NmeaContext.UNKNOWN_MILLIS;

  private final NmeaHandler handler;
  private final StationTable stations = new StationTable();
  private final NmeaContext context = new NmeaContext(stations);
  private final AisMessage message = new AisMessage();
  private final PartTable parts = new PartTable();
  private final TagBlock tag = new TagBlock(stations);
  private final ReceiverClock clock = new ReceiverClock();

  long ignoredLines;
  long contextLines;
  long messageLines;
  long rejectedLines;

  // What lines of their own said of the next VDM or VDO.
  private long nextTagMillis = UNKNOWN;
  private long nextTagArrival = UNKNOWN;
  private int nextTagStation = -1;
  private int nextSource = -1;
  private long nextPghpMillis = UNKNOWN;
  private int nextPghpStation = -1;

  // The line at hand.
  private long offset;
  private int length;
  private long line;
  private long suffixMillis;
  private int suffixStation;

  /** The station without what stands after the checksum: only one of the parts may carry that. */
  private int keyStation;

  SentenceReader(NmeaHandler handler) {
    this.handler = handler;
  }

  void line(byte[] buffer, int from, int to, long lineOffset, long lineNumber) {
    offset = lineOffset;
    length = to - from;
    line = lineNumber;
    tag.clear();
    int at = from;
    while (at < to && (buffer[at] == ' ' || buffer[at] == '\t')) {
      at++;
    }
    if (at < to && buffer[at] == '\\') {
      int close = Ascii.indexOf(buffer, at + 1, to, '\\');
      if (close == to) {
        reject(NmeaReject.TAG_BLOCK_MALFORMED, "tag block without its end");
        return;
      }
      String fault = tag.read(buffer, at + 1, close, lineNumber);
      if (fault != null) {
        reject(tag.reason, fault);
        return;
      }
      at = close + 1;
      if (blank(buffer, at, to)) {
        nextTagMillis = tag.epochMillis;
        nextTagArrival = tag.arrivalMillis;
        nextTagStation = tag.station;
        nextSource = tag.source;
        contextLines++;
        return;
      }
    }
    if (at == to) {
      ignoredLines++;
      return;
    }
    switch (buffer[at]) {
      case '!' -> exclamation(buffer, at, to);
      case '$' -> dollar(buffer, at, to);
      case '#' -> ignoredLines++;
      default ->
          reject(NmeaReject.NOT_A_SENTENCE, "line begins with " + Ascii.quote(buffer, at, to));
    }
  }

  private static boolean blank(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void dollar(byte[] buffer, int at, int to) {
    boolean pghp = is(buffer, at + 1, to, 'P', 'G', 'H') && is(buffer, at + 3, to, 'H', 'P', ',');
    boolean rmc = is(buffer, at + 3, to, 'R', 'M', 'C') && at + 6 < to && buffer[at + 6] == ',';
    if (!pghp && !rmc) {
      ignoredLines++;
      return;
    }
    int comma = pghp ? at + 5 : at + 6;
    int star = Ascii.indexOf(buffer, comma, to, '*');
    if (!checked(buffer, at + 1, star, to)) {
      return;
    }
    String fault = rmc ? clock.rmc(buffer, comma, star) : clock.pghp(buffer, comma, star, stations);
    if (fault != null) {
      reject(NmeaReject.SOURCE_SENTENCE_MALFORMED, fault);
      return;
    }
    if (pghp) {
      nextPghpMillis = clock.hearMillis;
      nextPghpStation = clock.hearStation;
    }
    contextLines++;
  }

  private static boolean is(byte[] buffer, int at, int to, char a, char b, char c) {
    return at + 3 <= to && buffer[at] == a && buffer[at + 1] == b && buffer[at + 2] == c;
  }

  private boolean checked(byte[] buffer, int from, int star, int to) {
    int sum = star < to ? Ascii.hex(buffer, star + 1, to) : -1;
    if (sum < 0) {
      reject(NmeaReject.CHECKSUM_MISSING, "no *hh after the fields");
      return false;
    }
    int counted = Ascii.checksum(buffer, from, star);
    if (counted != sum) {
      reject(
          NmeaReject.CHECKSUM_WRONG,
          "checksum "
              + Integer.toHexString(sum)
              + ", its bytes give "
              + Integer.toHexString(counted));
      return false;
    }
    return true;
  }

  private void exclamation(byte[] buffer, int at, int to) {
    boolean own = is(buffer, at + 3, to, 'V', 'D', 'O');
    if (!own && !is(buffer, at + 3, to, 'V', 'D', 'M')) {
      ignoredLines++;
      return;
    }
    int field = at + 7;
    // Fixed places: !AIVDM,2,1,3,A,payload,0*hh; only sequence and channel vary in length.
    boolean shaped =
        at + 14 <= to && buffer[at + 6] == ',' && buffer[at + 8] == ',' && buffer[at + 10] == ',';
    int channelAt = shaped ? Ascii.indexOf(buffer, at + 11, to, ',') + 1 : to;
    int payloadAt = channelAt < to ? Ascii.indexOf(buffer, channelAt, to, ',') + 1 : to + 1;
    message.bits.clear();
    int stop = payloadAt <= to ? message.bits.append(buffer, payloadAt, to) : to;
    boolean tooLong = message.bits.bitLength() > AisBits.MAX_BITS;
    int comma = tooLong ? Ascii.indexOf(buffer, stop, to, ',') : stop;
    int star = Ascii.indexOf(buffer, Math.min(comma, to), to, '*');
    if (!checked(buffer, at + 1, star, to)) {
      return;
    }
    if (payloadAt > to || comma >= to) {
      reject(NmeaReject.SENTENCE_MALFORMED, "fields missing in " + Ascii.quote(buffer, at, to));
      return;
    }
    int total = buffer[field] - '0';
    int part = buffer[field + 2] - '0';
    if (total < 1 || total > 9 || part < 1 || part > total) {
      reject(
          NmeaReject.PART_NUMBERS,
          "part "
              + Ascii.quote(buffer, field + 2, field + 3)
              + " of "
              + Ascii.quote(buffer, field, field + 1));
      return;
    }
    if (tooLong) {
      reject(NmeaReject.PAYLOAD_TOO_LONG, "payload of more than " + AisBits.MAX_BITS + " bits");
      return;
    }
    if (buffer[stop] != ',') {
      reject(NmeaReject.ARMOUR, "payload character " + Ascii.quote(buffer, stop, stop + 1));
      return;
    }
    int fill = star == comma + 1 ? 0 : star == comma + 2 ? buffer[comma + 1] - '0' : -1;
    if (fill < 0 || fill > 5 || fill > message.bits.bitLength()) {
      reject(NmeaReject.FILL_BITS, "fill bits " + Ascii.quote(buffer, comma + 1, star));
      return;
    }
    int sequence = channelAt - 1 == at + 12 ? buffer[at + 11] - '0' : -1;
    byte channel = payloadAt - 1 > channelAt ? buffer[channelAt] : 0;
    suffix(buffer, star + 3, to);
    source(own, channel);
    if (total == 1) {
      context.parts = 1;
      context.offset = offset;
      context.length = length;
      context.line = line;
      message.bits.drop(fill);
      deliver();
    } else {
      part(buffer, payloadAt, stop, total, part, sequence, fill);
    }
  }

  /** Fields after the checksum: an epoch time, or the US Coast Guard's station and time. */
  private void suffix(byte[] buffer, int from, int to) {
    suffixMillis = UNKNOWN;
    suffixStation = -1;
    int at = from;
    while (at < to && buffer[at] == ',') {
      int end = Ascii.indexOf(buffer, at + 1, to, ',');
      int last = end;
      while (last > at + 1 && (buffer[last - 1] == ' ' || buffer[last - 1] == '\t')) {
        last--;
      }
      int size = last - at - 1;
      if (size > 1 && (buffer[at + 1] == 'r' || buffer[at + 1] == 'b')) {
        suffixStation = stations.intern(buffer, at + 1, last);
      } else if (size >= 9) {
        long millis = Ascii.epochMillis(buffer, at + 1, last);
        suffixMillis = millis < 0 ? suffixMillis : millis;
      }
      at = end;
    }
  }

  /** Fills the context with time, station and place, and uses up what lines before said. */
  private void source(boolean own, byte channel) {
    long tagMillis = tag.epochMillis != UNKNOWN ? tag.epochMillis : nextTagMillis;
    long tagArrival = tag.arrivalMillis != UNKNOWN ? tag.arrivalMillis : nextTagArrival;
    if (tagMillis != UNKNOWN) {
      time(tagMillis, NmeaTimeSource.TAG_BLOCK);
    } else if (nextPghpMillis != UNKNOWN) {
      time(nextPghpMillis, NmeaTimeSource.PGHP);
    } else if (clock.epochMillis != UNKNOWN) {
      time(clock.epochMillis, NmeaTimeSource.RMC);
    } else if (suffixMillis != UNKNOWN) {
      time(suffixMillis, NmeaTimeSource.EPOCH_SUFFIX);
    } else {
      time(UNKNOWN, NmeaTimeSource.NONE);
    }
    context.arrivalMillis = tagArrival != UNKNOWN ? tagArrival : suffixMillis;
    int tagStation = tag.station >= 0 ? tag.station : nextTagStation;
    int source = tag.source >= 0 ? tag.source : nextSource;
    int pghpOrSource = nextPghpStation >= 0 ? nextPghpStation : source;
    keyStation = tagStation >= 0 ? tagStation : pghpOrSource;
    context.station = keyStation >= 0 ? keyStation : suffixStation;
    context.channel = channel;
    context.ownVessel = own;
    context.receiverLatitudeE7 = clock.latitudeE7;
    context.receiverLongitudeE7 = clock.longitudeE7;
    nextTagMillis = UNKNOWN;
    nextTagArrival = UNKNOWN;
    nextTagStation = -1;
    nextSource = -1;
    nextPghpMillis = UNKNOWN;
    nextPghpStation = -1;
  }

  private void time(long millis, NmeaTimeSource from) {
    context.epochMillis = millis;
    context.timeSource = from;
  }

  private void part(byte[] buffer, int from, int to, int total, int part, int sequence, int fill) {
    for (PartTable.Slot old = parts.aged(line); old != null; old = parts.aged(line)) {
      giveUp(old, "not whole after " + PartTable.AGE_LINES + " lines");
    }
    byte channel = context.channel;
    int station = keyStation;
    PartTable.Slot slot =
        tag.groupId >= 0
            ? parts.ofGroup(tag.groupId, total, station)
            : part == 1 ? null : parts.ofSequence(sequence, channel, total, part, station);
    boolean again = slot != null && (slot.seen & 1 << part) != 0;
    if (slot == null || again) {
      if (part > 1 && (tag.groupId < 0 || again)) {
        reject(NmeaReject.STRAY_PART, "part " + part + " of " + total + " without the others");
        return;
      }
      slot = open(again ? slot : null, total, sequence);
    }
    if (!slot.add(part, buffer, from, to, fill)) {
      slot.parts++;
      follow(slot);
      giveUp(slot, NmeaReject.PAYLOAD_TOO_LONG, "parts of more than " + AisBits.MAX_BITS + " bits");
      return;
    }
    follow(slot);
    if (slot.parts == total) {
      whole(slot);
    }
  }

  private PartTable.Slot open(PartTable.@Nullable Slot replaced, int total, int sequence) {
    PartTable.Slot old = replaced;
    if (old == null) {
      old = parts.sameKey(sequence, context.channel, total, keyStation, tag.groupId);
    }
    if (old != null) {
      giveUp(old, "its key was used again");
    }
    PartTable.Slot slot = parts.free();
    if (slot.open) {
      giveUp(slot, "more than " + PartTable.SLOTS + " messages open");
    }
    slot.open = true;
    slot.total = total;
    slot.sequence = sequence;
    slot.channel = context.channel;
    slot.station = keyStation;
    slot.groupId = tag.groupId;
    slot.parts = 0;
    slot.seen = 0;
    slot.used = 0;
    slot.adjacent = true;
    slot.firstLine = line;
    slot.firstOffset = offset;
    slot.lastLine = line - 1;
    slot.epochMillis = context.epochMillis;
    slot.timeSource = context.timeSource;
    slot.arrivalMillis = context.arrivalMillis;
    slot.own = context.ownVessel;
    return slot;
  }

  private void follow(PartTable.Slot slot) {
    slot.adjacent &= slot.lastLine == line - 1;
    slot.lastLine = line;
    slot.lastOffset = offset;
    slot.lastLength = length;
  }

  private void whole(PartTable.Slot slot) {
    AisBits bits = message.bits;
    bits.clear();
    for (int i = 1; i <= slot.total; i++) {
      bits.append(slot.characters, slot.start[i], slot.start[i] + slot.length[i]);
      bits.drop(slot.fill[i]);
    }
    slot.open = false;
    context.parts = slot.total;
    context.offset = slot.spanOffset();
    context.length = slot.spanLength();
    context.line = slot.spanLine();
    // The first part was heard when its lines said; a later part knows less or the same.
    if (slot.timeSource != NmeaTimeSource.NONE) {
      time(slot.epochMillis, slot.timeSource);
    }
    if (slot.arrivalMillis != UNKNOWN) {
      context.arrivalMillis = slot.arrivalMillis;
    }
    context.station = slot.station >= 0 ? slot.station : context.station;
    context.ownVessel |= slot.own;
    deliver();
  }

  private void deliver() {
    AisBits bits = message.bits;
    message.settle();
    int type = message.type();
    int size = bits.bitLength();
    if (size < 38) {
      fail(NmeaReject.PAYLOAD_TOO_SHORT, "payload of " + size + " bits has no MMSI");
    } else if (type < 1 || type > 27) {
      fail(NmeaReject.UNKNOWN_TYPE, "message type " + type);
    } else if (size < AisLengths.least(type, bits)) {
      fail(
          NmeaReject.PAYLOAD_TOO_SHORT,
          "type " + type + " of " + size + " bits, needs " + AisLengths.least(type, bits));
    } else if (size > AisLengths.most(type)) {
      fail(
          NmeaReject.PAYLOAD_TOO_LONG,
          "type " + type + " of " + size + " bits, has at most " + AisLengths.most(type));
    } else {
      messageLines += context.parts;
      handler.message(message, context);
    }
  }

  private void fail(NmeaReject reason, String detail) {
    rejectedLines += context.parts;
    handler.reject(reason, context.offset, context.length, context.line, detail);
  }

  private void reject(NmeaReject reason, String detail) {
    rejectedLines++;
    handler.reject(reason, offset, length, line, detail);
  }

  private void giveUp(PartTable.Slot slot, String why) {
    giveUp(slot, NmeaReject.GROUP_INCOMPLETE, slot.parts + " of " + slot.total + " parts: " + why);
  }

  private void giveUp(PartTable.Slot slot, NmeaReject reason, String detail) {
    slot.open = false;
    rejectedLines += slot.parts;
    handler.reject(reason, slot.spanOffset(), slot.spanLength(), slot.spanLine(), detail);
  }

  /** Gives up the open messages, oldest first. */
  void finish() {
    long never = Long.MAX_VALUE;
    for (PartTable.Slot old = parts.aged(never); old != null; old = parts.aged(never)) {
      giveUp(old, "the source ended");
    }
  }
}
