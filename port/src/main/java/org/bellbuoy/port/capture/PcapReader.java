package org.bellbuoy.port.capture;

import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/** Reads pcap (draft-ietf-opsawg-pcap): both byte orders, micro- and nanoseconds. */
final class PcapReader extends CaptureReader {
  private static final int HEADER_BYTES = 24;
  private static final long NANOS = 1_000_000_000L;

  /** Packets of one capture are seldom further apart; used only to find one again. */
  private static final long PLAUSIBLE_SECONDS = 30L * 86_400;

  /**
   * What the magic number says.
   *
   * @param little whether numbers have their low byte first
   * @param fractionNanos nanoseconds of one unit of the fraction
   * @param recordBytes header of each packet; that of Kuznetzov's libpcap has eight more
   */
  record Form(boolean little, long fractionNanos, int recordBytes) {
    static @Nullable Form of(int magic) {
      return switch (magic) {
        case 0xa1b2c3d4 -> new Form(false, 1000, 16);
        case 0xd4c3b2a1 -> new Form(true, 1000, 16);
        case 0xa1b23c4d -> new Form(false, 1, 16);
        case 0x4d3cb2a1 -> new Form(true, 1, 16);
        case 0xa1b2cd34 -> new Form(false, 1000, 24);
        case 0x34cdb2a1 -> new Form(true, 1000, 24);
        default -> null;
      };
    }
  }

  private final Form form;
  private final LinkType linkType;
  private long frame;
  private long lastSeconds = -1;

  private PcapReader(
      CaptureBytes bytes, int source, Form form, LinkType linkType, Consumer<Reject> rejects) {
    super(bytes, source, rejects);
    this.form = form;
    this.linkType = linkType;
  }

  static @Nullable CaptureReader open(
      CaptureBytes bytes, int source, Form form, Consumer<Reject> rejects) {
    if (!bytes.has(HEADER_BYTES)) {
      rejects.accept(
          new Reject(
              "cut-capture",
              source,
              0,
              bytes.available(),
              0,
              "the capture ends within its header: %d of %d bytes are there."
                  .formatted(bytes.available(), HEADER_BYTES)));
      return null;
    }
    int number = bytes.u16(form.little ? 20 : 22, form.little);
    LinkType linkType = LinkType.of(number);
    if (linkType == null) {
      rejects.accept(
          new Reject(
              "link-type",
              source,
              20,
              4,
              0,
              ("link type %d is not read, and with it none of this capture's packets; capture on"
                      + " an Ethernet interface.")
                  .formatted(number)));
      return null;
    }
    bytes.at += HEADER_BYTES;
    return new PcapReader(bytes, source, form, linkType, rejects);
  }

  @Override
  public String format() {
    return "pcap";
  }

  @Override
  public boolean next(Packet packet) {
    while (true) {
      if (!bytes.has(form.recordBytes)) {
        if (bytes.available() > 0) {
          cut("the header of packet " + (frame + 1), form.recordBytes);
          bytes.at = bytes.end;
        }
        return false;
      }
      long captured = bytes.u32(8, form.little);
      if (captured > LONGEST_PACKET_BYTES) {
        if (!searchOn(captured)) {
          return false;
        }
        continue;
      }
      int length = (int) captured;
      if (!bytes.has(form.recordBytes + length)) {
        cut("packet " + (frame + 1), form.recordBytes + captured);
        bytes.at = bytes.end;
        return false;
      }
      fill(packet, length);
      bytes.at += form.recordBytes + length;
      return counted(packet);
    }
  }

  private void fill(Packet packet, int length) {
    lastSeconds = bytes.u32(0, form.little);
    packet.epochNanos = lastSeconds * NANOS + bytes.u32(4, form.little) * form.fractionNanos;
    packet.buffer = bytes.buffer;
    packet.offset = bytes.at + form.recordBytes;
    packet.length = length;
    packet.originalLength =
        Math.max(length, (int) Math.min(bytes.u32(12, form.little), Integer.MAX_VALUE));
    packet.interfaceId = 0;
    packet.linkType = linkType;
    packet.source = source;
    packet.frame = ++frame;
    packet.fileOffset = bytes.position();
    packet.recordLength = form.recordBytes + length;
  }

  /** Looks for two packets in a row that fit together; false when none is near. */
  private boolean searchOn(long captured) {
    long broken = bytes.position();
    for (int skipped = 1; skipped < LONGEST_SEARCH_BYTES; skipped++) {
      bytes.at++;
      if (!bytes.has(form.recordBytes)) {
        bytes.at = bytes.end;
        break;
      }
      if (plausible(0)) {
        int next = form.recordBytes + bytes.s32(8, form.little);
        boolean more = bytes.has(next + form.recordBytes);
        if (more ? plausible(next) : bytes.available() == next) {
          passedOver(
              "impossible-length",
              broken,
              skipped,
              "packet %d is said to have %d bytes; the next packet was found %d bytes on."
                  .formatted(frame + 1, captured, skipped));
          return true;
        }
      }
    }
    passedOver(
        "impossible-length",
        broken,
        bytes.position() - broken,
        "packet %d is said to have %d bytes, and no packet was found behind it; the rest was not read."
            .formatted(frame + 1, captured));
    return false;
  }

  private boolean plausible(int from) {
    long seconds = bytes.u32(from, form.little);
    long fraction = bytes.u32(from + 4, form.little);
    long captured = bytes.u32(from + 8, form.little);
    long original = bytes.u32(from + 12, form.little);
    return captured > 0
        && captured <= original
        && original <= LONGEST_PACKET_BYTES
        && fraction * form.fractionNanos < NANOS
        && (lastSeconds < 0 || Math.abs(seconds - lastSeconds) < PLAUSIBLE_SECONDS);
  }
}
