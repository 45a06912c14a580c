package org.bellbuoy.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How far Natural Earth's coast lies from capes and lighthouses that stand on the real one. */
class AccuracyTest {
  private static final double[][] ON_THE_SHORE = {
    {38.7806, -9.4989}, // Cabo da Roca
    {50.0657, -5.7148}, // Land's End
    {-34.3568, 18.4740}, // Cape of Good Hope
    {49.9591, -5.2065}, // Lizard Point
    {37.9956, -123.0233}, // Point Reyes
    {37.0230, -8.9963}, // Cabo de Sao Vicente
    {-55.9833, -67.2667}, // Cape Horn, whose island is not drawn
    {-28.6386, 153.6364}, // Cape Byron
    {-34.4267, 172.6773}, // Cape Reinga
    {57.7447, 10.6500}, // Skagen
    {71.1696, 25.7832}, // North Cape
    {36.0000, -5.6103}, // Tarifa
    {36.1094, -5.3447}, // Europa Point
    {41.0710, -71.8571}, // Montauk Point
    {52.1238, -6.9293}, // Hook Head
    {50.9133, 0.9758}, // Dungeness
    {50.5142, -2.4563}, // Portland Bill
    {50.2224, -3.6418}, // Start Point
    {58.6256, -4.9997}, // Cape Wrath
    {21.2556, -157.8097} // Diamond Head
  };

  private static double[] sortedErrors(Scale scale) {
    Atlas atlas = Atlas.open(scale);
    return Arrays.stream(ON_THE_SHORE)
        .mapToDouble(place -> atlas.distanceToShoreMetres(place[0], place[1]))
        .sorted()
        .toArray();
  }

  @Test
  void atOneToTenMillionHalfOfTheCapesLieWithinHalfAKilometreAndNineInTenWithinTwo() {
    double[] errors = sortedErrors(Scale.M10);
    assertThat(errors[10]).isLessThan(500);
    assertThat(errors[17]).isLessThan(2_000);
  }

  @Test
  void atOneToFiftyMillionHalfOfTheCapesLieWithinFourKilometresAndNineInTenWithinEight() {
    double[] errors = sortedErrors(Scale.M50);
    assertThat(errors[10]).isLessThan(4_000);
    assertThat(errors[17]).isLessThan(8_000);
  }
}
