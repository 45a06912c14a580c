package org.bellbuoy.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegTest {
  private static final Atlas ATLAS = Atlas.open(Scale.M10);

  @ParameterizedTest(name = "{0} crosses land")
  @CsvSource({
    "over Denmark, 56.0, 6.5, 56.0, 11.5",
    "over Florida, 28.0, -84.0, 28.0, -79.0",
    "over the Isthmus of Panama, 10.0, -80.0, 8.0, -79.3",
    "over Guernsey, 49.45, -2.8, 49.45, -2.3",
    "over Chukotka's antimeridian, 72.5, 179.0, 62.0, -179.0",
    "over Taveuni's antimeridian, -16.9, 179.6, -16.9, -179.7",
    "over Antarctica by the pole, -60.0, 0.0, -60.0, 179.0",
    "starting in Paris, 48.85, 2.35, 50.5, 0.5",
    "standing still in Paris, 48.85, 2.35, 48.85, 2.35"
  })
  void legsOverLandAreSeen(String name, double lat1, double lon1, double lat2, double lon2) {
    assertThat(ATLAS.segmentCrossesLand(lat1, lon1, lat2, lon2)).isTrue();
    assertThat(ATLAS.segmentCrossesLand(lat2, lon2, lat1, lon1)).isTrue();
  }

  @ParameterizedTest(name = "{0} stays at sea")
  @CsvSource({
    "along the Channel, 50.0, -2.0, 50.3, 0.0",
    "through the Strait of Gibraltar, 35.95, -6.0, 35.95, -5.2",
    "across the antimeridian at sea, 10.0, 179.5, 10.5, -179.5",
    "over the North Pole, 86.0, 0.0, 86.0, 180.0",
    "across the Atlantic, 40.0, -70.0, 45.0, -15.0",
    "a quarter of the globe over the Pacific, -10.0, -95.0, -10.0, -130.0",
    "standing still at sea, 30.0, -45.0, 30.0, -45.0",
    "a centimetre at sea, 30.0, -45.0, 30.0000001, -45.0"
  })
  void legsAtSeaAreClear(String name, double lat1, double lon1, double lat2, double lon2) {
    assertThat(ATLAS.segmentCrossesLand(lat1, lon1, lat2, lon2)).isFalse();
    assertThat(ATLAS.segmentCrossesLand(lat2, lon2, lat1, lon1)).isFalse();
  }

  @Test
  void aLegFollowsTheGreatCircleNotTheParallel() {
    // Along the 43rd parallel from off Galicia lies open Atlantic, and so does the great circle.
    assertThat(ATLAS.segmentCrossesLand(43.0, -9.8, 43.0, -40.0)).isFalse();
    // The 48th parallel passes south of the Aleutians; the great circle climbs over them.
    assertThat(ATLAS.segmentCrossesLand(48.0, 160.0, 48.0, -140.0)).isTrue();
  }

  @Test
  void oppositePlacesHaveNoShortestLeg() {
    assertThatThrownBy(() -> ATLAS.segmentCrossesLand(0, -30, 0, 150))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("opposite");
  }
}
