package org.bellbuoy.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;

/** The words and tables of a page as Markdown, for repositories; pictures are left out. */
final class MarkdownDocument {
  private MarkdownDocument() {}

  static String of(Document page) {
    StringBuilder out = new StringBuilder("# ").append(text(page.title())).append("\n");
    if (!page.lead().isEmpty()) {
      out.append('\n').append(text(page.lead())).append('\n');
    }
    for (Section section : page.sections()) {
      out.append("\n## ").append(text(section.heading())).append('\n');
      for (Block block : section.blocks()) {
        switch (block) {
          case Paragraph paragraph -> paragraph(paragraph, out);
          case Table table -> table(table, out);
          case Document.Story story -> {}
          case Document.MapPicture map -> {}
          case org.bellbuoy.core.exhibit.Chart chart -> {}
          case org.bellbuoy.core.exhibit.Timeline timeline -> {}
          case org.bellbuoy.core.exhibit.NetworkPicture network -> {}
          case org.bellbuoy.core.exhibit.Relations relations -> {}
        }
      }
    }
    return out.toString();
  }

  private static void paragraph(Paragraph paragraph, StringBuilder out) {
    String mark = paragraph.tone() == Tone.PLAIN ? "" : "**";
    out.append('\n').append(mark).append(text(paragraph.text())).append(mark).append('\n');
  }

  private static void table(Table table, StringBuilder out) {
    out.append('\n').append(text(table.caption())).append("\n\n");
    row(table.columns().stream().map(Document.Column::head).toList(), out);
    out.append('|');
    table.columns().forEach(column -> out.append(column.numeric() ? "---:|" : "---|"));
    out.append('\n');
    table.rows().forEach(cells -> row(cells, out));
  }

  private static void row(List<String> cells, StringBuilder out) {
    out.append(
        cells.stream()
            .map(MarkdownDocument::text)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** What Markdown or HTML would read as marks is escaped; lines become one. */
  private static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                out.append(c == '\n' ? " " : String.format(Locale.ROOT, "\\\\u%04x", c));
              } else if ("\\`*_<>|[]#".indexOf(c) >= 0) {
                out.append('\\').appendCodePoint(c);
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
