package org.bellbuoy.port.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Reads pcapng (draft-ietf-opsawg-pcapng): sections of either byte order, several interfaces and
 * link types, enhanced, simple and obsolete packet blocks, statistics. Other blocks are passed
 * over.
 */
final class PcapngReader extends CaptureReader {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int ORDER = 0x1a2b3c4d;
  private static final int ORDER_SWAPPED = 0x4d3c2b1a;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int STATISTICS = 5;
  private static final int ENHANCED_PACKET = 6;
  private static final int OVERHEAD = 12;
  private static final int SECTION_OPTIONS = 24;
  private static final int MOST_SECTION_LOOKED_AT = 1024;
  private static final byte[] SIMULATED = "SIMULATED".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_BLOCK_BYTES = LONGEST_PACKET_BYTES + (1 << 16);

  private final List<PcapngInterface> interfaces = new ArrayList<>();
  private boolean little = true;
  private long frame;
  private long lastEpochNanos;

  PcapngReader(CaptureBytes bytes, int source, Consumer<Reject> rejects) {
    super(bytes, source, rejects);
  }

  @Override
  public String format() {
    return "pcapng";
  }

  @Override
  public boolean next(Packet packet) {
    while (true) {
      if (!bytes.has(OVERHEAD)) {
        if (bytes.available() > 0) {
          cut("the header of a block", OVERHEAD);
          bytes.at = bytes.end;
        }
        return false;
      }
      int type = bytes.s32(0, little);
      if (type == SECTION && !section()) {
        if (!searchOn("byte order of a section", bytes.u32(8, false))) {
          return false;
        }
        continue;
      }
      long length = bytes.u32(4, little);
      boolean wanted = type == SECTION || (type >= INTERFACE && type <= ENHANCED_PACKET);
      if (length < OVERHEAD || length % 4 != 0 || (wanted && length > LONGEST_BLOCK_BYTES)) {
        if (!searchOn("length of a block", length)) {
          return false;
        }
        continue;
      }
      if (!wanted) {
        long from = bytes.position();
        if (!bytes.skip(length)) {
          brokenOff(
              from,
              bytes.position() - from,
              "a block of type " + type,
              "the capture ends within a block of type %d; what came before was read."
                  .formatted(type));
          return false;
        }
        continue;
      }
      int size = (int) length;
      if (!bytes.has(size)) {
        cut("a block of type " + type, size);
        bytes.at = bytes.end;
        return false;
      }
      if (bytes.u32(size - 4, little) != length) {
        if (!searchOn("second length of a block", bytes.u32(size - 4, little))) {
          return false;
        }
        continue;
      }
      boolean filled = block(type, size, packet);
      bytes.at += size;
      if (filled) {
        return counted(packet);
      }
    }
  }

  /** Begins a section; false when its byte order cannot be told. */
  private boolean section() {
    int order = bytes.s32(8, false);
    if (order != ORDER && order != ORDER_SWAPPED) {
      return false;
    }
    little = order == ORDER_SWAPPED;
    interfaces.clear();
    return true;
  }

  /** The word stands in the comment of the section. */
  private boolean saysSimulated(int size) {
    for (int i = SECTION_OPTIONS; i + SIMULATED.length <= size; i++) {
      if (Arrays.equals(
          bytes.buffer,
          bytes.at + i,
          bytes.at + i + SIMULATED.length,
          SIMULATED,
          0,
          SIMULATED.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean block(int type, int size, Packet packet) {
    return switch (type) {
      case SECTION -> {
        tally.simulated |= saysSimulated(Math.min(size, MOST_SECTION_LOOKED_AT));
        yield false;
      }
      case INTERFACE -> {
        addInterface(size);
        yield false;
      }
      case ENHANCED_PACKET ->
          size >= 32
              ? packet(packet, size, bytes.u32(8, little), 12, 28)
              : tooShort("enhanced packet", size);
      case OLD_PACKET ->
          size >= 32
              ? packet(packet, size, bytes.u16(8, little), 12, 28)
              : tooShort("packet", size);
      case SIMPLE_PACKET -> size >= 16 ? simple(packet, size) : tooShort("simple packet", size);
      case STATISTICS -> {
        statistics(size);
        yield false;
      }
      default -> false;
    };
  }

  private boolean tooShort(String what, int size) {
    frame++;
    passedOver(
        "impossible-length",
        bytes.position(),
        size,
        "the %s block of packet %d has %d bytes, too few to hold a packet."
            .formatted(what, frame, size));
    return false;
  }

  private void addInterface(int size) {
    if (size < 20) {
      tooShort("interface", size);
      frame--;
      return;
    }
    PcapngInterface added = PcapngInterface.plain(bytes.u16(8, little), bytes.u32(12, little));
    int at = 16;
    while (at + 4 <= size - 4) {
      int code = bytes.u16(at, little);
      int length = bytes.u16(at + 2, little);
      if (code == 0 || at + 4 + length > size - 4) {
        break;
      }
      if (code == 9 && length >= 1) {
        added = added.withResolution(bytes.u8(at + 4));
      } else if (code == 14 && length >= 8) {
        long first = bytes.u32(at + 4, little);
        long second = bytes.u32(at + 8, little);
        added = added.withOffset(little ? second << 32 | first : first << 32 | second);
      }
      at += 4 + (length + 3 & ~3);
    }
    if (added.linkType() == null) {
      reject(
          "link-type",
          bytes.position(),
          size,
          "interface %d has link type %d, which is not read, and with it none of its packets."
              .formatted(interfaces.size(), added.number()));
    }
    interfaces.add(added);
  }

  /** Reads isb_ifdrop: what the interface dropped for want of room. */
  private void statistics(int size) {
    int at = 20;
    while (at + 4 <= size - 4) {
      int code = bytes.u16(at, little);
      int length = bytes.u16(at + 2, little);
      if (code == 0 || at + 4 + length > size - 4) {
        return;
      }
      if (code == 5 && length >= 8) {
        long first = bytes.u32(at + 4, little);
        long second = bytes.u32(at + 8, little);
        tally.dropped += little ? second << 32 | first : first << 32 | second;
      }
      at += 4 + (length + 3 & ~3);
    }
  }

  /** A packet with interface, time and lengths: time at 12, captured length at 20, bytes at 28. */
  private boolean packet(Packet packet, int size, long interfaceId, int timeAt, int dataAt) {
    frame++;
    PcapngInterface from = interfaceOf(interfaceId, size);
    if (from == null) {
      return false;
    }
    long units = bytes.u32(timeAt, little) << 32 | bytes.u32(timeAt + 4, little);
    long captured = bytes.u32(timeAt + 8, little);
    if (captured > size - dataAt - 4) {
      passedOver(
          "impossible-length",
          bytes.position(),
          size,
          "packet %d is said to have %d bytes in a block of %d.".formatted(frame, captured, size));
      return false;
    }
    lastEpochNanos = from.epochNanos(units);
    fill(packet, from, (int) interfaceId, dataAt, (int) captured, bytes.u32(timeAt + 12, little));
    return true;
  }

  /** A packet without a time: it gets that of the packet before it. */
  private boolean simple(Packet packet, int size) {
    frame++;
    PcapngInterface from = interfaceOf(0, size);
    if (from == null) {
      return false;
    }
    long original = bytes.u32(8, little);
    long captured = Math.min(original, size - 16);
    if (from.snapBytes() > 0) {
      captured = Math.min(captured, from.snapBytes());
    }
    fill(packet, from, 0, 12, (int) captured, original);
    return true;
  }

  private @Nullable PcapngInterface interfaceOf(long id, int size) {
    if (id >= interfaces.size()) {
      passedOver(
          "unknown-interface",
          bytes.position(),
          size,
          "packet %d is of interface %d, but only %d are described before it."
              .formatted(frame, id, interfaces.size()));
      return null;
    }
    PcapngInterface from = interfaces.get((int) id);
    if (from.linkType() == null) {
      tally.unread++;
      return null;
    }
    return from;
  }

  private void fill(
      Packet packet, PcapngInterface from, int id, int dataAt, int captured, long original) {
    LinkType linkType = from.linkType();
    if (linkType == null) {
      return;
    }
    packet.linkType = linkType;
    packet.buffer = bytes.buffer;
    packet.offset = bytes.at + dataAt;
    packet.length = captured;
    packet.originalLength = Math.max(captured, (int) Math.min(original, Integer.MAX_VALUE));
    packet.epochNanos = lastEpochNanos;
    packet.interfaceId = id;
    packet.source = source;
    packet.frame = frame;
    packet.fileOffset = bytes.position();
    packet.recordLength = (int) bytes.u32(4, little);
  }

  /** Looks for a block whose two lengths agree; false when none is near. */
  private boolean searchOn(String field, long value) {
    long broken = bytes.position();
    for (int skipped = 4; skipped < LONGEST_SEARCH_BYTES; skipped += 4) {
      bytes.at += 4;
      if (!bytes.has(OVERHEAD)) {
        bytes.at = bytes.end;
        break;
      }
      int type = bytes.s32(0, little);
      long length = bytes.u32(4, little);
      boolean known = type == SECTION || (type >= INTERFACE && type <= ENHANCED_PACKET);
      if (known
          && length > OVERHEAD
          && length % 4 == 0
          && length <= LONGEST_BLOCK_BYTES
          && bytes.has((int) length)
          && bytes.u32((int) length - 4, little) == length) {
        passedOver(
            "impossible-length",
            broken,
            skipped,
            String.format(
                Locale.ROOT,
                "the %s is %d; the next block was found %d bytes on.",
                field,
                value,
                skipped));
        return true;
      }
    }
    passedOver(
        "impossible-length",
        broken,
        bytes.position() - broken,
        "the %s is %d, and no block was found behind it; the rest was not read."
            .formatted(field, value));
    return false;
  }
}
