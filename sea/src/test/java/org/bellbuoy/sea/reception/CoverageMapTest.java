package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bellbuoy.sea.reception.CoverageShare.Known;
import org.bellbuoy.sea.reception.CoverageShare.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageMapTest {
  private static final CoverageOptions OPTIONS = CoverageOptions.defaults();
  private static final long SLOT = 2_545_000;
  private static final long DAY_MILLIS = 86_400_000;
  private static final int HERE = Cells.of(55.1, 20.1);

  /** Ships 1 to n in some slots of a cell, the first ones of all vessel-slots heard. */
  private static void add(
      ReceptionMap map, int cell, boolean classB, int ships, int slots, int heard) {
    int left = heard;
    for (int slot = 0; slot < slots; slot++) {
      for (int ship = 1; ship <= ships; ship++) {
        map.add(cell, SLOT + slot, classB, ship, 60, left-- > 0 ? 30 : 0);
      }
    }
  }

  private static CoverageQuestion question(
      CoverageQuestion.@Nullable Around around, @Nullable Boolean onlyClassB) {
    return new CoverageQuestion(SLOT, SLOT + 6, 1, around, onlyClassB);
  }

  private static CoverageMap ask(ReceptionMap map, CoverageQuestion question) {
    return CoverageMap.of(map, question, OPTIONS, DAY_MILLIS);
  }

  @ParameterizedTest(name = "{0} ships, {1} slots each, {2} heard: {3}, {4}")
  @CsvSource({
    "7, 6, 42, WELL, HEARD",
    "7, 6, 39, WELL, HEARD",
    "7, 6, 0, WELL, NOT_HEARD",
    "20, 6, 60, WELL, PARTLY_HEARD",
    "3, 6, 18, LITTLE, HEARD",
    "2, 3, 6, LITTLE, HEARD",
    "2, 3, 0, LITTLE, NOT_HEARD",
    "2, 3, 3, LITTLE, CANNOT_TELL",
    "2, 5, 8, LITTLE, CANNOT_TELL",
    "1, 6, 6, NOT, CANNOT_TELL",
    "5, 1, 5, NOT, CANNOT_TELL"
  })
  void wordsFollowFromShipsSlotsAndInterval(
      int ships, int slots, int heard, Known known, Verdict verdict) {
    ReceptionMap map = new ReceptionMap();
    add(map, HERE, false, ships, slots, heard);
    CoverageShare share = ask(map, question(null, null)).whole(false);
    assertThat(share.ships()).isEqualTo(ships);
    assertThat(share.slots()).isEqualTo((long) ships * slots);
    assertThat(share.heardSlots()).isEqualTo(heard);
    assertThat(share.known()).isEqualTo(known);
    assertThat(share.verdict()).isEqualTo(verdict);
  }

  @Test
  void furtherSlotsOfOneShipCountForLess() {
    ReceptionMap map = new ReceptionMap();
    add(map, HERE, false, 2, 6, 12);
    CoverageShare share = ask(map, question(null, null)).whole(false);
    assertThat(share.effective()).isCloseTo(2 + 0.35 * 10, within(1e-9));
    assertThat(share.interval()).isEqualTo(BetaInterval.jeffreys(5.5, 5.5));
  }

  @Test
  void aCellWithoutShipsInThatTimeCannotBeTold() {
    ReceptionMap map = new ReceptionMap();
    map.add(HERE, SLOT + 100, false, 1, 60, 60);
    CoverageMap asked = ask(map, question(null, null));
    assertThat(asked.cells())
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.ever()).isTrue();
              assertThat(cell.share().ships()).isZero();
              assertThat(cell.share().share()).isNaN();
              assertThat(cell.share().verdict()).isEqualTo(Verdict.CANNOT_TELL);
            });
  }

  @Test
  void aPlaceWhereNoShipEverWasHasItsCellAndCannotBeTold() {
    CoverageMap asked =
        ask(new ReceptionMap(), question(new CoverageQuestion.Around(55.1, 20.1, 0), null));
    assertThat(asked.cells())
        .hasSize(2)
        .allSatisfy(
            cell -> {
              assertThat(cell.cell()).isEqualTo(HERE);
              assertThat(cell.ever()).isFalse();
              assertThat(cell.share().verdict()).isEqualTo(Verdict.CANNOT_TELL);
            });
  }

  @Test
  void onlyCellsWithinTheRadiusCountAlsoAcrossTheAntimeridian() {
    ReceptionMap map = new ReceptionMap();
    int west = Cells.of(0.1, 179.9);
    int east = Cells.of(0.1, -179.9);
    int far = Cells.of(0.1, -178.9);
    for (int cell : new int[] {west, east, far}) {
      add(map, cell, false, 3, 6, 18);
    }
    CoverageQuestion.Around around = new CoverageQuestion.Around(0.1, 179.95, 40_000);
    CoverageMap asked = ask(map, question(around, false));
    assertThat(asked.cells())
        .extracting(CoverageMap.Cell::cell)
        .containsExactlyInAnyOrder(west, east);
    assertThat(asked.whole(false).slots()).isEqualTo(36);
    assertThat(asked.whole(false).ships()).isEqualTo(3);
  }

  @Test
  void classesAreKeptApart() {
    ReceptionMap map = new ReceptionMap();
    add(map, HERE, false, 7, 6, 42);
    add(map, HERE, true, 7, 6, 0);
    CoverageMap both = ask(map, question(null, null));
    assertThat(both.whole(false).verdict()).isEqualTo(Verdict.HEARD);
    assertThat(both.whole(true).verdict()).isEqualTo(Verdict.NOT_HEARD);
    CoverageMap onlyB = ask(map, question(null, true));
    assertThat(onlyB.classes()).containsExactly(true);
    assertThat(onlyB.cells()).extracting(CoverageMap.Cell::classB).containsExactly(true);
  }

  @Test
  void stepsCoverTheWholeTimeWithoutGaps() {
    ReceptionMap map = new ReceptionMap();
    add(map, HERE, false, 2, 6, 12);
    List<CoverageMap.Step> steps = ask(map, question(null, null)).steps(false);
    assertThat(steps).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(steps.get(i).fromMillis()).isEqualTo((SLOT + i) * ReceptionMap.SLOT_MILLIS);
      assertThat(steps.get(i).share().slots()).isEqualTo(2);
    }
  }

  @Test
  void recordsTooShortForAMissShowNothing() {
    ReceptionMap map = new ReceptionMap();
    add(map, HERE, false, 50, 1, 50);
    CoverageMap asked = CoverageMap.of(map, question(null, null), OPTIONS, 5 * 60_000);
    assertThat(asked.whole(false).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(asked.whole(false).known()).isEqualTo(Known.NOT);
  }

  @Test
  void thresholdsThatMakeNoSenseAreRefusedByName() {
    assertThatThrownBy(() -> new CoverageOptions(0.35, 2, 6, 5, 0.3, 0.2, 0.8))
        .hasMessageContaining("--not-heard");
    assertThatThrownBy(() -> new CoverageOptions(0.35, 2, 6, 1, 0.3, 0.8, 0.2))
        .hasMessageContaining("--well-known-ships");
    assertThatThrownBy(() -> new CoverageOptions(Double.NaN, 2, 6, 5, 0.3, 0.8, 0.2))
        .hasMessageContaining("--independence");
  }
}
