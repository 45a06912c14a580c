package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.source.SourceInfo;

/** What was read, by number: facts name their source by it. Not thread safe. */
final class Sources {
  private final List<Source> all = new ArrayList<>();

  /**
   * One source.
   *
   * @param host whose tree it lay in
   * @param path within that tree
   * @param info what was read; null until it was
   */
  record Source(String host, String path, @org.jspecify.annotations.Nullable SourceInfo info) {}

  /** Gives a file its number. */
  int add(String host, String path) {
    all.add(new Source(host, path, null));
    return all.size() - 1;
  }

  /** Tells what was read. */
  void read(int index, SourceInfo info) {
    Source one = all.get(index);
    all.set(index, new Source(one.host(), one.path(), info));
  }

  /** The source of a number. */
  Source get(int index) {
    return all.get(index);
  }

  /** How many there are. */
  int size() {
    return all.size();
  }

  /** All that were read, in order of their numbers. */
  List<SourceInfo> infos() {
    List<SourceInfo> infos = new ArrayList<>();
    for (Source one : all) {
      SourceInfo info = one.info();
      if (info != null) {
        infos.add(info);
      }
    }
    return infos;
  }
}
