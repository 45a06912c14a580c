package org.bellbuoy.sea.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessage18;
import dk.dma.ais.message.AisMessage24;
import dk.dma.ais.message.AisMessage4;
import dk.dma.ais.message.AisMessage5;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.sentence.Vdm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the encoder against another decoder, AisLib of the Danish Maritime Authority. */
class MessagesTest {
  private final Payload payload = new Payload();

  private AisMessage decoded() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SentenceWriter writer = new SentenceWriter(out);
    writer.prepare(payload, 3, 'A');
    writer.write("SIM-X", 1_768_003_200);
    Vdm vdm = new Vdm();
    for (String line : out.toString(StandardCharsets.US_ASCII).lines().toList()) {
      vdm.parse(line.substring(line.indexOf('!')));
    }
    return AisMessage.getInstance(vdm);
  }

  private static Fix fix() {
    Fix fix = new Fix();
    fix.latitude = -59.123456;
    fix.longitude = -23.654321;
    fix.speedKnots = 12.44;
    fix.courseDegrees = 359.97;
    fix.headingDegrees = 271.2;
    fix.status = Fix.RESTRICTED;
    return fix;
  }

  private static Ship ship(Ship.Equipment equipment) {
    return new Ship(
        41,
        200_000_042,
        "SIM CARGO 041",
        equipment,
        70,
        187,
        27,
        93,
        new Lying(new LatLon(59, 23), 0, 0, 1, 5, 0, 1),
        "cargo",
        Ship.Span.NEVER,
        Ship.Span.NEVER);
  }

  @Test
  void types1And3AreReadBack() throws Exception {
    for (int type : new int[] {1, 3}) {
      int state = type == 3 ? Messages.incrementalState(3_333) : Messages.selfOrganisedState(1, 0);
      Messages.classA(payload, type, 200_000_042, fix(), -25, 37, state);
      AisPositionMessage read = (AisPositionMessage) decoded();
      assertThat(read.getMsgId()).isEqualTo(type);
      assertThat(read.getRepeat()).isZero();
      assertThat(read.getUserId()).isEqualTo(200_000_042);
      assertThat(read.getNavStatus()).isEqualTo(3);
      // AisLib gives degrees a minute: (25 / 4.733) squared.
      assertThat(read.getSensorRot().doubleValue()).isBetween(-28.0, -27.0);
      assertThat(read.getSog()).isEqualTo(124);
      assertThat(read.getPosAcc()).isEqualTo(1);
      assertThat(read.getPos().getLatitudeDouble()).isBetween(-59.123458, -59.123454);
      assertThat(read.getPos().getLongitudeDouble()).isBetween(-23.654323, -23.654319);
      assertThat(read.getCog()).isZero();
      assertThat(read.getTrueHeading()).isEqualTo(271);
      assertThat(read.getUtcSec()).isEqualTo(37);
      assertThat(read.getSpecialManIndicator()).isZero();
      assertThat(read.getRaim()).isZero();
    }
  }

  @Test
  void type4IsReadBack() throws Exception {
    Station station = Place.STATIONS.getFirst();
    Messages.baseStation(payload, station, 1_768_003_200_000L + 3_723_000);
    AisMessage4 read = (AisMessage4) decoded();
    assertThat(read.getUserId()).isEqualTo(2_000_001);
    assertThat(read.getUtcYear()).isEqualTo(2026);
    assertThat(read.getUtcMonth()).isEqualTo(1);
    assertThat(read.getUtcDay()).isEqualTo(10);
    assertThat(read.getUtcHour()).isEqualTo(1);
    assertThat(read.getUtcMinute()).isEqualTo(2);
    assertThat(read.getUtcSecond()).isEqualTo(3);
    assertThat(read.getPos().getLatitudeDouble()).isBetween(59.8199, 59.8201);
    assertThat(read.getPos().getLongitudeDouble()).isBetween(22.9699, 22.9701);
    assertThat(read.getPosType()).isEqualTo(7);
  }

  @Test
  void type5IsReadBackFromTwoSentences() throws Exception {
    Messages.classAStatic(payload, ship(Ship.Equipment.A));
    AisMessage5 read = (AisMessage5) decoded();
    assertThat(read.getUserId()).isEqualTo(200_000_042);
    assertThat(read.getImo()).isZero();
    assertThat(read.getCallsign()).startsWith("SIM0041");
    assertThat(read.getName().replace('@', ' ').strip()).isEqualTo("SIM CARGO 041");
    assertThat(read.getShipType()).isEqualTo(70);
    assertThat(read.getDimBow() + read.getDimStern()).isEqualTo(187);
    assertThat(read.getDimPort() + read.getDimStarboard()).isEqualTo(27);
    assertThat(read.getPosType()).isEqualTo(1);
    assertThat(read.getEta()).isEqualTo((24 << 6) | 60);
    assertThat(read.getDraught()).isEqualTo(93);
    assertThat(read.getDest().replace('@', ' ').strip()).isEqualTo("SIMULATED");
    assertThat(read.getDte()).isZero();
  }

  @Test
  void type18IsReadBackForBothClassesB() throws Exception {
    for (boolean carrierSense : new boolean[] {true, false}) {
      Messages.classB(payload, 200_000_042, fix(), 12, carrierSense, 77);
      AisMessage18 read = (AisMessage18) decoded();
      assertThat(read.getUserId()).isEqualTo(200_000_042);
      assertThat(read.getSog()).isEqualTo(124);
      assertThat(read.getPos().getLatitudeDouble()).isBetween(-59.123458, -59.123454);
      assertThat(read.getCog()).isZero();
      assertThat(read.getTrueHeading()).isEqualTo(511);
      assertThat(read.getUtcSec()).isEqualTo(12);
      assertThat(read.getClassBUnitFlag()).isEqualTo(carrierSense ? 1 : 0);
      assertThat(read.getClassBBandFlag()).isEqualTo(1);
      assertThat(read.getModeFlag()).isZero();
      assertThat(read.getCommStateSelectorFlag()).isEqualTo(carrierSense ? 1 : 0);
    }
  }

  @Test
  void type24IsReadBackInBothParts() throws Exception {
    Messages.classBName(payload, ship(Ship.Equipment.B_CARRIER_SENSE));
    AisMessage24 name = (AisMessage24) decoded();
    assertThat(name.getPartNumber()).isZero();
    assertThat(name.getName().replace('@', ' ').strip()).isEqualTo("SIM CARGO 041");
    Messages.classBDetails(payload, ship(Ship.Equipment.B_CARRIER_SENSE));
    AisMessage24 details = (AisMessage24) decoded();
    assertThat(details.getPartNumber()).isEqualTo(1);
    assertThat(details.getUserId()).isEqualTo(200_000_042);
    assertThat(details.getShipType()).isEqualTo(70);
    assertThat(details.getCallsign()).startsWith("SIM0041");
    assertThat(details.getDimBow() + details.getDimStern()).isEqualTo(187);
    assertThat(details.getDimPort() + details.getDimStarboard()).isEqualTo(27);
  }

  @Test
  void aWholeStreamIsReadWithoutAnError() throws Exception {
    Map<Integer, Integer> types = new TreeMap<>();
    for (Heard heard : Heard.all(Scenario.defaults().withVessels(100).withHours(1))) {
      AisMessage read = heard.decode();
      assertThat(read.getUserId()).isEqualTo(heard.mmsi());
      types.merge(read.getMsgId(), 1, Integer::sum);
    }
    assertThat(types.keySet()).containsExactly(1, 3, 4, 5, 18, 24);
  }
}
