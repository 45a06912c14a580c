package org.bellbuoy.register.lock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellbuoy.register.lockin.Bounds;
import org.bellbuoy.register.lockin.Concentration;
import org.bellbuoy.register.model.MarketRow;

/**
 * How concentrated a market is under one definition.
 *
 * @param market what is counted
 * @param region where; empty for the world
 * @param measure how it is counted
 * @param unit in which
 * @param asOf for when, as told
 * @param whole what the shares are shares of
 * @param quantity the whole, in {@code unit}
 * @param joint parties that one row names together; empty where each has its own
 * @param byName concentration by those who are named; empty where {@code problem} says why not; of
 *     no bounds but the widest where the whole is not known
 * @param byController the same by their ultimate controllers
 * @param amongNamed the index among those named, as if nobody else were there, by name and by
 *     controller; told only beside the bounds
 * @param stands who stands for whom in the second figure, a sentence each
 * @param problem why there is no figure; empty where there is one
 * @param rows what it rests on
 */
public record MarketFigure(
    String market,
    String region,
    String measure,
    String unit,
    String asOf,
    Whole whole,
    double quantity,
    List<String> joint,
    Optional<Concentration> byName,
    Optional<Concentration> byController,
    List<Bounds> amongNamed,
    List<String> stands,
    String problem,
    List<MarketRow> rows) {
  public MarketFigure {
    joint = List.copyOf(joint);
    amongNamed = List.copyOf(amongNamed);
    stands = List.copyOf(stands);
    rows = List.copyOf(rows);
  }

  /** The same with the widest bounds where the whole is not known. */
  MarketFigure bounded() {
    return whole.open()
        ? new MarketFigure(
            market,
            region,
            measure,
            unit,
            asOf,
            whole,
            quantity,
            joint,
            byName.map(Concentration::ofNamedAlone),
            byController.map(Concentration::ofNamedAlone),
            Stream.of(byName, byController)
                .flatMap(Optional::stream)
                .map(Concentration::hhi)
                .toList(),
            stands,
            problem,
            rows)
        : this;
  }

  /** What shares are shares of. */
  public enum Whole {
    /** Percentages: what is left to 100 is known to be others'. */
    PERCENT("what no row names is known to be others'"),
    /** A row tells the whole; what is left is others'. */
    TOLD("of a total that a row tells; the rest is known to be others'"),
    /** No row tells the whole: of the named alone, and the true shares are smaller. */
    NAMED(
        "of what the rows tell alone: no row tells the whole, so that shares of the market are"
            + " smaller by a part nobody told"),
    /** Each piece is an asset of the register. */
    REGISTER("of the assets that the register lists; it does not say that these are all"),
    /** Each piece is an asset of the register, whose keeper says that these are all. */
    COMPLETE("of the assets that the register lists; it says that these are all");

    private final String text;

    Whole(String text) {
      this.text = text;
    }

    /** Whether what is named may be any part of the whole. */
    public boolean open() {
      return this == NAMED || this == REGISTER;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }
}
