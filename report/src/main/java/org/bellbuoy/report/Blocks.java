package org.bellbuoy.report;

import java.util.List;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.NetworkPicture;
import org.bellbuoy.core.exhibit.Relations;
import org.bellbuoy.core.exhibit.Timeline;

/** Writes whatever can stand in a section of a page. */
final class Blocks {
  /** Tables of more columns than this get narrower ones. */
  private static final int MANY_COLUMNS = 5;

  /** More rows than this make a page that browsers struggle with. */
  private static final int MAX_ROWS = 2_000;

  private final Html out;
  private final Backdrop backdrop;
  private final boolean simulated;
  private int tables;

  Blocks(Html out, Backdrop backdrop, boolean simulated) {
    this.out = out;
    this.backdrop = backdrop;
    this.simulated = simulated;
  }

  void write(Document.Block block) {
    switch (block) {
      case Document.Paragraph paragraph -> paragraph(paragraph);
      case Document.Table table -> table(table);
      case Document.Story story -> story(story);
      case Document.MapPicture map -> map(map);
      case NetworkPicture network -> NetworkSvg.write(out, network, simulated);
      case Chart chart -> ChartSvg.write(out, chart, simulated);
      case Timeline timeline -> TimelineSvg.write(out, timeline, simulated);
      case Relations relations -> RelationsSvg.write(out, relations, simulated);
    }
  }

  private void paragraph(Document.Paragraph paragraph) {
    String style =
        switch (paragraph.tone()) {
          case PLAIN -> "prose";
          case STATEMENT -> "prose statement";
          case WARNING -> "prose warning";
        };
    out.raw("<p class=\"").raw(style).raw("\">").text(paragraph.text()).raw("</p>\n");
  }

  private void map(Document.MapPicture map) {
    out.raw("<h3>").text(map.title()).raw("</h3>\n");
    String name = map.title() + ". " + map.alternative();
    if (!MapSvg.writeWhole(out, map.layers(), backdrop, name, simulated)) {
      out.raw("<p class=\"note\">No place is known, so there is no map.</p>\n");
    }
  }

  /** A table too wide for the screen scrolls in a box of its own, also by keyboard. */
  private void table(Document.Table table) {
    int number = tables++;
    out.raw("<p class=\"caption\" id=\"t-").raw(number).raw("\">").text(table.caption());
    out.raw("</p><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"t-");
    // Of words alone, or of many columns, it stands as a list of cards where the screen is narrow.
    boolean many = table.columns().size() > MANY_COLUMNS;
    boolean cards = many || table.columns().stream().noneMatch(Document.Column::numeric);
    out.raw(number).raw("\"><table class=\"data");
    out.raw(many ? " many" : "").raw(cards ? " cards" : "");
    out.raw("\" aria-labelledby=\"t-").raw(number);
    out.raw("\"><thead><tr>");
    for (Document.Column column : table.columns()) {
      out.raw("<th scope=\"col\"").raw(number(column)).raw(">").text(column.head()).raw("</th>");
    }
    out.raw("</tr></thead><tbody>");
    for (List<String> row : table.rows().stream().limit(MAX_ROWS).toList()) {
      out.raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String cell = i == 0 ? "th" : "td";
        out.raw("<").raw(cell).raw(i == 0 ? " scope=\"row\"" : "");
        out.raw(number(table.columns().get(i)));
        if (cards && i > 0) {
          out.raw(" data-head=\"").text(table.columns().get(i).head()).raw("\"");
        }
        out.raw(">").text(row.get(i));
        out.raw("</").raw(cell).raw(">");
      }
      out.raw("</tr>\n");
    }
    out.raw("</tbody></table></div>\n");
    if (table.rows().isEmpty()) {
      out.raw("<p class=\"note\">This table has no rows.</p>\n");
    } else if (table.rows().size() > MAX_ROWS) {
      out.raw("<p class=\"note\">").text(Words.count(table.rows().size() - MAX_ROWS));
      out.raw(" more rows are not shown.</p>\n");
    }
  }

  private void story(Document.Story story) {
    out.raw("<p class=\"caption\">").text(story.caption()).raw("</p><ol class=\"story\">\n");
    for (Document.Entry entry : story.entries().stream().limit(MAX_ROWS).toList()) {
      out.raw("<li><p><span class=\"when\">").text(entry.when()).raw("</span> ");
      Badge.write(out, entry.level());
      if (!entry.head().isEmpty()) {
        out.raw(" <strong>").text(entry.head()).raw("</strong></p>\n<p>");
      }
      out.raw(" ").text(entry.text()).raw("</p>\n");
      if (!entry.against().isEmpty()) {
        out.raw("<p class=\"against\"><b>What speaks against it:</b> ").text(entry.against());
        out.raw("</p>\n");
      }
      for (Document.Line line : entry.lines()) {
        out.raw("<p class=\"line\"><span>").text(line.where()).raw("</span>");
        if (!line.quote().isEmpty()) {
          out.raw("<code>").text(line.quote()).raw("</code>");
        }
        out.raw("</p>\n");
      }
      out.raw("</li>\n");
    }
    out.raw("</ol>\n");
    if (story.entries().size() > MAX_ROWS) {
      out.raw("<p class=\"note\">").text(Words.count(story.entries().size() - MAX_ROWS));
      out.raw(" more are not shown.</p>\n");
    }
  }

  private static String number(Document.Column column) {
    return column.numeric() ? " class=\"num\"" : "";
  }
}
