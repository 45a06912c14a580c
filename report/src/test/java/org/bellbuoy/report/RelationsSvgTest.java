package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Relations;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a reader may rely on in a picture of who holds what. */
final class RelationsSvgTest {
  private static final String LONG = "Example Communications Construction Holding ";
  private static final String SHARES =
      "company, XA; controller of " + LONG + "Group, 63.84 % of " + LONG + "Company";

  private static List<Element> pictures() throws Exception {
    Relations relations =
        new Relations(
            "Who holds what",
            "One holds the other.",
            List.of(
                new Relations.Node("a", LONG + "Group", SHARES, false),
                new Relations.Node("b", LONG + "Company", "company, XA", true)),
            List.of(new Relations.Edge("a", "b", true)),
            0);
    StringWriter out = new StringWriter();
    HtmlDocument.write(
        out,
        Samples.run(5, false),
        new Document("Page", "", List.of(new Document.Section("Picture", List.of(relations)))),
        Samples.strait());
    return Jsoup.parse(out.toString()).select("svg.rel");
  }

  private static String text(Element picture, String which) {
    return picture.select(which).eachText().stream().collect(Collectors.joining(" "));
  }

  @Test
  void names_that_differ_at_their_end_alone_stay_apart_and_nothing_is_cut() throws Exception {
    assertThat(pictures()).hasSize(2);
    for (Element picture : pictures()) {
      assertThat(text(picture, "text.nm")).isEqualTo(LONG + "Group " + LONG + "Company");
      assertThat(text(picture, "text:not(.nm)")).isEqualTo(SHARES + " company, XA");
      assertThat(picture.text()).doesNotContain("…");
    }
  }

  @Test
  void boxes_grow_with_their_lines_and_do_not_overlap() throws Exception {
    for (Element picture : pictures()) {
      List<Element> boxes = picture.select("rect");
      double end = number(boxes.get(0), "y") + number(boxes.get(0), "height");
      assertThat(number(boxes.get(1), "y")).isGreaterThan(end);
      for (Element line : picture.select("text")) {
        double y = number(line, "y");
        assertThat(boxes)
            .anyMatch(box -> y > number(box, "y") && y < number(box, "y") + number(box, "height"));
      }
    }
  }

  @Test
  void a_word_longer_than_a_line_is_broken_and_kept_whole() {
    List<String> lines = RelationsSvg.lines("Aa " + "b".repeat(25), 10);

    assertThat(String.join("", lines)).isEqualTo("Aa" + "b".repeat(25));
    assertThat(lines).allMatch(line -> line.length() <= 10);
    assertThat(RelationsSvg.lines("", 10)).isEmpty();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }
}
