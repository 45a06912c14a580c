package org.bellbuoy.server.tree;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bellbuoy.core.source.Input;

/**
 * Reads the directory of one zip. Nothing is extracted to disk. The archive stays open while
 * somebody holds one of its inputs, for its directory may have hundreds of thousands of entries;
 * the platform closes it when nobody does.
 */
final class ZipWalk {
  private final Path file;
  private final String prefix;
  private final TreeLimits limits;
  private final Problems problems;
  private final Gathered gathered;
  private final Set<String> seen = new HashSet<>();

  ZipWalk(Path file, String prefix, TreeLimits limits, Problems problems, Gathered gathered) {
    this.file = file;
    this.prefix = prefix;
    this.limits = limits;
    this.problems = problems;
    this.gathered = gathered;
  }

  void walk() {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          "is no zip that can be read (%s); fetch it again, or unpack one with a password."
              .formatted(Problems.shown(String.valueOf(e.getMessage()))),
          file.toString());
      return;
    }
    if (refused(zip)) {
      close(zip);
      return;
    }
    List<ZipEntry> entries = new ArrayList<>();
    zip.stream().filter(e -> !e.isDirectory()).forEach(entries::add);
    entries.sort(Comparator.comparing(ZipEntry::getName));
    for (ZipEntry entry : entries) {
      if (!entry(zip, entry)) {
        return;
      }
    }
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read; nothing is lost.
      return;
    }
  }

  private boolean refused(ZipFile zip) {
    if (zip.size() > limits.archiveEntries()) {
      problems.add(
          "holds %d entries, more than the %d that are read, and is left out."
              .formatted(zip.size(), limits.archiveEntries()),
          file.toString());
      return true;
    }
    long total = 0;
    long stored = 0;
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
      total += Math.max(0, entry.getSize());
      stored += Math.max(0, entry.getCompressedSize());
      if (total < 0 || total > limits.archiveBytes()) {
        problems.add(
            "unpacks to more than %d bytes and is left out.".formatted(limits.archiveBytes()),
            file.toString());
        return true;
      }
    }
    long size = file.toFile().length();
    if (total > TreeLimits.RATIO_FROM_BYTES && total / Math.max(1, size) > limits.ratio()) {
      problems.add(
          "unpacks to more than %d times its size, as zip bombs do, and is left out."
              .formatted(limits.ratio()),
          file.toString());
      return true;
    }
    if (stored > size) {
      problems.add(
          "has entries that share their bytes, as zip bombs do, and is left out.", file.toString());
      return true;
    }
    return false;
  }

  /** False once no more files are taken. */
  private boolean entry(ZipFile zip, ZipEntry entry) {
    String shown = file + "!" + entry.getName();
    String name = normal(entry.getName(), shown);
    if (name.isEmpty()) {
      return true;
    }
    if (!seen.add(name)) {
      problems.add("has the name of an entry before it and is left out.", shown);
      return true;
    }
    long bytes = entry.getSize();
    long stored = Math.max(1, entry.getCompressedSize());
    if (bytes > TreeLimits.RATIO_FROM_BYTES && bytes / stored > limits.ratio()) {
      problems.add(
          "unpacks to more than %d times its stored size, as zip bombs do, and is left out."
              .formatted(limits.ratio()),
          shown);
      return true;
    }
    if (name.regionMatches(true, name.length() - 4, ".zip", 0, 4)) {
      problems.add("is an archive within an archive and is not opened.", shown);
    }
    Input input =
        new Input(
            MatchPath.withoutSuffix(name.substring(name.lastIndexOf('/') + 1)),
            shown,
            file.toFile().length(),
            false,
            () -> open(zip, entry, bytes));
    ZipTime time = ZipTime.of(entry, gathered.zone());
    return gathered.add(prefix + name, bytes, time.epochMillis(), time.zoneUnknown(), input);
  }

  private static InputStream open(ZipFile zip, ZipEntry entry, long bytes) throws IOException {
    InputStream in = zip.getInputStream(entry);
    if (in == null) {
      throw new IOException("the archive no longer holds " + Problems.shown(entry.getName()));
    }
    return new Declared(in, bytes);
  }

  /** The path within the tree; empty, and named, where the name is refused. */
  private String normal(String name, String shown) {
    if (name.chars().anyMatch(c -> c < 0x20)) {
      problems.add("has control characters in its name and is left out.", shown);
      return "";
    }
    String slashed = name.replace('\\', '/');
    boolean absolute = slashed.startsWith("/");
    StringBuilder out = new StringBuilder();
    for (String part : slashed.split("/")) {
      if (part.equals("..")) {
        problems.add("has '..' in its name and is left out.", shown);
        return "";
      }
      if (!part.isEmpty() && !part.equals(".")) {
        out.append(out.isEmpty() ? "" : "/").append(part);
      }
    }
    if (absolute) {
      problems.add("has an absolute name, which is taken as one within the tree.", shown);
    }
    if (MatchPath.of(out.toString()).name().startsWith(".bellbuoy")
        && !MatchPath.of(out.toString()).inWindowsLayout()) {
      problems.add("is named as Bellbuoy names its own files and is left out.", shown);
      return "";
    }
    return out.toString();
  }

  /** Ends with a problem where an entry holds more than the archive's directory declares. */
  private static final class Declared extends FilterInputStream {
    private long left;

    Declared(InputStream in, long bytes) {
      super(in);
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int n = read(one, 0, 1);
      return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      if (n > 0) {
        left -= n;
        if (left < 0) {
          throw new IOException("the entry holds more bytes than the archive declares");
        }
      }
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      left -= skipped;
      return skipped;
    }
  }
}
