package org.bellbuoy.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final Atlas ATLAS = Atlas.open(Scale.M50);

  @ParameterizedTest
  @ValueSource(doubles = {90.0001, -91, Double.NaN, Double.POSITIVE_INFINITY})
  void latitudesOutOfRangeAreRefusedInWords(double latitude) {
    assertThatThrownBy(() -> ATLAS.isLand(latitude, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("latitude " + latitude + " is not between -90 and 90 degrees");
    assertThatThrownBy(() -> ATLAS.distanceToShoreMetres(latitude, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ATLAS.segmentCrossesLand(0, -30, latitude, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {180.0001, -181, 360, Double.NaN, Double.NEGATIVE_INFINITY})
  void longitudesOutOfRangeAreRefusedInWords(double longitude) {
    assertThatThrownBy(() -> ATLAS.isLand(0, longitude))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("longitude " + longitude + " is not between -180 and 180 degrees");
    assertThatThrownBy(() -> ATLAS.signedDistanceToShoreMetres(0, longitude))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BoundingBox(0, longitude, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsTolerancesAndBoxesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ATLAS.distanceToShoreMetres(0, 0, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ATLAS.distanceToShoreMetres(0, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ATLAS.coastline(new BoundingBox(0, 0, 1, 1), -0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BoundingBox(10, 0, 10, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BoundingBox(0, 5, 10, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneInstancePerScaleIsShared() {
    assertThat(Atlas.open(Scale.M50)).isSameAs(ATLAS);
  }

  @Test
  void theJarSaysWhereItsCoastlinesComeFrom() throws IOException {
    assertThat(text("NOTICE.txt")).contains("Natural Earth", "public domain", "world-atlas 2.0.2");
    assertThat(text("world-atlas-LICENSE.txt")).contains("Michael Bostock");
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Atlas.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
