package org.bellbuoy.core.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.bellbuoy.core.exhibit.Chart.Reference;
import org.bellbuoy.core.exhibit.LiveCourse.Moment;
import org.bellbuoy.core.exhibit.LiveCourse.Threshold;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LiveCourseTest {
  private static Moment moment(int minutes, Level level, @Nullable Double probability) {
    return new Moment(Duration.ofMinutes(minutes), level, probability);
  }

  @Test
  void the_last_probability_holds_until_the_end() {
    Chart chart =
        new LiveCourse(
                List.of(moment(30, Level.LIKELY, 1.0), moment(10, Level.POSSIBLE, 0.0)),
                List.of(new Threshold(Level.LIKELY, 0.9)),
                Duration.ofMinutes(60))
            .chart();

    assertThat(chart.series().getFirst().points())
        .containsExactly(Chart.Point.of(600, 0), Chart.Point.of(1800, 1), Chart.Point.of(3600, 1));
    assertThat(chart.references())
        .containsExactly(new Reference.Horizontal("likely from here on", 0.9));
  }

  @Test
  void what_could_not_be_told_is_a_span_and_a_gap_and_no_zero() {
    Chart chart =
        new LiveCourse(
                List.of(
                    moment(10, Level.CANNOT_TELL, null),
                    moment(20, Level.CANNOT_TELL, null),
                    moment(40, Level.POSSIBLE, 0.6)),
                List.of(),
                Duration.ofMinutes(50))
            .chart();

    assertThat(chart.references()).containsExactly(new Reference.Span("cannot tell", 600, 2400));
    assertThat(chart.series().getFirst().points().getFirst().y()).isNaN();
    assertThat(chart.alternative())
        .isEqualTo(
            "After 10 min: cannot tell. After 40 min: possible, probability 0.600. "
                + "It lasted 50 min.");
  }

  @Test
  void one_that_was_never_judged_says_so() {
    Chart chart = new LiveCourse(List.of(), List.of(), Duration.ofMinutes(50)).chart();

    assertThat(chart.alternative()).isEqualTo("It was not judged while it lasted.");
    assertThat(chart.series().getFirst().points()).isEmpty();
  }

  @Test
  void an_axis_and_a_table_refuse_what_cannot_be_drawn() {
    Chart.Axis log = Chart.Axis.log("l", "");

    assertThatThrownBy(() -> log.between(0, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log.between(10, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Document.Table(
                    "t", List.of(Document.Column.text("a")), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
