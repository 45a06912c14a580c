package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a ship calls itself, the page says it and does nothing else. */
final class HostileNamesTest {
  static List<String> names() {
    return List.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title></style></script><script>alert(1)</script>",
        "</text></svg><iframe src=javascript:alert(1)>",
        "<!-- --><![CDATA[ ]]>",
        "&lt;script&gt; &#60;b&#62;",
        "`onload=alert(1)`",
        "javascript:alert(1)",
        "SAFE\u202Eeman\u2066\u2069\u200F",
        "nul\u0000bell\u0007escape\u001B[31m",
        "lone\uD800surrogate\uDC00",
        "zalgo" + "\u0301".repeat(500),
        "tag\uDB40\uDC41 zero\u200Bwidth\uFEFF",
        "${7*7} {{7*7}} %n %s",
        "A".repeat(20_000),
        "<b>".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("names")
  void no_name_brings_in_an_element_or_an_attribute(String name) throws Exception {
    Document plain = Jsoup.parse(page("PLAIN NAME"));
    String html = page(name);
    Document hostile = Jsoup.parse(html);

    assertThat(vocabulary(hostile)).isEqualTo(vocabulary(plain));
    // Drawings may leave out a label for want of room; all else stands one for one.
    assertThat(structure(hostile)).isEqualTo(structure(plain));
    assertThat(hostile.select("script")).hasSize(1);
    assertThat(hostile.select("script").outerHtml())
        .isEqualTo("<script>" + PageAssets.SCRIPT + "</script>");
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothing_hidden_reaches_the_page_and_its_size_stays_bounded(String name) throws Exception {
    String html = page(name);

    assertThat(html.length()).isLessThan(400_000);
    assertThat(html.codePoints().filter(HostileNamesTest::hidden).toArray()).isEmpty();
    assertThat(new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(html);
  }

  @ParameterizedTest
  @MethodSource("names")
  void no_text_of_a_document_is_more_than_text(String name) throws Exception {
    String html = document(name);
    Document hostile = Jsoup.parse(html);

    assertThat(vocabulary(hostile)).isEqualTo(vocabulary(Jsoup.parse(document("PLAIN"))));
    assertThat(structure(hostile)).isEqualTo(structure(Jsoup.parse(document("PLAIN"))));
    assertThat(hostile.select("script")).isEmpty();
    assertThat(html.codePoints().filter(HostileNamesTest::hidden).toArray()).isEmpty();
  }

  private static String document(String name) throws Exception {
    StringWriter out = new StringWriter();
    HtmlDocument.write(out, Samples.run(5, false), DocumentSamples.hostile(name), Samples.strait());
    return out.toString();
  }

  private static boolean hidden(int c) {
    return (c < ' ' && c != '\n')
        || c == 0x7F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0x200B
        || c == 0xFEFF
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static Set<String> vocabulary(Document page) {
    Set<String> words = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        boolean text = attribute.getKey().equals("class") && element.normalName().equals("text");
        words.add(element.tagName() + (text ? "" : " " + attribute.getKey()));
      }
    }
    words.removeIf(word -> word.startsWith("text"));
    return words;
  }

  private static List<String> structure(Document page) {
    return page.getAllElements().stream()
        .map(Element::tagName)
        .filter(tag -> !tag.equals("text"))
        .toList();
  }

  /** A page on which the name stands wherever text from outside can stand. */
  static String page(String name) throws Exception {
    Finding model = Samples.finding(1, Level.LIKELY, name);
    Exhibit exhibit = Samples.exhibit(model);
    Timeline time = exhibit.timelines().getFirst();
    var detail = JsonNodeFactory.instance.objectNode();
    Finding finding =
        new Finding(
            model.id(),
            name,
            1,
            model.state(),
            model.severity(),
            new Subject(name, Map.of("mmsi", name), name),
            List.of(AssetRef.of(name, name, name, name)),
            model.from(),
            model.to(),
            model.place(),
            new Assessment(Level.LIKELY, 0.9, List.of(new Hypothesis(name, 0.9))),
            List.of(new Reason(name, name, 1.0, name)),
            new Coverage(name, 0.5, detail),
            List.of(new Evidence(name, name, 0, 1, 1, 1, name)),
            List.of(new PartyRef(name, name, List.of(name), name)),
            name);
    List<MapLayer> layers =
        exhibit.layers().stream()
            .map(
                layer ->
                    new MapLayer(
                        layer.role(),
                        name,
                        layer.features().stream()
                            .map(f -> new MapLayer.Feature(f.geometry(), name, f.value()))
                            .toList()))
            .toList();
    Timeline timeline =
        new Timeline(
            name,
            time.from(),
            time.to(),
            List.of(new Timeline.Mark(name, model.from(), time.to())),
            time.lanes().stream()
                .map(lane -> new Timeline.Lane(name, lane.kind(), name, lane.bars()))
                .toList());
    Run run =
        new Run(
            name,
            name,
            name,
            Map.of(name, name),
            Map.of(name, 1),
            List.of(new SourceInfo(name, name, name, 1, null, 1, name, name)),
            Map.of("records", 5L, name, 1L),
            Map.of(name, 1L),
            1,
            true);
    Exhibit shown =
        new Exhibit(
            model.id(),
            layers,
            List.of(timeline),
            List.of(new Exhibit.Fact(name, name)),
            name,
            List.of(DocumentSamples.named(name)));
    StringWriter out = new StringWriter();
    HtmlReport.write(
        out,
        ReportInput.of(run, List.of(finding), Map.of(model.id(), shown), name, Samples.strait()));
    return out.toString();
  }
}
