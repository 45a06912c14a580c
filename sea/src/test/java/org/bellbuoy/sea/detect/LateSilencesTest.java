package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.detect.Silences.HOUR;
import static org.bellbuoy.sea.detect.Silences.at;
import static org.bellbuoy.sea.detect.Silences.under;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.track.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LateSilencesTest {
  private static final long LEAST = HOUR / 2;
  private static final Place LATE = new Place(1, 5000, 60, 50);

  private static SeaEvent.LateHeard late(long sinceStart, SeaEvent.@Nullable End fix) {
    return new SeaEvent.LateHeard(Silences.MMSI, START + sinceStart, fix, LATE);
  }

  private static List<SeaEvent.Silence> workIn(SeaEvent... events) {
    List<SeaEvent> all = new ArrayList<>(List.of(events));
    all.sort(SeaEvent.ORDER);
    List<SeaEvent> result = LateSilences.workIn(all, LEAST);
    assertThat(result).noneMatch(e -> e instanceof SeaEvent.LateHeard);
    return result.stream().map(e -> (SeaEvent.Silence) e).toList();
  }

  @Test
  void aLateReceptionInTheMiddleSplitsASilenceInTwo() {
    List<SeaEvent.Silence> two = workIn(under(4 * HOUR, false), late(HOUR, at(HOUR, 120, 0)));
    assertThat(two).hasSize(2);
    SeaEvent.Silence first = two.get(0);
    SeaEvent.Silence second = two.get(1);
    assertThat(first.fromMillis()).isEqualTo(START);
    assertThat(first.toMillis()).isEqualTo(START + HOUR);
    assertThat(first.after()).isEqualTo(at(HOUR, 120, 0));
    assertThat(first.toPlace()).isEqualTo(LATE);
    assertThat(second.fromMillis()).isEqualTo(START + HOUR);
    assertThat(second.toMillis()).isEqualTo(START + 4 * HOUR);
    assertThat(second.before()).isEqualTo(at(HOUR, 120, 0));
    assertThat(second.fromPlace()).isEqualTo(LATE);
    assertThat(second.fixPlace()).isEqualTo(LATE);
    assertThat(second.after()).isEqualTo(at(4 * HOUR, 120, 0));
    assertThat(second.toPlace()).isEqualTo(Silences.TO);
  }

  @Test
  void aLateReceptionWithoutAPositionLeavesTheLastFixAndItsBytesAsTheyWere() {
    SeaEvent.Silence second = workIn(under(4 * HOUR, true), late(HOUR, null)).get(1);
    assertThat(second.before()).isEqualTo(at(0, 120, 0));
    assertThat(second.fixPlace()).isEqualTo(Silences.FIX);
    assertThat(second.fromPlace()).isEqualTo(LATE);
    assertThat(second.open()).isTrue();
    assertThat(second.toPlace()).isNull();
  }

  @Test
  void aSilenceOfWhichOnlyShortPiecesAreLeftIsWithdrawn() {
    assertThat(
            workIn(
                under(HOUR, false),
                late(20 * 60_000, at(20 * 60_000, 120, 0)),
                late(40 * 60_000, null)))
        .isEmpty();
  }

  @Test
  void pieceByPieceEachIsJudgedByItsOwnLength() {
    List<SeaEvent.Silence> pieces =
        workIn(under(3 * HOUR, false), late(10 * 60_000, null), late(20 * 60_000, null));
    assertThat(pieces).hasSize(1);
    assertThat(pieces.getFirst().fromMillis()).isEqualTo(START + 20 * 60_000);
    assertThat(pieces.getFirst().millis()).isEqualTo(160 * 60_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {-HOUR, 0, 4 * HOUR, 5 * HOUR})
  void aLateReceptionOutsideOrAtTheEdgeChangesNothing(long sinceStart) {
    SeaEvent.Silence silence = under(4 * HOUR, false);
    assertThat(workIn(silence, late(sinceStart, null))).containsExactly(silence);
  }

  @Test
  void anotherVesselsLateReceptionChangesNothing() {
    SeaEvent.Silence silence = under(4 * HOUR, false);
    assertThat(workIn(silence, new SeaEvent.LateHeard(1, START + HOUR, null, LATE)))
        .containsExactly(silence);
  }
}
