package org.bellbuoy.register.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.match.MatchEvaluation.Counts;
import org.bellbuoy.register.match.MatchEvaluation.Judged;
import org.junit.jupiter.api.Test;

final class LabelledPairsTest {
  @Test
  void theLabelledPairsOfAnotherProjectAreJudgedAsTheDocumentSays() throws IOException {
    LabelledPairs read = LabelledPairs.read(SharedData.read("matching/name_cases.csv"));
    assertThat(read.pairs()).hasSize(544);
    assertThat(read.rejects()).isEmpty();
    List<Judged> judged = MatchEvaluation.judge(read.pairs(), MatchOptions.defaults());
    Counts all = MatchEvaluation.count(judged, one -> true);
    Counts aside = MatchEvaluation.count(judged, one -> one.pair().keptAside());
    assertThat(all.f1().orElseThrow()).isGreaterThan(0.9);
    assertThat(aside.f1().orElseThrow()).isGreaterThan(0.87);
    assertThat(MatchEvaluation.countSame(judged).precision().orElseThrow()).isGreaterThan(0.9);
  }

  @Test
  void rowsThatCannotBeReadAreRejectsWithLineAndField() {
    LabelledPairs read =
        LabelledPairs.read(
            """
            schema,name1,name2,is_match
            Person,"Doe, Jane",Jane Doe,true
            Dragon,a,b,true
            Person,a,b,perhaps
            Person,,b,true
            Person
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(read.pairs()).extracting(LabelledPairs.Pair::first).containsExactly("Doe, Jane");
    assertThat(read.rejects()).extracting(Reject::line).containsExactly(3L, 4L, 5L, 6L);
    assertThat(read.rejects())
        .extracting(Reject::detail)
        .containsExactly(
            "The field schema says \"Dragon\", which is no type known here.",
            "The field is_match says \"perhaps\", neither true nor false.",
            "The field name1 is empty.",
            "The row ends before the field name1.");
  }

  @Test
  void aFileWithoutTheColumnsIsOneReject() {
    assertThat(LabelledPairs.read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).rejects())
        .extracting(Reject::detail)
        .containsExactly("The first line has no column schema.");
  }

  @Test
  void figuresAreThoseOfTheDefinitions() {
    Counts counts = new Counts(8, 2, 4, 6);
    assertThat(counts.precision()).contains(0.8);
    assertThat(counts.recall()).contains(8.0 / 12);
    assertThat(counts.f1()).contains(16.0 / 22);
    assertThat(new Counts(0, 0, 0, 5).f1()).isEmpty();
  }
}
