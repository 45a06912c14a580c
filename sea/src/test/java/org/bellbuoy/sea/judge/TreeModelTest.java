package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeModelTest {
  @Test
  void aModelIsAskedFromTheRootDown() {
    TreeModel model =
        TreeModel.read(
            List.of("trees 2 0.25", "LENGTH<3?1:2=0.5 =-1 CLASS_B<0.5?3:4=2 =1.5 =4", "=0.125")
                .iterator());
    double[] x = new double[Feature.values().length];
    x[Feature.LENGTH.ordinal()] = 3;
    assertThat(model.logOdds(x)).as("3 is not more than 3").isEqualTo(0.25 - 1 + 0.125);
    x[Feature.LENGTH.ordinal()] = 3.5;
    assertThat(model.logOdds(x)).isEqualTo(0.25 + 1.5 + 0.125);
    x[Feature.CLASS_B.ordinal()] = 1;
    assertThat(model.logOdds(x)).isEqualTo(0.25 + 4 + 0.125);
    double[] parts = model.contributions(x);
    assertThat(parts[Feature.LENGTH.ordinal()]).isEqualTo(1.5);
    assertThat(parts[Feature.CLASS_B.ordinal()]).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "trees",
        "trees 1",
        "trees one 0.5|=1",
        "trees 1 x|=1",
        "trees 1 NaN|=1",
        "trees -1 0",
        "trees 1 0",
        "trees 2 0|=1",
        "trees 1 0|",
        "trees 1 0|=",
        "trees 1 0|=NaN",
        "trees 1 0|1",
        "trees 1 0|LENGTH<1?1:2=0 =1",
        "trees 1 0|LENGTH<1?1:2=0 =1 ",
        "trees 1 0|LENGTH<1?0:2=0 =1 =2",
        "trees 1 0|LENGTH<1?-1:2=0 =1 =2",
        "trees 1 0|LENGTH<1?1:3=0 =1 =2",
        "trees 1 0|LENGTH<?1:2=0 =1 =2",
        "trees 1 0|LENGTH<NaN?1:2=0 =1 =2",
        "trees 1 0|LENGTH<1:1?2=0 =1 =2",
        "trees 1 0|LENGTH<1?12=0 =1 =2",
        "trees 1 0|LENGTH<1?1:2 =1 =2",
        "trees 1 0|<1?1:2=0 =1 =2",
        "trees 1 0|TONNAGE<1?1:2=0 =1 =2",
        "trees 2147483647 0|=1"
      })
  void somethingElseIsRefusedInAClearSentence(String text) {
    assertThatThrownBy(() -> TreeModel.read(List.of(text.split("\\|", -1)).iterator()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(" ")
        .hasMessageNotContaining("For input string")
        .hasMessageNotContaining("enum");
  }

  @Test
  void theShippedModelIsReadAndWrittenAsItIs() {
    List<String> lines = SilenceModel.shipped().lines();
    assertThat(SilenceModel.read(lines).lines()).isEqualTo(lines);
    assertThat(lines.getFirst()).isEqualTo("bellbuoy.silence-model/1");
  }

  @Test
  void aModelForWhatHasEndedMayNotBeWantedButOneThatLastsKnowsNothingOfAfter() {
    List<String> lines = SilenceModel.shipped().lines();
    int second = 0;
    for (int i = 0; i < lines.size(); i++) {
      second = lines.get(i).startsWith("trees ") ? i : second;
    }
    String lasting = String.join("\n", lines.subList(second, lines.size()));
    for (Feature feature : Feature.values()) {
      if (!feature.live) {
        assertThat(lasting).doesNotContain(feature + "<");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aShippedModelThatWasDamagedIsRefusedOrReadButNeverFailsOtherwise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines = SilenceModel.shipped().lines();
    for (int n = 0; n < 150; n++) {
      List<String> damaged = new ArrayList<>(lines);
      int at = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(lines.size());
      StringBuilder line = new StringBuilder(damaged.get(at));
      switch (random.nextInt(4)) {
        case 0 -> line.setLength(random.nextInt(line.length()));
        case 1 -> line.setCharAt(random.nextInt(line.length()), "0=<?: xN-".charAt(n % 9));
        case 2 -> line.deleteCharAt(random.nextInt(line.length()));
        default -> damaged.subList(at, damaged.size()).clear();
      }
      if (at < damaged.size()) {
        damaged.set(at, line.toString());
      }
      try {
        assertThat(SilenceModel.read(damaged)).isNotNull();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining(" ").hasMessageNotContaining("For input string");
      }
    }
  }

  @Test
  void lessThanAModelOrMoreThanOneIsRefused() {
    List<String> lines = SilenceModel.shipped().lines();
    List<String> more = new ArrayList<>(lines);
    more.add("=1");
    for (List<String> wrong :
        List.of(
            List.<String>of(),
            List.of("# a comment"),
            List.of("bellbuoy.silence-model/2"),
            List.of("bellbuoy.silence-model/1"),
            List.of("bellbuoy.silence-model/1", "hearing 1 2 3"),
            lines.subList(0, 2),
            lines.subList(0, lines.size() - 1),
            more)) {
      assertThatThrownBy(() -> SilenceModel.read(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(" ");
    }
  }
}
