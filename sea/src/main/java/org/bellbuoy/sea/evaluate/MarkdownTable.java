package org.bellbuoy.sea.evaluate;

import java.util.List;
import org.bellbuoy.core.json.SafeText;

/** Writes the rows of a table in Markdown. */
final class MarkdownTable {
  private final StringBuilder out;

  /** Begins with the head; the first columns hold texts, the others figures. */
  MarkdownTable(StringBuilder out, int texts, List<String> head) {
    this.out = out;
    row(head);
    out.append('|');
    for (int i = 0; i < head.size(); i++) {
      out.append(i < texts ? "---|" : "---:|");
    }
    out.append('\n');
  }

  void row(String... cells) {
    row(List.of(cells));
  }

  void row(List<String> cells) {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(line(cell).replace("|", "\\|")).append(" |");
    }
    out.append('\n');
  }

  void end() {
    out.append('\n');
  }

  /** The text on one line, unable to steer a screen or to end a block of code. */
  static String line(String text) {
    return SafeText.visible(text).replaceAll("[\\r\\n\\t]+", " ").replace("```", "'''");
  }
}
