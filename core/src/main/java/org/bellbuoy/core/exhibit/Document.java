package org.bellbuoy.core.exhibit;

import java.util.List;

/**
 * A page that is not about single findings, such as an evaluation or a map of coverage.
 *
 * @param title heading of the page
 * @param lead what it comes to, in a sentence or two; empty for none
 * @param sections one under another
 */
public record Document(String title, String lead, List<Section> sections) {
  public Document {
    sections = List.copyOf(sections);
  }

  /** A heading and what stands under it. */
  public record Section(String heading, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** Anything that can stand in a section. */
  public sealed interface Block
      permits Paragraph, Table, Story, MapPicture, NetworkPicture, Chart, Timeline, Relations {}

  /** How a paragraph speaks. */
  public enum Tone {
    /** As running text. */
    PLAIN,
    /** As what a reader should take away. */
    STATEMENT,
    /** As a warning: what could not be seen, what does not hold. */
    WARNING
  }

  /** Text. */
  public record Paragraph(String text, Tone tone) implements Block {
    /** Running text. */
    public static Paragraph of(String text) {
      return new Paragraph(text, Tone.PLAIN);
    }
  }

  /**
   * Rows of text under columns.
   *
   * @param caption what the table shows, and for whom
   * @param columns heads; the first column names its row
   * @param rows each as long as there are columns, numbers already put into words
   */
  public record Table(String caption, List<Column> columns, List<List<String>> rows)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.size() + " under " + columns.size() + " columns");
        }
      }
    }
  }

  /**
   * What happened, told in order, with the bytes that show it.
   *
   * @param caption what is told, and of whom
   * @param entries in order
   */
  public record Story(String caption, List<Entry> entries) implements Block {
    public Story {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One thing that happened.
   *
   * @param when in words
   * @param level how sure it is
   * @param head who did what, in a few words; empty for none
   * @param text a few sentences
   * @param against what speaks against it; empty for nothing known
   * @param lines the bytes that show it; some of them where there are many
   */
  public record Entry(
      String when,
      org.bellbuoy.core.finding.Level level,
      String head,
      String text,
      String against,
      List<Line> lines) {
    public Entry {
      lines = List.copyOf(lines);
    }

    /** Without a head, and with nothing known against it. */
    public Entry(
        String when, org.bellbuoy.core.finding.Level level, String text, List<Line> lines) {
      this(when, level, "", text, "", lines);
    }
  }

  /**
   * Bytes that show something.
   *
   * @param where as they are found again
   * @param quote the bytes as text, untrusted; empty where they are none
   */
  public record Line(String where, String quote) {}

  /** Head of a column. */
  public record Column(String head, boolean numeric) {
    /** A column of words. */
    public static Column text(String head) {
      return new Column(head, false);
    }

    /** A column of numbers, aligned at its right. */
    public static Column number(String head) {
      return new Column(head, true);
    }
  }

  /**
   * A map that shows all of its layers.
   *
   * @param title heading
   * @param alternative what it shows, in sentences, for those who do not see it
   * @param layers drawn in this order
   */
  public record MapPicture(String title, String alternative, List<MapLayer> layers)
      implements Block {
    public MapPicture {
      layers = List.copyOf(layers);
    }
  }
}
