package org.bellbuoy.port.content;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Kinds of files that run or are flashed, told by how they begin. */
enum FileKind {
  WINDOWS_PROGRAM("windows-program", true),
  LINUX_PROGRAM("linux-program", true),
  MAC_PROGRAM("mac-program", true),
  INSTALLER("installer-or-office-file", false),
  CABINET("cabinet", false),
  ARCHIVE("archive", false),
  SCRIPT("script", true),
  BOOT_IMAGE("boot-image", true),
  FILE_SYSTEM_IMAGE("file-system-image", true),
  HEX_IMAGE("hex-image", true);

  private final String word;
  private final boolean runs;

  FileKind(String word, boolean runs) {
    this.word = word;
    this.runs = runs;
  }

  /** The word that stands in files. */
  String word() {
    return word;
  }

  /** Whether such a file can do nothing but run or be flashed. */
  boolean runs() {
    return runs;
  }

  /** The kind of a file by its first bytes; null where it is none of these. */
  static @Nullable FileKind of(byte[] b, int o, int n) {
    if (n < 16) {
      return null;
    }
    int magic = Bytes.s32(b, o);
    FileKind kind =
        switch (magic) {
          case 0x7f454c46 -> b[o + 4] == 1 || b[o + 4] == 2 ? LINUX_PROGRAM : null;
          case 0xcffaedfe, 0xcefaedfe, 0xfeedfacf, 0xfeedface -> MAC_PROGRAM;
          case 0xd0cf11e0 -> Bytes.s32(b, o + 4) == 0xa1b11ae1 ? INSTALLER : null;
          case 0x4d534346 -> Bytes.s32(b, o + 4) == 0 ? CABINET : null;
          case 0x504b0304 -> ARCHIVE;
          case 0x1f8b0800, 0x1f8b0808 -> ARCHIVE;
          case 0x27051956 -> BOOT_IMAGE;
          case 0xd00dfeed -> BOOT_IMAGE;
          case 0x68737173, 0x73717368, 0x55424923, 0x48445230 -> FILE_SYSTEM_IMAGE;
          default -> null;
        };
    if (kind == null && b[o] == 'M' && b[o + 1] == 'Z') {
      kind = windows(b, o, n) ? WINDOWS_PROGRAM : null;
    }
    if (kind == null && b[o] == '#' && b[o + 1] == '!' && b[o + 2] == '/') {
      kind = SCRIPT;
    }
    return kind == null && hexImage(b, o, n) ? HEX_IMAGE : kind;
  }

  /** Behind the old header stands where the new one begins (PE format, 3.1). */
  private static boolean windows(byte[] b, int o, int n) {
    if (n < 64) {
      return false;
    }
    long at = Bytes.u32Little(b, o + 60);
    if (at < 64 || at > 4096) {
      return false;
    }
    return at + 4 > n || Bytes.s32(b, (int) (o + at)) == 0x50450000;
  }

  /** Intel HEX or Motorola S-records: a first line whose checksum holds. */
  private static boolean hexImage(byte[] b, int o, int n) {
    boolean intel = b[o] == ':';
    if (!intel && (b[o] != 'S' || b[o + 1] != '0')) {
      return false;
    }
    String line = new String(b, o, Math.min(n, 128), StandardCharsets.ISO_8859_1);
    int end = line.indexOf('\n');
    line = end < 0 ? line : line.substring(0, end).strip();
    int from = intel ? 1 : 2;
    int digits = line.length() - from;
    if (end < 0 || digits < 8 || digits % 2 != 0) {
      return false;
    }
    int sum = 0;
    for (int i = from; i < line.length(); i += 2) {
      int high = Character.digit(line.charAt(i), 16);
      int low = Character.digit(line.charAt(i + 1), 16);
      if (high < 0 || low < 0) {
        return false;
      }
      sum += high * 16 + low;
    }
    int first = Integer.parseInt(line.substring(from, from + 2), 16);
    return intel
        ? (sum & 0xff) == 0 && first == digits / 2 - 5
        : (sum & 0xff) == 0xff && first == digits / 2 - 1;
  }
}
