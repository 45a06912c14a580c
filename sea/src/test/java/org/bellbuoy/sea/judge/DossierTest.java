package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.MINUTE;
import static org.bellbuoy.sea.judge.Scene.SHIP;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierTest {
  private static final SilenceModel MODEL = SilenceModel.shipped();

  /** All of the facts that a judgement rests on, to the last bit. */
  private static String told(SilenceFacts facts) {
    StringBuilder text = new StringBuilder();
    text.append(facts.momentMillis()).append(facts.ended()).append(facts.intervalMillis());
    text.append(' ').append(facts.rangeMetres()).append(facts.rangeTold());
    text.append(' ').append(facts.shoreMetres()).append(' ').append(facts.shoreAfterMetres());
    SeaEvent.Silence s = facts.silence();
    text.append('\n').append(s.fromMillis()).append(' ').append(s.toMillis()).append(s.open());
    text.append(s.before()).append(s.after()).append(s.fixesBefore()).append(s.fixesAfter());
    text.append(s.usualTopKnots()).append(' ').append(s.signal()).append(s.stations());
    text.append('\n').append(Arrays.toString(MODEL.values(facts))).append('\n');
    for (Chances.Step step : facts.steps()) {
      text.append(step.fromMillis()).append(Arrays.toString(step.inputs()));
      text.append(Arrays.toString(step.hidingInputs())).append(step.others().share(2)).append('\n');
    }
    return text.toString();
  }

  /** Ships near each other, each with runs of being heard, badly heard and not heard at all. */
  private static Scene random(SplittableRandom random) {
    Scene scene = new Scene();
    int ships = 2 + random.nextInt(6);
    for (int i = 0; i < ships; i++) {
      List<Double> chances = new ArrayList<>();
      for (int k = 0; k < 40; k++) {
        chances.add(random.nextInt(3) == 0 ? 0 : random.nextDouble());
      }
      SplittableRandom own = random.split();
      int mmsi = 230_000_001 + i;
      double latitude = 55 + random.nextDouble();
      double longitude = 3 + random.nextDouble();
      for (long at = random.nextLong(10_000); at < 8 * HOUR; at += 10_000) {
        if (own.nextDouble() < chances.get((int) (at / (12 * MINUTE)))) {
          AisRecord r = Reports.onTheWay(mmsi, at, latitude, longitude, 8, 40 * i);
          if (own.nextInt(40) == 0) {
            r = Reports.statics(mmsi, START + at, "SHIP", 70);
          }
          if (i % 2 == 0) {
            scene.add(r);
          } else {
            scene.addBare(r);
          }
        }
      }
    }
    return scene;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aLiveJudgementUsesNothingAfterItsMoment(long seed) {
    Scene scene = random(new SplittableRandom(seed));
    Scene.Outcome all = scene.follow(START + 8 * HOUR);
    int compared = 0;
    for (SeaEvent.Silence silence : all.silences()) {
      Dossier dossier = all.dossier(silence);
      long[] moments = Moments.lasting(silence.fromMillis(), silence.toMillis());
      // Asked in one go for all moments, as the watch does, the last first or not.
      for (int i = 0; i < moments.length; i++) {
        long moment = moments[seed % 2 == 0 ? i : moments.length - 1 - i];
        Scene.Outcome then = scene.only(r -> r.epochMillis <= moment).follow(moment);
        SeaEvent.Silence known = then.from(silence.mmsi(), silence.fromMillis());
        assertThat(known.open()).isTrue();
        assertThat(told(dossier.at(moment))).isEqualTo(told(then.dossier(known).at(moment)));
        Judgement now = all.judge(silence, moment);
        Judgement live = then.judge(known, moment);
        assertThat(now.probabilityOff()).isEqualTo(live.probabilityOff());
        assertThat(now.handover()).isEqualTo(live.handover());
        compared++;
        if (compared > 25) {
          return;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void aSilenceThatIsOverIsJudgedBySeventyMinutesAfterItAndNoMore(long seed) {
    Scene scene = random(new SplittableRandom(seed));
    Scene.Outcome all = scene.follow(START + 8 * HOUR);
    int compared = 0;
    for (SeaEvent.Silence silence : all.silences()) {
      if (silence.open()) {
        continue;
      }
      long moment = silence.toMillis() + Moments.SETTLE_MILLIS;
      if (moment > START + 8 * HOUR) {
        continue;
      }
      Scene.Outcome then = scene.only(r -> r.epochMillis <= moment).follow(moment);
      SeaEvent.Silence known = then.from(silence.mmsi(), silence.fromMillis());
      assertThat(told(all.dossier(silence).at(moment)))
          .isEqualTo(told(then.dossier(known).at(moment)));
      if (++compared > 12) {
        break;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void aShipThatComesBackWithoutAPositionIsNotJudgedByAFixOfHoursLater() {
    Scene scene = new Scene().ship(SHIP, 0, 0, 10_000, 0, 2 * HOUR, at -> true);
    scene.add(Reports.statics(SHIP, START + 3 * HOUR, "SHIP", 70));
    Scene later = scene.only(r -> true);
    // Much faster then, so that much more is due.
    for (long at = 7 * HOUR; at < 8 * HOUR; at += 2_000) {
      later.add(Reports.onTheWay(SHIP, at, 55.5, 3, 24, 90));
    }
    Scene.Outcome without = scene.follow(START + 3 * HOUR + Moments.SETTLE_MILLIS);
    Scene.Outcome with = later.follow(START + 9 * HOUR);
    long moment = START + 3 * HOUR + Moments.SETTLE_MILLIS;
    assertThat(told(with.dossier(with.from(SHIP, START + 2 * HOUR)).at(moment)))
        .isEqualTo(told(without.dossier(without.from(SHIP, START + 2 * HOUR)).at(moment)));
  }

  @Test
  void theFactsOfAPlainSilenceAreThoseReckonedByHand() {
    Scene.Outcome outcome = Scene.switchedOff(false).follow(START + 6 * HOUR);
    SeaEvent.Silence silence = outcome.from(SHIP, START + 2 * HOUR);
    SilenceFacts facts = outcome.dossier(silence).at(silence.toMillis() + Moments.SETTLE_MILLIS);
    assertThat(facts.ended()).isTrue();
    assertThat(facts.rangeTold()).isTrue();
    assertThat(facts.shoreMetres()).isEqualTo(100_000);
    assertThat(facts.intervalMillis()).isEqualTo(10_000);
    assertThat(facts.value(Feature.LENGTH)).isCloseTo(Math.log(120), within(1e-9));
    assertThat(facts.value(Feature.PROGRESS)).as("6 of 7").isCloseTo(6 / 7.0, within(1e-3));
    assertThat(facts.value(Feature.COURSE_CHANGE)).isZero();
    assertThat(facts.value(Feature.SPEED_BEFORE)).isEqualTo(6);
    assertThat(facts.value(Feature.FOLLOWED)).isCloseTo(2, within(1e-9));
    assertThat(facts.value(Feature.GAP_60_MIN)).isZero();
    assertThat(facts.value(Feature.LAST_10)).isCloseTo(0, within(1e-9));
    assertThat(facts.value(Feature.FIRST_10)).isCloseTo(0, within(1e-9));
    assertThat(facts.value(Feature.LAND_TO_RECEIVER)).isZero();
    // All others are always heard: a share near one, all ten of them near.
    assertThat(facts.value(Feature.OTHERS_MEANWHILE_NEAR)).isGreaterThan(0.99);
    assertThat(Math.expm1(facts.value(Feature.SHIPS_MEANWHILE_WIDE))).isBetween(9.0, 10.0);
    // Whole steps of four minutes in two hours that begin with the second slot.
    assertThat(facts.steps()).hasSize(29);
    assertThat(facts.course()).hasSize(29).allMatch(one -> one.share() > 0.9);
  }

  @Test
  void aLiveMomentKnowsNothingOfAfter() {
    Scene.Outcome outcome = Scene.switchedOff(false).follow(START + 6 * HOUR);
    SeaEvent.Silence silence = outcome.from(SHIP, START + 2 * HOUR);
    SilenceFacts facts = outcome.dossier(silence).at(silence.fromMillis() + 30 * MINUTE);
    assertThat(facts.ended()).isFalse();
    assertThat(facts.silence().open()).isTrue();
    assertThat(facts.silence().after()).isNull();
    assertThat(facts.silence().millis()).isEqualTo(30 * MINUTE);
    assertThat(facts.shoreAfterMetres()).isNaN();
    for (Feature feature : Feature.values()) {
      if (!feature.live) {
        assertThat(facts.value(feature)).as("%s", feature).isZero();
      }
    }
  }
}
