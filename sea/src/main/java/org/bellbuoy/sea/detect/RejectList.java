package org.bellbuoy.sea.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.sea.track.Place;

/** Rejects that following found, gathered by one worker and put in order of place at the end. */
public final class RejectList {
  private final List<Reject> rejects = new ArrayList<>();

  /** Keeps one. */
  public void add(String reason, Place at, String detail) {
    rejects.add(new Reject(reason, at.source(), at.offset(), at.length(), at.line(), detail));
  }

  /** Forgets all. */
  public void clear() {
    rejects.clear();
  }

  /** All of several lists, in the order of their sources' bytes. */
  public static List<Reject> inOrder(List<RejectList> lists) {
    List<Reject> all = new ArrayList<>();
    for (RejectList list : lists) {
      all.addAll(list.rejects);
    }
    all.sort(
        Comparator.comparingInt(Reject::source)
            .thenComparingLong(Reject::offset)
            .thenComparing(Reject::reason));
    return all;
  }
}
