package org.bellbuoy.sea.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationPagesTest {
  private static final EvaluationResult RESULT = EvaluationTest.fleet(40);

  @Test
  void noLineOnTheTerminalIsLongerThanAHundredColumns() {
    assertThat(EvaluationText.write(RESULT).lines())
        .allMatch(line -> line.length() <= EvaluationText.COLUMNS)
        .anyMatch(line -> line.startsWith("Recall by kind of silence"))
        .anyMatch(line -> line.contains("level possible or likely"));
  }

  @Test
  void moreMethodsThanFitGoIntoAnotherTable() {
    List<SilenceCase> cases = EvaluationTest.FLEET;
    SplittableRandom random = new SplittableRandom(4);
    EvaluationResult many =
        Evaluation.run(
            cases,
            IntStream.range(0, 11)
                .mapToObj(i -> Cases.method("method-" + i, cases, i / 20.0, random))
                .toList(),
            EvaluationTest.options("method-3", 5));
    assertThat(EvaluationText.write(many).lines())
        .allMatch(line -> line.length() <= EvaluationText.COLUMNS)
        .filteredOn(line -> line.startsWith("AUC by kind of silence"))
        .hasSize(2);
  }

  @Test
  void thePageBeginsWithTheCommandAndEveryTableIsEven() {
    String page = EvaluationMarkdown.write(RESULT);
    assertThat(page).startsWith("```\nbellbuoy sea evaluate silence --seed 1 recordings/\n```\n");
    assertThat(page).contains("artificial switch-offs", "- Artificial switch-offs are simulated.");
    int columns = 0;
    for (String line : page.lines().toList()) {
      if (!line.startsWith("|")) {
        columns = 0;
        continue;
      }
      int here = line.split("\\|", -1).length;
      assertThat(columns == 0 || columns == here).as(line).isTrue();
      columns = here;
    }
  }

  @Test
  void machinesReadTheSameFiguresBack() throws Exception {
    JsonNode json = new ObjectMapper().readTree(EvaluationJson.write(RESULT));
    assertThat(json.path("schema").textValue()).isEqualTo("bellbuoy.evaluation/1");
    assertThat(json.path("data").path("natural").intValue())
        .isEqualTo(RESULT.data().count().natural());
    assertThat(json.path("strata").size()).isEqualTo(27);
    JsonNode all = json.path("strata").get(0);
    double auc = RESULT.stratum(Stratum.ALL).scores().getFirst().auc();
    assertThat(all.path("scores").get(0).path("auc").doubleValue())
        .isEqualTo(Math.rint(auc * 1e6) / 1e6);
    JsonNode detail = all.path("details").get(0);
    assertThat(detail.path("roc").size()).isBetween(50, 200);
    assertThat(detail.path("calibrationAtPrior").path("switchedOffShare").doubleValue())
        .isEqualTo(0.05);
    assertThat(detail.path("thresholds").size()).isEqualTo(8);
    assertThat(all.path("details").get(2).path("calibrationAsMixed").isNull()).isTrue();
  }

  @Test
  void textFromOutsideCannotBreakATableOrABlock() {
    EvaluationOptions bad =
        new EvaluationOptions(
            "a\n```\n<script>", List.of("x\u001b[2J```|y"), "m|x", 1, 5, 0.01, 0.01, List.of());
    MethodScores scores =
        MethodScores.ofScores("m|x", "A\n| b", new double[EvaluationTest.FLEET.size()]);
    String page =
        EvaluationMarkdown.write(Evaluation.run(EvaluationTest.FLEET, List.of(scores), bad));
    assertThat(page).startsWith("```\na ''' <script>\n```\n").doesNotContain("\u001b");
    assertThat(Arrays.asList(page.split("\n"))).contains("| m\\|x | A \\| b | score |");
  }
}
