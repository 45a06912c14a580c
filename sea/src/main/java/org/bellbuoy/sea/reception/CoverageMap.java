package org.bellbuoy.sea.reception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The reception map asked about a place and a time: how well ships were heard, cell by cell, step
 * by step and over all, and how much is known of it. Immutable.
 */
public final class CoverageMap {
  /** A ship is missed only where it was heard before: records shorter than this cannot show it. */
  public static final long LEAST_RECORDS_MILLIS = 3 * ReceptionMap.SLOT_MILLIS;

  private final CoverageQuestion question;
  private final List<Cell> cells;
  private final List<CoverageShare> whole;
  private final List<List<Step>> steps;

  /**
   * One cell for one class.
   *
   * @param cell as {@link Cells} numbers it
   * @param classB whether of class B
   * @param ever whether ships were there at any time
   * @param share over the whole time asked for
   */
  public record Cell(int cell, boolean classB, boolean ever, CoverageShare share) {}

  /**
   * The whole area in one step of time.
   *
   * @param fromMillis where it begins
   * @param toMillis where it ends
   * @param share of all vessel-slots in it
   */
  public record Step(long fromMillis, long toMillis, CoverageShare share) {}

  private CoverageMap(
      CoverageQuestion question,
      List<Cell> cells,
      List<CoverageShare> whole,
      List<List<Step>> steps) {
    this.question = question;
    this.cells = List.copyOf(cells);
    this.whole = List.copyOf(whole);
    this.steps = List.copyOf(steps);
  }

  /**
   * Asks a complete map. Cells where ships were at any time are in it, and the place's own.
   *
   * @param recordsMillis how long the records run; where that is too short nothing is known
   */
  public static CoverageMap of(
      ReceptionMap map, CoverageQuestion question, CoverageOptions given, long recordsMillis) {
    CoverageOptions options =
        recordsMillis < LEAST_RECORDS_MILLIS ? given.withoutKnowledge() : given;
    Long2ObjectHashMap<Tally> byCell = new Long2ObjectHashMap<>();
    List<Tally> all = List.of(new Tally(), new Tally());
    List<Map<Long, Tally>> bySteps = List.of(new TreeMap<>(), new TreeMap<>());
    CoverageQuestion.Around around = question.around();
    for (int c = 0; c < 2; c++) {
      if (around != null) {
        int own = Cells.of(around.latitude(), around.longitude());
        if (question.asks(own, c == 1)) {
          byCell.put((long) own << 1 | c, new Tally());
        }
      }
    }
    map.forEach(
        (cell, slot, classB, mmsi, expectedMilli, received) -> {
          int c = classB ? 1 : 0;
          long key = (long) cell << 1 | c;
          Tally tally = byCell.get(key);
          if (tally == null) {
            if (!question.asks(cell, classB)) {
              return;
            }
            tally = new Tally();
            byCell.put(key, tally);
          }
          tally.ever = true;
          if (slot < question.fromSlot() || slot >= question.toSlot()) {
            return;
          }
          tally.add(mmsi, expectedMilli, received);
          all.get(c).add(mmsi, expectedMilli, received);
          bySteps
              .get(c)
              .computeIfAbsent(step(slot, question), s -> new Tally())
              .add(mmsi, expectedMilli, received);
        });
    List<Cell> cells = new ArrayList<>();
    byCell.forEachLong(
        (key, tally) ->
            cells.add(
                new Cell((int) (key >> 1), (key & 1) != 0, tally.ever, tally.share(options))));
    cells.sort(Comparator.comparing(Cell::classB).thenComparingInt(Cell::cell));
    return new CoverageMap(
        question,
        cells,
        all.stream().map(tally -> tally.share(options)).toList(),
        bySteps.stream().map(tallies -> steps(question, tallies, options)).toList());
  }

  /** What was asked. */
  public CoverageQuestion question() {
    return question;
  }

  /** Cells of the area, class A first, by number. */
  public List<Cell> cells() {
    return cells;
  }

  /** Cells of one class. */
  public List<Cell> cells(boolean classB) {
    return cells.stream().filter(cell -> cell.classB() == classB).toList();
  }

  /** The classes asked for, A first. */
  public List<Boolean> classes() {
    Boolean only = question.onlyClassB();
    return only == null ? List.of(false, true) : List.of(only);
  }

  /** All of the area and time together. */
  public CoverageShare whole(boolean classB) {
    return whole.get(classB ? 1 : 0);
  }

  /** The course over time, without gaps. */
  public List<Step> steps(boolean classB) {
    return steps.get(classB ? 1 : 0);
  }

  /** First slot of the step that a slot is in; steps begin at full hours and days. */
  private static long step(long slot, CoverageQuestion question) {
    return Math.floorDiv(slot, question.stepSlots()) * question.stepSlots();
  }

  private static List<Step> steps(
      CoverageQuestion question, Map<Long, Tally> tallies, CoverageOptions options) {
    List<Step> steps = new ArrayList<>();
    for (long at = step(question.fromSlot(), question);
        at < question.toSlot();
        at += question.stepSlots()) {
      steps.add(
          new Step(
              Math.max(at, question.fromSlot()) * ReceptionMap.SLOT_MILLIS,
              Math.min(at + question.stepSlots(), question.toSlot()) * ReceptionMap.SLOT_MILLIS,
              tallies.getOrDefault(at, new Tally()).share(options)));
    }
    return steps;
  }

  /** Sums of whole numbers, so that their order does not matter. */
  private static final class Tally {
    final IntHashSet ships = new IntHashSet();
    boolean ever;
    long slots;
    long heardSlots;
    long expectedMilli;
    long received;

    void add(int mmsi, int dueMilli, int heard) {
      ships.add(mmsi);
      slots++;
      heardSlots += heard > 0 ? 1 : 0;
      expectedMilli += dueMilli;
      received += heard;
    }

    CoverageShare share(CoverageOptions options) {
      return CoverageShare.of(
          ships.size(), slots, heardSlots, expectedMilli / 1000.0, received, options);
    }
  }
}
