package org.bellbuoy.sea.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceRow;

/**
 * Tells each silence of a row of the others: as a reason, and at each cable as the total of the
 * longest possible stays. Pure functions.
 */
final class Rows {
  private Rows() {}

  /** A silence with what was reached in it. */
  record Told(SeaEvent.Silence silence, Reaches.Reached reached) {}

  /**
   * What the silences that stand in rows are told, by place in the list: cables with totals, and
   * reasons with the row's added. The others are left out.
   *
   * @param silences of all ships, by any key
   * @param mostBetweenMillis the longest time between two of one row
   */
  static Map<Integer, Reaches.Reached> told(Map<Integer, Told> silences, long mostBetweenMillis) {
    Map<Long, List<Integer>> byHull = new TreeMap<>();
    silences.forEach(
        (key, told) ->
            byHull
                .computeIfAbsent(
                    (long) told.silence().mmsi() << 32 | told.silence().hull(),
                    hull -> new ArrayList<>())
                .add(key));
    Map<Integer, Reaches.Reached> all = new HashMap<>();
    for (List<Integer> keys : byHull.values()) {
      List<Integer> sorted =
          keys.stream()
              .sorted(
                  Comparator.comparing(
                      (Integer key) -> told(silences, key).silence(), SeaEvent.ORDER))
              .toList();
      int from = 0;
      List<SeaEvent.Silence> own =
          sorted.stream().map(key -> told(silences, key).silence()).toList();
      for (SilenceRow row : SilenceRow.of(own, mostBetweenMillis)) {
        // Rows come in the order of their silences, and none shares one with another.
        while (own.get(from).fromMillis() < row.silences().getFirst().fromMillis()) {
          from++;
        }
        tell(row, sorted.subList(from, from + row.silences().size()), silences, all);
        from += row.silences().size();
      }
    }
    return all;
  }

  private static void tell(
      SilenceRow row,
      List<Integer> keys,
      Map<Integer, Told> silences,
      Map<Integer, Reaches.Reached> all) {
    Map<String, double[]> stays = new HashMap<>();
    for (int key : keys) {
      for (ReachedCable cable : told(silences, key).reached().cables()) {
        double[] sum = stays.computeIfAbsent(cable.asset().id(), id -> new double[2]);
        sum[0] += cable.longestStaySeconds();
        sum[1]++;
      }
    }
    for (int i = 0; i < keys.size(); i++) {
      Reaches.Reached own = told(silences, keys.get(i)).reached();
      List<ReachedCable> cables = own.cables().stream().map(c -> withTotal(c, stays)).toList();
      List<Reason> reasons = new ArrayList<>(own.reasons());
      reasons.add(Reason.of("in-a-row", row.sentence(i + 1), row.darkMillis() / 1000.0, "s"));
      all.put(keys.get(i), new Reaches.Reached(cables, reasons));
    }
  }

  private static Told told(Map<Integer, Told> silences, int key) {
    return Objects.requireNonNull(silences.get(key));
  }

  private static ReachedCable withTotal(ReachedCable cable, Map<String, double[]> stays) {
    double[] sum = stays.getOrDefault(cable.asset().id(), new double[2]);
    AssetRef asset = cable.asset();
    ObjectNode detail = asset.detail().deepCopy();
    detail.put("inARowStaySeconds", Math.round(sum[0]));
    detail.put("inARowSilences", (int) sum[1]);
    return new ReachedCable(
        new AssetRef(
            asset.type(),
            asset.id(),
            asset.name(),
            asset.relation(),
            asset.alongKilometres(),
            detail),
        cable.longestStaySeconds(),
        cable.leastSpeedKnots(),
        cable.onStraightWay());
  }
}
