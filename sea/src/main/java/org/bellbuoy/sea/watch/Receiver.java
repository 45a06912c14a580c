package org.bellbuoy.sea.watch;

import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.detect.Outages;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver gave over all that was read.
 *
 * @param name its name as the feed tells it: untrusted
 * @param receptions in all, second receptions of one transmission included
 * @param hours that had any reception, in order
 * @param quarters of the day, UTC, that had any, in order
 * @param outages in order
 */
public record Receiver(
    String name,
    long receptions,
    List<Hour> hours,
    List<Quarter> quarters,
    List<Outages.Outage> outages) {
  public Receiver {
    hours = List.copyOf(hours);
    quarters = List.copyOf(quarters);
    outages = List.copyOf(outages);
  }

  /** Receptions from a full hour on. */
  public record Hour(long fromMillis, long receptions) {}

  /**
   * Six hours.
   *
   * @param fromMillis 00, 06, 12 or 18 UTC
   * @param receptions in it
   * @param nearlyAllMetres range within which 99 % of reports lay, in steps of 10 nm; NaN where no
   *     range was told
   * @param farthestMetres greatest range at which two ships were heard, NaN where there was none:
   *     one garbled position cannot make it
   * @param middle of the positions heard, null where there was none
   * @param receiver last place of the receiver itself, null where none was told
   */
  public record Quarter(
      long fromMillis,
      long receptions,
      double nearlyAllMetres,
      double farthestMetres,
      Geometry.@Nullable Position middle,
      Geometry.@Nullable Position receiver) {}

  /** Milliseconds without any reception that were outages, within a span. */
  public long downMillis(long fromMillis, long toMillis) {
    return outages.stream()
        .mapToLong(
            o ->
                Math.max(
                    0, Math.min(toMillis, o.toMillis()) - Math.max(fromMillis, o.fromMillis())))
        .sum();
  }

  /** The farthest that two ships were heard; NaN where no range was told. */
  public double farthestMetres() {
    return quarters.stream()
        .mapToDouble(Quarter::farthestMetres)
        .filter(metres -> !Double.isNaN(metres))
        .max()
        .orElse(Double.NaN);
  }

  /**
   * How far it moved from where it was in the first quarter, at most; NaN where that is not known.
   * Where its own place is not told, that of the middle of what it heard.
   */
  public double movedMetres() {
    double moved = Double.NaN;
    for (Quarter quarter : quarters.subList(Math.min(1, quarters.size()), quarters.size())) {
      Quarter first = quarters.getFirst();
      double own = ReceiverMeter.apartMetres(first.receiver(), quarter.receiver());
      double apart =
          Double.isNaN(own) ? ReceiverMeter.apartMetres(first.middle(), quarter.middle()) : own;
      moved = Double.isNaN(moved) || apart > moved ? apart : moved;
    }
    return moved;
  }
}
