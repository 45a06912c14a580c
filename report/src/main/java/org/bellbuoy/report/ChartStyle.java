package org.bellbuoy.report;

import org.bellbuoy.core.exhibit.Chart;

/** How the series of a chart are told apart: by dash and by mark, and by colour only besides. */
final class ChartStyle {
  private static final int STYLES = 6;

  private static final String[] MARKS = {
    "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "m-5-5h10v10h-10z",
    "m0-6.5 6 11h-12z",
    "m0-7 6 7-6 7-6-7z",
    "m0 6.5 6-11h-12z",
    "m-6-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z"
  };

  private ChartStyle() {}

  /** Classes of a series for the style sheet; after six the dashes come with other colours. */
  static String series(int number) {
    return "s" + number % STYLES + " " + colour(number);
  }

  /** Class of its colour alone. */
  static String colour(int number) {
    return "k" + (number + number / STYLES) % STYLES;
  }

  /** Path of the mark of a series around the origin. */
  static String mark(int number) {
    return MARKS[number % STYLES];
  }

  /** A small drawing of a series for the legend. */
  static void sample(Html out, Chart.Series series, int number) {
    out.raw("<svg class=\"key\" viewBox=\"0 0 52 18\" aria-hidden=\"true\">");
    if (series.mark() == Chart.Mark.POINTS) {
      out.raw("<path class=\"m ").raw(series(number)).raw("\" d=\"M26 9").raw(mark(number));
    } else {
      out.raw("<path class=\"c ").raw(series(number)).raw("\" d=\"M3 9h46");
    }
    out.raw("\"/></svg>");
  }

  /** A small drawing of a line of reference for the legend. */
  static void sample(Html out, Chart.Reference reference) {
    out.raw("<svg class=\"key\" viewBox=\"0 0 52 18\" aria-hidden=\"true\">");
    out.raw(
        switch (reference) {
          case Chart.Reference.Diagonal d -> "<path class=\"ref\" d=\"M8 16 44 2\"/>";
          case Chart.Reference.Horizontal h -> "<path class=\"ref\" d=\"M3 9h46\"/>";
          case Chart.Reference.Vertical v -> "<path class=\"ref\" d=\"M26 1v16\"/>";
          case Chart.Reference.Span s -> "<path class=\"mark\" d=\"M8 1h36v16h-36z\"/>";
        });
    out.raw("</svg>");
  }
}
