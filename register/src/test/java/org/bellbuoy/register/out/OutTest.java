package org.bellbuoy.register.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Test;

class OutTest {
  private static Register register() {
    Asset cable =
        new Asset(
            "cable:<1>",
            AssetKind.CABLE_SYSTEM,
            "Cable & \"Co\" \u0001 例",
            List.of(),
            "",
            List.of(),
            List.of(),
            Geometry.point(60, 5),
            Map.of(),
            Statement.NONE);
    Asset landing =
        new Asset(
            "l",
            AssetKind.LANDING_POINT,
            "L",
            List.of(),
            "NO",
            List.of(),
            List.of("cable:<1>", "elsewhere"),
            null,
            Map.of(),
            Statement.NONE);
    return Register.of(
        List.of(),
        List.of(
            cable,
            landing,
            Party.of("p", PartyKind.COMPANY, "P", "NO"),
            Party.of("q", PartyKind.STATE, "Q", "NO")),
        List.of(
            Role.shareholding("q", "p", Share.between(0.25, 0.5)),
            Role.of("p", "cable:<1>", RoleKind.OWNER, Basis.TITLE, null)));
  }

  @Test
  void aGraphIsWellFormedAndHasANodeAPartyAndAnEdgeARole() throws XMLStreamException {
    StringWriter out = new StringWriter();
    Dropped dropped = GraphMl.write(register(), out);
    List<String> nodes = new ArrayList<>();
    List<String> edges = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(out.toString()));
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "node" -> nodes.add(xml.getAttributeValue(null, "id"));
          case "edge" ->
              edges.add(
                  xml.getAttributeValue(null, "source")
                      + ">"
                      + xml.getAttributeValue(null, "target"));
          case "data" -> texts.add(xml.getAttributeValue(null, "key") + "=" + xml.getElementText());
          default -> {}
        }
      }
    }
    assertThat(nodes).containsExactly("cable:<1>", "l", "p", "q");
    assertThat(edges).containsExactly("q>p", "p>cable:<1>", "l>cable:<1>");
    assertThat(texts)
        .contains(
            "name=Cable & \"Co\" \uFFFD 例", "share_min=0.25", "share_max=0.5", "role=part-of");
    assertThat(dropped.lines()).contains("what assets are part of and is not in the register: 1");
  }

  @Test
  void aMapHasWhatLiesSomewhereAndWhoOwnsIt() throws IOException {
    StringWriter out = new StringWriter();
    Dropped dropped = AssetMap.write(register(), out);
    JsonNode map = new ObjectMapper().readTree(out.toString());
    assertThat(map.path("features")).hasSize(1);
    JsonNode feature = map.path("features").path(0);
    assertThat(feature.path("geometry").path("coordinates").path(0).asDouble()).isEqualTo(5);
    assertThat(feature.path("properties").path("roles").path(0).path("party").asText())
        .isEqualTo("P");
    assertThat(feature.path("properties").path("roles").path(0).path("share").isNull()).isTrue();
    assertThat(dropped.lines())
        .containsExactly(
            "assets of which it is not known where they lie: 1", "parties but for their names: 2");
  }
}
