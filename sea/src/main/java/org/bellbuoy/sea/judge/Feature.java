package org.bellbuoy.sea.judge;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers by which a silence is weighed. The order is that of a model's file and must not
 * change without a new model.
 *
 * <p>Rates are logarithms of heard over due, gaps logarithms of minutes, distances logarithms of
 * kilometres. What is said of others leaves the ship itself out.
 */
enum Feature {
  RATE_2_MIN(Family.OWN_BEFORE, 1, true),
  RATE_6_MIN(Family.OWN_BEFORE, 1, true),
  RATE_10_MIN(Family.OWN_BEFORE, 1, true),
  RATE_30_MIN(Family.OWN_BEFORE, 1, true),
  RATE_60_MIN(Family.OWN_BEFORE, 1, true),
  RATE_180_MIN(Family.OWN_BEFORE, 1, true),
  LAST_2(Family.OWN_BEFORE, -1, true),
  LAST_3(Family.OWN_BEFORE, -1, true),
  LAST_5(Family.OWN_BEFORE, -1, true),
  LAST_10(Family.OWN_BEFORE, -1, true),
  LAST_20(Family.OWN_BEFORE, -1, true),
  GAP_30_MIN(Family.OWN_BEFORE, -1, true),
  GAP_60_MIN(Family.OWN_BEFORE, -1, true),
  GAP_6_H(Family.OWN_BEFORE, -1, true),
  GAPS_OVER_10_MIN_6_H(Family.OWN_BEFORE, -1, true),
  GAPS_OVER_30_MIN_12_H(Family.OWN_BEFORE, -1, true),
  HEARD_SLOTS_OF_TEN(Family.OWN_BEFORE, 1, true),
  FOLLOWED(Family.OWN_BEFORE, 0, true),
  RANGE_BEFORE(Family.PLACE, 0, true),
  RANGE_GROWS(Family.PLACE, -1, true),
  SHORE_BEFORE(Family.PLACE, 0, true),
  LAND_TO_RECEIVER(Family.PLACE, -1, true),
  LAND_NEAR_SHIP(Family.PLACE, -1, true),
  SPEED_BEFORE(Family.PLACE, 0, true),
  CLASS_B(Family.PLACE, 0, true),
  LENGTH(Family.LENGTH, 1, true),
  OTHERS_BEFORE_NEAR(Family.OTHERS, 0, true),
  OTHERS_BEFORE_MIDDLE(Family.OTHERS, 0, true),
  OTHERS_BEFORE_WIDE(Family.OTHERS, 0, true),
  SHIPS_BEFORE_NEAR(Family.OTHERS, 0, true),
  SHIPS_BEFORE_MIDDLE(Family.OTHERS, 0, true),
  SHIPS_BEFORE_WIDE(Family.OTHERS, 0, true),
  OTHERS_10_MIN_NEAR(Family.OTHERS, 1, true),
  OTHERS_10_MIN_MIDDLE(Family.OTHERS, 1, true),
  OTHERS_10_MIN_WIDE(Family.OTHERS, 1, true),
  OTHERS_30_MIN_NEAR(Family.OTHERS, 1, true),
  OTHERS_30_MIN_MIDDLE(Family.OTHERS, 1, true),
  OTHERS_30_MIN_WIDE(Family.OTHERS, 1, true),
  OTHERS_MEANWHILE_NEAR(Family.OTHERS, 1, true),
  OTHERS_MEANWHILE_MIDDLE(Family.OTHERS, 1, true),
  OTHERS_MEANWHILE_WIDE(Family.OTHERS, 1, true),
  SHIPS_MEANWHILE_NEAR(Family.OTHERS, 0, true),
  SHIPS_MEANWHILE_MIDDLE(Family.OTHERS, 0, true),
  SHIPS_MEANWHILE_WIDE(Family.OTHERS, 0, true),
  EVIDENCE(Family.RECEPTION, 1, true),
  EVIDENCE_10_MIN(Family.RECEPTION, 1, true),
  EVIDENCE_30_MIN(Family.RECEPTION, 1, true),
  EVIDENCE_HIDING(Family.RECEPTION, 1, true),
  RATE_AFTER_2_MIN(Family.OWN_AFTER, 1, false),
  RATE_AFTER_6_MIN(Family.OWN_AFTER, 1, false),
  RATE_AFTER_10_MIN(Family.OWN_AFTER, 1, false),
  RATE_AFTER_30_MIN(Family.OWN_AFTER, 1, false),
  RATE_AFTER_60_MIN(Family.OWN_AFTER, 1, false),
  FIRST_2(Family.OWN_AFTER, -1, false),
  FIRST_3(Family.OWN_AFTER, -1, false),
  FIRST_5(Family.OWN_AFTER, -1, false),
  FIRST_10(Family.OWN_AFTER, -1, false),
  FIRST_20(Family.OWN_AFTER, -1, false),
  GAP_AFTER_30_MIN(Family.OWN_AFTER, -1, false),
  GAP_AFTER_60_MIN(Family.OWN_AFTER, -1, false),
  RANGE_AFTER(Family.PLACE, 0, false),
  SHORE_AFTER(Family.PLACE, 0, false),
  LAND_NEAR_SHIP_AFTER(Family.PLACE, -1, false),
  PROGRESS(Family.PLACE, 0, false),
  COURSE_CHANGE(Family.PLACE, 0, false),
  SPEED_AFTER(Family.PLACE, 0, false),
  OTHERS_AT_END_NEAR(Family.OTHERS, 1, false),
  OTHERS_AT_END_MIDDLE(Family.OTHERS, 1, false),
  OTHERS_AT_END_WIDE(Family.OTHERS, 1, false),
  OTHERS_AFTER_NEAR(Family.OTHERS, 0, false),
  OTHERS_AFTER_MIDDLE(Family.OTHERS, 0, false),
  OTHERS_AFTER_WIDE(Family.OTHERS, 0, false);

  /** What a number speaks of. */
  enum Family {
    OWN_BEFORE,
    OWN_AFTER,
    PLACE,
    LENGTH,
    OTHERS,
    RECEPTION
  }

  /** What it speaks of. */
  final Family family;

  /** 1 where more of it can only speak for a switch-off, −1 against, 0 where either. */
  final int direction;

  /** Whether it is known while the silence lasts. */
  final boolean live;

  Feature(Family family, int direction, boolean live) {
    this.family = family;
    this.direction = direction;
    this.live = live;
  }

  /** All, or those known while the silence lasts. */
  static List<Feature> known(boolean ended) {
    return Arrays.stream(values()).filter(f -> ended || f.live).toList();
  }
}
