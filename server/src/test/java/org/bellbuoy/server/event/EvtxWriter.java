package org.bellbuoy.server.event;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes small binary logs for tests, by the libevtx notes on the format. */
final class EvtxWriter {
  /** 2021-03-14 02:39:30.2270001 UTC. */
  static final long FILE_TIME = 132_601_631_702_270_001L;

  private final List<Chunk> chunks = new ArrayList<>();

  /** Begins a chunk. */
  Chunk chunk() {
    Chunk chunk = new Chunk();
    chunks.add(chunk);
    return chunk;
  }

  /** Adds a chunk of one record. */
  EvtxWriter chunk(long id, BinPart.El template, BinPart.Value... values) {
    chunk().record(id, template, values);
    return this;
  }

  /** How binary XML stands within a value. */
  enum Embedding {
    ELEMENT,
    FRAGMENT,
    TEMPLATE
  }

  /** The whole file. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    header.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
    header.putLong(16, chunks.size() - 1);
    header.putLong(24, 1000);
    header.putInt(32, 128);
    header.putShort(36, (short) 1);
    header.putShort(38, (short) 3);
    header.putShort(40, (short) 4096);
    header.putShort(42, (short) chunks.size());
    CRC32 crc = new CRC32();
    crc.update(header.array(), 0, 120);
    header.putInt(124, (int) crc.getValue());
    out.writeBytes(header.array());
    chunks.forEach(chunk -> out.writeBytes(chunk.bytes()));
    return out.toByteArray();
  }

  /** Puts the checksums of a chunk right after a test has changed it. */
  static void seal(byte[] file, int chunk) {
    ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int from = 4096 + (chunk << 16);
    CRC32 records = new CRC32();
    records.update(file, from + 512, all.getInt(from + 48) - 512);
    all.putInt(from + 52, (int) records.getValue());
    CRC32 header = new CRC32();
    header.update(file, from, 120);
    header.update(file, from + 128, 384);
    all.putInt(from + 124, (int) header.getValue());
  }

  /** One chunk under way. */
  static final class Chunk {
    private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<BinPart.El, Integer> templates = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private int last;

    Chunk() {
      out.position(512);
    }

    /** Where the next record begins, from the chunk's start. */
    int position() {
      return out.position();
    }

    /** A record of a template and its values, after the record's number and time. */
    Chunk record(long id, BinPart.El template, BinPart.Value... values) {
      BinPart.Value[] all = new BinPart.Value[values.length + 2];
      all[0] = BinPart.Value.number(0x0a, 8, id);
      all[1] = BinPart.Value.number(0x11, 8, FILE_TIME);
      System.arraycopy(values, 0, all, 2, values.length);
      return raw(id, () -> instance(template, List.of(all)));
    }

    /** A record whose binary XML the test writes. */
    Chunk raw(long id, Runnable body) {
      last = out.position();
      out.putInt(0x2a2a).putInt(0).putLong(id).putLong(FILE_TIME);
      fragmentHeader();
      body.run();
      out.put((byte) 0);
      int size = out.position() + 4 - last;
      out.putInt(size).putInt(last + 4, size);
      ids.add(id);
      return this;
    }

    /** A record without and one with binary XML in value 2. */
    Chunk embedded(long id, Embedding kind, BinPart.El outer, BinPart.El inner) {
      BinPart.El template = BinPart.event(outer);
      // The template is written by a record before, so that its names are known.
      record(id, template, BinPart.Value.nothing());
      return raw(
          id + 1,
          () -> {
            instance(
                template,
                List.of(
                    BinPart.Value.number(0x0a, 8, id + 1),
                    BinPart.Value.number(0x11, 8, FILE_TIME),
                    new BinPart.Value(0x21, new byte[0])));
            int start = out.position();
            switch (kind) {
              case ELEMENT -> write(inner, false);
              case FRAGMENT -> fragmentHeader().write(inner, true);
              case TEMPLATE -> fragmentHeader().instance(inner, List.of());
            }
            out.putShort(start - 16 - 4, (short) (out.position() - start));
          });
    }

    Chunk fragmentHeader() {
      out.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
      return this;
    }

    void bytes(int... bytes) {
      for (int one : bytes) {
        out.put((byte) one);
      }
    }

    void int32(int value) {
      out.putInt(value);
    }

    void instance(BinPart.El template, List<BinPart.Value> values) {
      Integer known = templates.get(template);
      out.put((byte) 0x0c).put((byte) 1).putInt(0x1234);
      if (known == null) {
        int at = out.position() + 4;
        templates.put(template, at);
        out.putInt(at).putInt(0).putLong(0x1234).putLong(0x5678).putInt(0);
        fragmentHeader();
        write(template, true);
        out.put((byte) 0);
        out.putInt(at + 20, out.position() - at - 24);
      } else {
        out.putInt(known);
      }
      out.putInt(values.size());
      for (BinPart.Value value : values) {
        out.putShort((short) value.bytes().length).put((byte) value.type()).put((byte) 0);
      }
      values.forEach(value -> out.put(value.bytes()));
    }

    void write(BinPart part, boolean identified) {
      switch (part) {
        case BinPart.El element -> element(element, identified);
        case BinPart.Str text -> {
          out.put((byte) 0x05).put((byte) 0x01);
          counted(text.value());
        }
        case BinPart.Cdata text -> {
          out.put((byte) 0x07);
          counted(text.value());
        }
        case BinPart.CharRef reference -> out.put((byte) 0x08).putShort((short) reference.value());
        case BinPart.EntityRef reference -> {
          out.put((byte) 0x09);
          name(reference.name());
        }
        case BinPart.Pi pi -> {
          out.put((byte) 0x0a);
          name(pi.target());
          out.put((byte) 0x0b);
          counted(pi.data());
        }
        case BinPart.Sub sub ->
            out.put((byte) (sub.optional() ? 0x0e : 0x0d))
                .putShort((short) sub.index())
                .put((byte) sub.type());
      }
    }

    private void element(BinPart.El element, boolean identified) {
      boolean listed = !element.attributes().isEmpty();
      out.put((byte) (listed ? 0x41 : 0x01));
      if (identified) {
        out.putShort((short) -1);
      }
      int size = out.position();
      out.putInt(0);
      name(element.name());
      if (listed) {
        int list = out.position();
        out.putInt(0);
        for (int i = 0; i < element.attributes().size(); i++) {
          out.put((byte) (i + 1 < element.attributes().size() ? 0x46 : 0x06));
          name(element.attributes().get(i).name());
          element.attributes().get(i).value().forEach(part -> write(part, true));
        }
        out.putInt(list, out.position() - list - 4);
      }
      if (element.content().isEmpty()) {
        out.put((byte) 0x03);
      } else {
        out.put((byte) 0x02);
        element.content().forEach(part -> write(part, identified));
        out.put((byte) 0x04);
      }
      out.putInt(size, out.position() - size - 4);
    }

    private void counted(String text) {
      out.putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private void name(String name) {
      Integer known = names.get(name);
      if (known != null) {
        out.putInt(known);
        return;
      }
      int at = out.position() + 4;
      names.put(name, at);
      int hash = 0;
      for (char c : name.toCharArray()) {
        hash = hash * 65599 + c;
      }
      out.putInt(at).putInt(0).putShort((short) hash);
      counted(name);
      out.putShort((short) 0);
    }

    private byte[] bytes() {
      int free = out.position();
      byte[] bytes = out.array().clone();
      ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      header.put(0, "ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
      long first = ids.isEmpty() ? 0 : ids.getFirst();
      long end = ids.isEmpty() ? 0 : ids.getLast();
      header.putLong(8, first).putLong(16, end).putLong(24, first).putLong(32, end);
      header.putInt(40, 128).putInt(44, last).putInt(48, free);
      byte[] file = new byte[4096 + bytes.length];
      System.arraycopy(bytes, 0, file, 4096, bytes.length);
      seal(file, 0);
      return Arrays.copyOfRange(file, 4096, file.length);
    }
  }
}
