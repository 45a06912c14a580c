package org.bellbuoy.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** KML and Cursor on Target, read again by the JDK's parser. */
class XmlExportTest {
  private static Document parsed(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static Document kml(Origin origin, Finding... findings) throws Exception {
    return parsed(ExportSamples.text(ExportFormat.KML, ExportSamples.input(origin, findings)));
  }

  private static List<Element> events(Origin origin, Finding... findings) {
    return ExportSamples.text(ExportFormat.COT, ExportSamples.input(origin, findings))
        .lines()
        .map(
            line -> {
              try {
                return parsed(line).getDocumentElement();
              } catch (Exception e) {
                throw new AssertionError(line, e);
              }
            })
        .toList();
  }

  private static Element first(Document document, String name) {
    return (Element)
        document.getElementsByTagNameNS("http://www.opengis.net/kml/2.2", name).item(0);
  }

  private static Element first(Element element, String name) {
    return (Element) element.getElementsByTagName(name).item(0);
  }

  @Test
  void aPlacemarkHasItsTimeSpanAndLongitudeFirst() throws Exception {
    Document map = kml(Origin.RECORDED, ExportSamples.vessel());
    assertThat(first(map, "begin").getTextContent()).isEqualTo("2026-03-14T18:40:00Z");
    assertThat(first(map, "end").getTextContent()).isEqualTo("2026-03-14T22:25:12.345Z");
    assertThat(first(map, "coordinates").getTextContent()).isEqualTo("11.05,57.72 11.65,57.92");
    assertThat(first(map, "description").getTextContent()).contains(ExportFormat.KML.drops());
  }

  @Test
  void anOpenFindingHasNoEndAndOneWithoutPlaceNoShape() throws Exception {
    Document map =
        kml(
            Origin.RECORDED,
            ExportSamples.vessel("Y", Level.POSSIBLE, null, State.OPEN, null),
            ExportSamples.host());
    assertThat(map.getElementsByTagName("Placemark").getLength()).isEqualTo(2);
    assertThat(map.getElementsByTagName("LineString").getLength()).isEqualTo(1);
    assertThat(map.getElementsByTagName("end").getLength()).isEqualTo(1);
  }

  @Test
  void simulatedDataSaySoInBothForms() throws Exception {
    Document map = kml(Origin.SIMULATED, ExportSamples.vessel());
    assertThat(first(map, "name").getTextContent()).startsWith("SIMULATED ");
    Element placemark = first(map, "Placemark");
    assertThat(first(placemark, "name").getTextContent()).startsWith("SIMULATED ");
    assertThat(first(placemark, "description").getTextContent()).startsWith("SIMULATED");
    Element event = events(Origin.SIMULATED, ExportSamples.vessel()).getFirst();
    assertThat(event.getAttribute("how")).isEqualTo("m-s");
    assertThat(event.getAttribute("opex")).isEqualTo("s-SIMULATED");
    assertThat(first(event, "contact").getAttribute("callsign")).startsWith("SIMULATED ");
    assertThat(first(event, "remarks").getTextContent()).startsWith("SIMULATED");
  }

  @Test
  void anEventIsOfUnknownAffiliationWithACircleAroundItsShape() {
    Element event = events(Origin.RECORDED, ExportSamples.vessel()).getFirst();
    assertThat(event.getAttribute("version")).isEqualTo("2.0");
    assertThat(event.getAttribute("type")).isEqualTo("a-u-S");
    assertThat(event.getAttribute("stale")).isEqualTo("2026-03-21T22:25:12.345Z");
    Element point = first(event, "point");
    assertThat(point.getAttribute("lat")).isEqualTo("57.82");
    assertThat(point.getAttribute("lon")).isEqualTo("11.35");
    assertThat(Double.parseDouble(point.getAttribute("ce"))).isBetween(20_900.0, 21_100.0);
    assertThat(point.getAttribute("le")).isEqualTo("9999999.0");
    assertThat(point.getAttribute("hae")).isEqualTo("9999999.0");
  }

  @Test
  void anEventOfASinglePointKnowsNoErrorAndOneWithoutAPlaceIsNone() {
    List<Element> events = events(Origin.RECORDED, ExportSamples.hostile(), ExportSamples.host());
    assertThat(events).hasSize(1);
    assertThat(first(events.getFirst(), "point").getAttribute("ce")).isEqualTo("9999999.0");
  }

  @Test
  void hostileTextStaysTextInMapsAndEvents() throws Exception {
    Document map = kml(Origin.RECORDED, ExportSamples.hostile());
    String description = first(first(map, "Placemark"), "description").getTextContent();
    // Viewers take a description for HTML and fill in $[...].
    assertThat(description).contains("‹script›").doesNotContain("<", "$[", "\u001b", "\u0000");
    assertThat(map.getElementsByTagName("script").getLength()).isZero();
    assertThat(map.getElementsByTagName("Data").getLength()).isEqualTo(14);
    Element event = events(Origin.RECORDED, ExportSamples.hostile()).getFirst();
    assertThat(first(event, "remarks").getTextContent()).contains("<script>", "--> \ufffd\ufffd");
    assertThat(event.getElementsByTagName("*").getLength()).isEqualTo(5);
  }
}
