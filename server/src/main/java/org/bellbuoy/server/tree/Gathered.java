package org.bellbuoy.server.tree;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/** The files of one tree while they are found: gives each its role, drops what nobody reads. */
final class Gathered {
  private final TreeLimits limits;
  private final Problems problems;
  private final @Nullable ZoneId zone;
  private final List<TreeFile> files = new ArrayList<>();
  private final Set<String> ownOutput = new HashSet<>();
  private long left;
  private boolean full;

  /**
   * Nothing yet.
   *
   * @param zone of the server, null where nobody gave it
   */
  Gathered(TreeLimits limits, Problems problems, @Nullable ZoneId zone) {
    this.limits = limits;
    this.problems = problems;
    this.zone = zone;
  }

  /** Zone of times that tell none; null where nobody gave it. */
  @Nullable ZoneId zone() {
    return zone;
  }

  /** A file whose time is a moment; false once no more files are taken. */
  boolean add(String path, long bytes, long modifiedMillis, Input input) {
    return add(path, bytes, modifiedMillis, false, input);
  }

  /** False once no more files are taken. */
  boolean add(String path, long bytes, long modifiedMillis, boolean zoneUnknown, Input input) {
    MatchPath match = MatchPath.of(path);
    FileRole role = Roles.of(match);
    if (role == FileRole.OTHER && bytes != 0 && Roles.mayTell(match)) {
      byte[] head = head(input);
      if (Beside.isOutput(head) && !match.inWindowsLayout()) {
        problems.add("was written by an earlier run of Bellbuoy and is not read.", path);
        return true;
      }
      role = Heads.of(head);
    }
    if (role == FileRole.OTHER && !Roles.kept(match)) {
      left++;
      return true;
    }
    if (files.size() >= limits.files()) {
      if (!full) {
        problems.add(
            "and what comes after it is left out: a root may hold %d files."
                .formatted(limits.files()),
            path);
      }
      full = true;
      return false;
    }
    if (match.name().equals("run.json") && !match.inWindowsLayout() && isOwn(input)) {
      ownOutput.add(path.substring(0, path.length() - "run.json".length()));
    }
    files.add(new TreeFile(path, role, bytes, modifiedMillis, zoneUnknown, input));
    return true;
  }

  private byte[] head(Input input) {
    try (Content content = Content.open(input)) {
      byte[] head = content.peek(Heads.BYTES);
      if (head.length == 0 && content.problem() != null) {
        problems.add("cannot be read as far as its first byte.", input.path());
      }
      return head;
    } catch (SourceException e) {
      problems.add("cannot be opened.", input.path());
      return new byte[0];
    }
  }

  private boolean isOwn(Input input) {
    return Heads.text(head(input)).contains(RunJson.SCHEMA);
  }

  /** All files by path, without the folders that Bellbuoy wrote. */
  List<TreeFile> files() {
    for (String folder : ownOutput) {
      problems.add(
          "is the output of an earlier run; all but scripts and configuration in it is left out.",
          folder.isEmpty() ? "." : folder);
    }
    return files.stream()
        .filter(f -> telling(f.role()) || ownOutput.stream().noneMatch(f.path()::startsWith))
        .sorted(Comparator.comparing(TreeFile::path))
        .toList();
  }

  /** What there is to say of files whose time of change is judged; empty where nothing is. */
  List<String> notes(List<TreeFile> kept) {
    long unknown = kept.stream().filter(f -> f.zoneUnknown() && telling(f.role())).count();
    return unknown == 0
        ? List.of()
        : List.of(
            "The zip tells when files were changed without a time zone (%d scripts and configurations); read as UTC, which may be off by up to 14 hours. Give the server's zone in a fleet file."
                .formatted(unknown));
  }

  /** A run writes none of these: a copied run.json must not hide them. */
  private static boolean telling(FileRole role) {
    return role == FileRole.WEB_SCRIPT
        || role == FileRole.WEB_CONFIG
        || role == FileRole.APPLICATION_HOST_CONFIG
        || role == FileRole.COMPILED_PAGE;
  }

  /** Files of the operating system and of programs that no part of the sweep reads. */
  long left() {
    return left;
  }
}
