package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.exhibit.NetworkPicture;
import org.bellbuoy.core.exhibit.NetworkPicture.Link;
import org.bellbuoy.core.exhibit.NetworkPicture.Member;
import org.bellbuoy.core.exhibit.NetworkPicture.Zone;
import org.bellbuoy.core.finding.Level;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What the picture of a network may be relied on to show. */
final class NetworkSvgTest {
  private record Span(double left, double top, double right, double bottom) {
    boolean meets(Span other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** Twelve zones of twenty members, and links from each zone to three others and to itself. */
  private static NetworkPicture large() {
    List<Zone> zones = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int z = 0; z < 12; z++) {
      List<Member> members = new ArrayList<>();
      for (int m = 0; m < 20; m++) {
        String name = "a device with a long name indeed " + z + "." + m;
        members.add(
            new Member(name, "engineering station, 10.20.30.40", 1, m == 3 ? Level.LIKELY : null));
      }
      zones.add(new Zone("zone " + z, "10.0." + z + ".0/24", z == 0, members));
      for (int to : new int[] {(z + 1) % 12, (z + 5) % 12, (z + 7) % 12, z}) {
        Level level = to == (z + 5) % 12 ? Level.POSSIBLE : null;
        links.add(new Link(z, to, "modbus read, write; s7comm read, program, control", level));
      }
    }
    return new NetworkPicture("Network", "In words.", zones, links);
  }

  private static Document drawn(NetworkPicture picture, boolean simulated) {
    Html out = new Html();
    NetworkSvg.write(out, picture, simulated);
    return Jsoup.parse(out.builder().toString());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  private static List<Span> words(Document page) {
    List<Span> words = new ArrayList<>();
    for (Element text : page.select("svg.net text")) {
      // Browsers draw narrower than the allowance; half an em of its size is what they take.
      double width = text.text().length() * 11.5 * 0.5;
      double x = number(text, "x");
      double left = text.attr("text-anchor").equals("end") ? x - width : x;
      words.add(new Span(left, number(text, "y") - 9, left + width, number(text, "y") + 2));
    }
    return words;
  }

  @Test
  void noWordsLieOnOthersInAPictureOf240Devices() {
    List<Span> words = words(drawn(large(), true));

    assertThat(words).hasSizeGreaterThan(500);
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        assertThat(words.get(i).meets(words.get(j))).as(i + " and " + j).isFalse();
      }
    }
  }

  @Test
  void waysThatMeetNeverShareALane() {
    NetworkPicture picture = large();
    NetworkLayout layout = NetworkLayout.of(picture, 0);

    for (int i = 0; i < picture.links().size(); i++) {
      NetworkLayout.Way one = layout.way(i);
      assertThat(one.within())
          .isEqualTo(picture.links().get(i).from() == picture.links().get(i).to());
      for (int j = i + 1; j < picture.links().size(); j++) {
        NetworkLayout.Way other = layout.way(j);
        if (one.laneX() == other.laneX()) {
          boolean apart =
              Math.max(one.fromY(), one.toY()) < Math.min(other.fromY(), other.toY())
                  || Math.max(other.fromY(), other.toY()) < Math.min(one.fromY(), one.toY());
          assertThat(apart).as(i + " and " + j).isTrue();
        }
      }
    }
  }

  @Test
  void everyCardLiesWithinItsZoneAndZonesStandOneUnderAnother() {
    NetworkPicture picture = large();
    NetworkLayout layout = NetworkLayout.of(picture, 0);

    for (int z = 0; z < picture.zones().size(); z++) {
      NetworkLayout.Box box = layout.box(z);
      for (int m = 0; m < 20; m++) {
        assertThat(layout.cardY(z, m)).isGreaterThan(box.top());
        assertThat(layout.cardY(z, m) + NetworkLayout.CARD_HEIGHT)
            .isLessThan(box.top() + box.height());
        assertThat(layout.cardX(m) + NetworkLayout.CARD).isLessThan(NetworkLayout.BOX);
      }
      if (z > 0) {
        NetworkLayout.Box above = layout.box(z - 1);
        assertThat(box.top()).isGreaterThan(above.top() + above.height());
      }
    }
  }

  @Test
  void findingsAreToldBySignAndDashAndNotByColourAlone() {
    Document page = drawn(large(), false);

    assertThat(page.select("path.way.at-possible")).hasSize(13); // one of them in the legend
    assertThat(page.select("text.nl.at-possible").eachText())
        .allMatch(text -> text.startsWith(Words.sign(Level.POSSIBLE)));
    assertThat(page.select("rect.host.at-likely")).hasSize(12);
    assertThat(PageAssets.STYLE).contains(".way.at-possible{stroke-dasharray");
  }

  @Test
  void simulatedDataSaysSoInThePictureAndOnlyThen() {
    assertThat(drawn(large(), true).select("svg.net text.sim").text()).contains("SIMULATED");
    assertThat(drawn(large(), false).text()).doesNotContain("SIMULATED");
  }

  @Test
  void thePictureKeepsItsSizeAndScrollsByItselfAndByKeyboard() {
    Document page = drawn(large(), false);

    Elements svg = page.select("div.scroll[tabindex=0] > svg.net");
    assertThat(svg).hasSize(1);
    assertThat(svg.attr("viewBox"))
        .isEqualTo("0 0 %s %s".formatted(svg.attr("width"), svg.attr("height")));
    assertThat(PageAssets.STYLE).contains("svg.net text{font-size:12.5px}");
  }

  @Test
  void hostileNamesStayText() {
    Zone zone = new Zone("<script>", "\u202e", false, List.of(new Member("<b>", "\"", 1, null)));
    Document page =
        drawn(
            new NetworkPicture("T", "W", List.of(zone), List.of(new Link(0, 0, "<i>", null))),
            false);

    assertThat(page.select("script, b, i")).isEmpty();
    assertThat(page.html()).doesNotContain("\u202e");
  }

  @Test
  void theSamePictureGivesTheSameBytesAndAnEmptyOneSaysSo() {
    assertThat(drawn(large(), true).html()).isEqualTo(drawn(large(), true).html());
    assertThat(drawn(new NetworkPicture("T", "W", List.of(), List.of()), false).text())
        .contains("No device was seen");
  }

  @Test
  void aLinkOfAZoneThatIsNotThereIsABug() {
    assertThatThrownBy(
            () -> new NetworkPicture("T", "W", List.of(), List.of(new Link(0, 1, "", null))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
