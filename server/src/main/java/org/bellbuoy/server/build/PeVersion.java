package org.bellbuoy.server.build;

import java.util.Arrays;
import java.util.Optional;
import org.bellbuoy.core.source.Content;
import org.jspecify.annotations.Nullable;

/**
 * The version a Windows program or library carries in its resources: VS_FIXEDFILEINFO within
 * VS_VERSIONINFO (PE format, section .rsrc, resource type 16). Reads headers and the resource
 * section only, both bounded; hostile bytes give a sentence, never an exception.
 *
 * @param file file version
 * @param product product version
 * @param offset where VS_FIXEDFILEINFO begins in the file
 */
record PeVersion(BuildNumber file, BuildNumber product, long offset) {
  /** Bytes at the start that must hold all headers. */
  static final int HEAD_BYTES = 8192;

  /** Largest resource section that is read. */
  static final int LARGEST_RESOURCES_BYTES = 8 << 20;

  /** Bytes of VS_FIXEDFILEINFO. */
  static final int FIXED_BYTES = 52;

  private static final int SECTIONS_MOST = 96;
  private static final int ENTRIES_MOST = 4096;
  private static final int VERSION_TYPE = 16;
  private static final int FIXED_SIGNATURE = 0xFEEF04BD;
  private static final byte[] KEY = utf16("VS_VERSION_INFO");

  /** Either a version or why there is none. */
  record Outcome(@Nullable PeVersion version, String problem) {}

  /** Where the resources lie in the file. */
  record Section(long fileOffset, int bytes, long address, long resourceAddress) {}

  private static Outcome none(String problem) {
    return new Outcome(null, problem);
  }

  /** Reads as much of the content as it takes. */
  static Outcome read(Content content) {
    byte[] head = content.peek(HEAD_BYTES);
    Section section = section(head);
    if (section == null) {
      return none("is no Windows program with resources");
    }
    if (section.bytes() > LARGEST_RESOURCES_BYTES) {
      return none(
          "has resources of %d bytes, more than the %d that are read"
              .formatted(section.bytes(), LARGEST_RESOURCES_BYTES));
    }
    byte[] resources = take(content, section.fileOffset(), section.bytes());
    return find(resources, section)
        .map(v -> new Outcome(v, ""))
        .orElseGet(() -> none(content.problem() == null ? "holds no version" : content.problem()));
  }

  private static byte[] take(Content content, long from, int bytes) {
    byte[] buffer = new byte[1 << 16];
    byte[] wanted = new byte[0];
    int have = 0;
    while (have < bytes) {
      long at = content.offset();
      int n = content.read(buffer);
      if (n < 0) {
        break;
      }
      long skip = Math.max(0, from - at);
      if (skip < n) {
        int take = (int) Math.min(n - skip, bytes - have);
        if (have + take > wanted.length) {
          // Grows with what is there, not with what the header claims.
          wanted = Arrays.copyOf(wanted, Math.min(bytes, Math.max(have + take, 2 * have)));
        }
        System.arraycopy(buffer, (int) skip, wanted, have, take);
        have += take;
      }
    }
    return Arrays.copyOf(wanted, have);
  }

  /** The section that holds the resources; null where the head is none of a program with some. */
  static @Nullable Section section(byte[] head) {
    if (u16(head, 0) != 0x5a4d) {
      return null;
    }
    long pe = u32(head, 0x3c);
    if (pe < 0 || pe > HEAD_BYTES || u32(head, pe) != 0x4550) {
      return null;
    }
    int sections = u16(head, pe + 6);
    int optional = u16(head, pe + 20);
    int magic = u16(head, pe + 24);
    if (sections < 1 || sections > SECTIONS_MOST || (magic != 0x10b && magic != 0x20b)) {
      return null;
    }
    long directories = pe + 24 + (magic == 0x10b ? 96 : 112);
    long resource = u32(head, directories + 16);
    if (directories + 24 > pe + 24 + optional || resource <= 0) {
      return null;
    }
    for (int i = 0; i < sections; i++) {
      long at = pe + 24 + optional + 40L * i;
      long address = u32(head, at + 12);
      long raw = u32(head, at + 16);
      long file = u32(head, at + 20);
      if (address >= 0 && raw > 0 && file > 0 && resource >= address && resource < address + raw) {
        return new Section(file, (int) Math.min(raw, Integer.MAX_VALUE), address, resource);
      }
    }
    return null;
  }

  private static Optional<PeVersion> find(byte[] bytes, Section section) {
    long root = section.resourceAddress() - section.address();
    long names = child(bytes, root, root, VERSION_TYPE);
    long languages = names < 0 ? -1 : child(bytes, root, names, -1);
    long leaf = languages < 0 ? -1 : entry(bytes, languages, -1);
    if (leaf < 0 || (leaf & 0x80000000L) != 0) {
      return Optional.empty();
    }
    long data = u32(bytes, root + leaf);
    long size = u32(bytes, root + leaf + 4);
    long at = data - section.address();
    if (data < 0 || size < 0 || at < 0 || at >= bytes.length) {
      return Optional.empty();
    }
    return version(bytes, at, Math.min(bytes.length, at + size), section.fileOffset());
  }

  private static Optional<PeVersion> version(byte[] bytes, long at, long end, long fileOffset) {
    long key = at + 6;
    if (key + KEY.length > end
        || !Arrays.equals(bytes, (int) key, (int) key + KEY.length, KEY, 0, KEY.length)) {
      return Optional.empty();
    }
    long fixed = at + ((6 + KEY.length + 2 + 3) & ~3);
    if (fixed + FIXED_BYTES > end || u32(bytes, fixed) != (FIXED_SIGNATURE & 0xffffffffL)) {
      return Optional.empty();
    }
    return Optional.of(
        new PeVersion(number(bytes, fixed + 8), number(bytes, fixed + 16), fileOffset + fixed));
  }

  private static BuildNumber number(byte[] bytes, long at) {
    return new BuildNumber(
        u16(bytes, at + 2), u16(bytes, at), u16(bytes, at + 6), u16(bytes, at + 4));
  }

  /** Start of the directory below one entry; −1 where there is none. */
  private static long child(byte[] bytes, long root, long directory, int id) {
    long to = entry(bytes, directory, id);
    return to < 0 || (to & 0x80000000L) == 0 ? -1 : root + (to & 0x7fffffffL);
  }

  /** What the entry with that id points to, or the first one's for −1; −1 where there is none. */
  private static long entry(byte[] bytes, long directory, int id) {
    int named = u16(bytes, directory + 12);
    int numbered = u16(bytes, directory + 14);
    if (named < 0 || numbered < 0) {
      return -1;
    }
    int count = Math.min(named + numbered, ENTRIES_MOST);
    for (int i = 0; i < count; i++) {
      long at = directory + 16 + 8L * i;
      if (id < 0 || u32(bytes, at) == id) {
        return u32(bytes, at + 4);
      }
    }
    return -1;
  }

  private static int u16(byte[] b, long at) {
    return at < 0 || at + 2 > b.length ? -1 : (b[(int) at] & 0xff) | (b[(int) at + 1] & 0xff) << 8;
  }

  private static long u32(byte[] b, long at) {
    return at < 0 || at + 4 > b.length
        ? -1
        : (u16(b, at) | ((long) u16(b, at + 2) << 16)) & 0xffffffffL;
  }

  private static byte[] utf16(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
  }
}
