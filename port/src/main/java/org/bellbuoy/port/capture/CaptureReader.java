package org.bellbuoy.port.capture;

import java.util.Locale;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packets of one capture in the order in which they stand there. What cannot be read is
 * rejected with its place, and reading goes on where a next packet can be found. Not thread safe.
 */
public abstract sealed class CaptureReader permits PcapReader, PcapngReader {
  /** Longer packets are not believed; the longest that tcpdump writes has a quarter of it. */
  static final int LONGEST_PACKET_BYTES = 1 << 20;

  /** How far a next packet is looked for behind a broken place. */
  static final int LONGEST_SEARCH_BYTES = 1 << 22;

  private static final int MAGIC_PCAPNG = 0x0a0d0d0a;

  final CaptureBytes bytes;
  final int source;
  final CaptureTally tally = new CaptureTally();
  private final Consumer<Reject> rejects;
  private long lastNanos = Long.MIN_VALUE;

  CaptureReader(CaptureBytes bytes, int source, Consumer<Reject> rejects) {
    this.bytes = bytes;
    this.source = source;
    this.rejects = rejects;
  }

  /** Whether the first bytes, at least four, are those of a capture. */
  public static boolean recognises(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int magic =
        (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
    return magic == MAGIC_PCAPNG || PcapReader.Form.of(magic) != null;
  }

  /**
   * Opens a capture.
   *
   * @param bytes its content
   * @param source index of the source, for packets and rejects
   * @return null when the content is no capture; that is told as a reject
   */
  static @Nullable CaptureReader open(CaptureBytes bytes, int source, Consumer<Reject> rejects) {
    if (!bytes.has(4)) {
      String detail =
          bytes.available() == 0
              ? "the file is empty; a capture begins with a header."
              : "the file has %d bytes; a capture begins with a header of 24 or more."
                  .formatted(bytes.available());
      rejects.accept(new Reject("not-a-capture", source, 0, bytes.available(), 0, detail));
      return null;
    }
    int magic = bytes.s32(0, false);
    if (magic == MAGIC_PCAPNG) {
      return new PcapngReader(bytes, source, rejects);
    }
    PcapReader.Form form = PcapReader.Form.of(magic);
    if (form == null) {
      rejects.accept(
          new Reject(
              "not-a-capture",
              source,
              0,
              4,
              0,
              String.format(
                  Locale.ROOT,
                  "the file begins with %08x, which is the beginning of neither pcap nor pcapng;"
                      + " give a capture as tcpdump or Wireshark write it.",
                  magic)));
      return null;
    }
    return PcapReader.open(bytes, source, form, rejects);
  }

  /**
   * Reads the next packet.
   *
   * @param packet is filled in; its bytes are valid until the next call
   * @return false at the end
   */
  public abstract boolean next(Packet packet);

  /** The word for the format: pcap or pcapng. */
  public abstract String format();

  /** What was counted so far. */
  public CaptureTally tally() {
    return tally;
  }

  /** Counts a packet that was read. */
  final boolean counted(Packet packet) {
    tally.packets++;
    tally.bytes += packet.length;
    if (packet.length < packet.originalLength) {
      tally.cut++;
    }
    if (packet.epochNanos < lastNanos) {
      tally.backwards++;
      tally.furthestBackNanos = Math.max(tally.furthestBackNanos, lastNanos - packet.epochNanos);
    }
    lastNanos = packet.epochNanos;
    return true;
  }

  /** Bytes that were passed over, for they hold nothing that can be read. */
  final void passedOver(String reason, long offset, long length, String detail) {
    tally.passedOver++;
    tally.passedOverBytes += length;
    if (tally.firstPassedOver == null) {
      tally.firstPassedOver = detail;
    }
    reject(reason, offset, length, detail);
  }

  /** What follows the last place that could be read was read for its digest only. */
  final void leftUnread(long length) {
    if (length > 0 && tally.passedOver > 0) {
      tally.passedOverBytes += length;
    }
  }

  final void reject(String reason, long offset, long length, String detail) {
    rejects.accept(
        new Reject(reason, source, offset, (int) Math.min(length, Integer.MAX_VALUE), 0, detail));
  }

  /** The content ends within something that takes more bytes. */
  final void cut(String what, long wanted) {
    brokenOff(
        bytes.position(),
        bytes.available(),
        "%s, of which %d of %d bytes are there".formatted(what, bytes.available(), wanted),
        "the capture ends within %s: %d of %d bytes are there; what came before was read."
            .formatted(what, bytes.available(), wanted));
  }

  /** The content ends where it should not: within what, as a phrase, and as a sentence. */
  final void brokenOff(long offset, long length, String within, String detail) {
    tally.brokenOff = within;
    reject("cut-capture", offset, length, detail);
  }
}
