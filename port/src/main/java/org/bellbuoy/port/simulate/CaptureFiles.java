package org.bellbuoy.port.simulate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes pcapng (draft-ietf-opsawg-pcapng) with one section and one Ethernet interface in each
 * file; a new file is begun when a frame of the next day or hour comes.
 */
final class CaptureFiles implements Closeable {
  private static final String SIMULATED = "SIMULATED by bellbuoy port simulate: no such network";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'simulated-'uuuuMMdd'.pcapng'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("'simulated-'uuuuMMdd'T'HH'.pcapng'").withZone(ZoneOffset.UTC);
  private static final long SECOND = 1_000_000_000L;

  private final Path folder;
  private final PortScenario scenario;
  private final List<PortTruth.Capture> done = new ArrayList<>();
  private @Nullable OutputStream out;
  private String name = "";
  private long untilNanos = Long.MIN_VALUE;
  private long frames;
  private long firstNanos;
  private long lastNanos;

  CaptureFiles(Path folder, PortScenario scenario) {
    this.folder = folder;
    this.scenario = scenario;
  }

  /** Writes one frame and returns its number in its file, from 1. */
  long write(long epochNanos, byte[] frame) throws IOException {
    OutputStream to = epochNanos >= untilNanos ? begin(epochNanos) : out;
    if (to == null) {
      throw new IllegalStateException("a frame before the first");
    }
    int padded = frame.length + 3 & ~3;
    ByteWriter block = new ByteWriter(32 + padded);
    block.u32(6).u32(32 + padded).u32(0).u64(epochNanos).u32(frame.length).u32(frame.length);
    to.write(block.add(frame).zeros(padded - frame.length).u32(32 + padded).bytes());
    frames++;
    firstNanos = frames == 1 ? epochNanos : firstNanos;
    lastNanos = epochNanos;
    return frames;
  }

  /** The file that the last frame went to. */
  String name() {
    return name;
  }

  private OutputStream begin(long epochNanos) throws IOException {
    close();
    long span = scenario.rotation() == PortScenario.Rotation.DAY ? 86_400 * SECOND : 3600 * SECOND;
    long from = Math.floorDiv(epochNanos, span) * span;
    untilNanos = from + span;
    DateTimeFormatter form = scenario.rotation() == PortScenario.Rotation.DAY ? DAY : HOUR;
    name = form.format(Instant.ofEpochSecond(from / SECOND));
    frames = 0;
    OutputStream begun =
        new BufferedOutputStream(
            Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW), 1 << 16);
    out = begun;
    begun.write(section());
    begun.write(description());
    return begun;
  }

  private byte[] section() {
    ByteWriter body = new ByteWriter().u32(0x1a2b3c4d).u16(1).u16(0).u64(-1);
    option(body, 1, SIMULATED + "; seed " + scenario.seed());
    option(body, 2, "SIMULATED");
    option(body, 4, "bellbuoy port simulate");
    return block(0x0a0d0d0a, body.u32(0));
  }

  private static byte[] description() {
    ByteWriter body = new ByteWriter().u16(1).u16(0).u32(0);
    option(body, 2, "simulated0");
    option(body, 3, "SIMULATED mirror port of the crane network");
    body.u16(9).u16(1).u8(9).zeros(3);
    return block(1, body.u32(0));
  }

  private static void option(ByteWriter body, int code, String text) {
    body.u16(code).u16(text.length()).text(text).zeros(-text.length() & 3);
  }

  private static byte[] block(int type, ByteWriter body) {
    int length = body.size() + 12;
    return new ByteWriter(length).u32(type).u32(length).add(body.bytes()).u32(length).bytes();
  }

  /** The files that were written, once closed. */
  List<PortTruth.Capture> done() {
    return List.copyOf(done);
  }

  @Override
  public void close() throws IOException {
    OutputStream open = out;
    if (open != null) {
      out = null;
      open.close();
      done.add(
          new PortTruth.Capture(name, frames, Wire.instant(firstNanos), Wire.instant(lastNanos)));
    }
  }
}
