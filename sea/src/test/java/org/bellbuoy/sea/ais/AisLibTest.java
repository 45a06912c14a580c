package org.bellbuoy.sea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import dk.dma.ais.message.AisBinaryMessage;
import dk.dma.ais.message.AisMessage1;
import dk.dma.ais.message.AisMessage10;
import dk.dma.ais.message.AisMessage12;
import dk.dma.ais.message.AisMessage14;
import dk.dma.ais.message.AisMessage17;
import dk.dma.ais.message.AisMessage18;
import dk.dma.ais.message.AisMessage19;
import dk.dma.ais.message.AisMessage21;
import dk.dma.ais.message.AisMessage24;
import dk.dma.ais.message.AisMessage27;
import dk.dma.ais.message.AisMessage3;
import dk.dma.ais.message.AisMessage5;
import dk.dma.ais.message.AisMessage6;
import dk.dma.ais.message.AisMessage7;
import dk.dma.ais.message.AisMessage9;
import dk.dma.ais.message.AisPosition;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.message.UTCDateResponseMessage;
import dk.dma.ais.sentence.Vdm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Field by field against AisLib 2.8.5 on every real log. AisLib is given the sentences of each
 * message we read, without tag blocks; differences are counted by type and field, and those known
 * are listed with their reasons in docs/ais-decoding.md.
 */
final class AisLibTest {
  private final Map<String, Integer> differences = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();
  private long compared;
  private long fields;

  @Test
  void agreesOnEveryLog() throws IOException {
    for (String name : SharedData.RAW) {
      byte[] bytes = SharedData.raw(name);
      NmeaReader reader = new NmeaReader(new Comparer(bytes));
      reader.read(bytes, 0, bytes.length);
      reader.finish();
    }
    assertThat(compared).isEqualTo(175_007);
    assertThat(fields).isGreaterThan(2_600_000);
    assertThat(differences).as(examples.toString()).isEqualTo(KNOWN);
  }

  private static final Map<String, Integer> KNOWN =
      Map.ofEntries(
          Map.entry("1.refused", 6),
          Map.entry("1.turn", 125388),
          Map.entry("13.refused", 5),
          Map.entry("17.latitude", 122),
          Map.entry("17.longitude", 2),
          Map.entry("17.refused", 60),
          Map.entry("18.refused", 2),
          Map.entry("19.name", 1),
          Map.entry("2.turn", 1980),
          Map.entry("21.name", 1),
          Map.entry("21.refused", 6),
          Map.entry("24.callsign", 1),
          Map.entry("24.name", 1),
          Map.entry("27.latitude", 84),
          Map.entry("27.longitude", 16),
          Map.entry("27.refused", 1),
          Map.entry("3.turn", 18307),
          Map.entry("4.refused", 29),
          Map.entry("5.callsign", 9),
          Map.entry("5.destination", 50),
          Map.entry("5.name", 16),
          Map.entry("7.refused", 7));

  private final class Comparer implements NmeaHandler {
    private final byte[] bytes;
    private int type;
    private String text = "";

    Comparer(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void reject(NmeaReject reason, long offset, int length, long line, String detail) {}

    @Override
    public void message(AisMessage ours, NmeaContext context) {
      text = text(context);
      if (text.lines().count() != context.parts()) {
        return;
      }
      type = ours.type();
      try {
        Vdm vdm = new Vdm();
        for (String line : text.lines().toList()) {
          int start = line.lastIndexOf('!');
          vdm.parse(line.substring(start));
        }
        dk.dma.ais.message.AisMessage theirs = dk.dma.ais.message.AisMessage.getInstance(vdm);
        compared++;
        compare(ours, theirs);
      } catch (Exception e) {
        count(
            "refused",
            e.getClass().getSimpleName() + " " + e.getMessage() + " bits " + ours.bitLength());
      }
    }

    private String text(NmeaContext context) {
      List<String> lines = new ArrayList<>();
      new String(bytes, (int) context.offset(), context.length(), StandardCharsets.ISO_8859_1)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(lines::add);
      return String.join("\n", lines);
    }

    private void count(String field, String example) {
      String key = type + "." + field;
      differences.merge(key, 1, Integer::sum);
      examples.putIfAbsent(key, example);
    }

    private void same(String field, long ours, long theirs) {
      fields++;
      if (ours != theirs) {
        count(field, "ours " + ours + " theirs " + theirs + " " + text);
      }
    }

    private void same(String field, boolean ours, long theirs) {
      same(field, ours ? 1 : 0, theirs);
    }

    private void same(String field, String ours, String theirs) {
      fields++;
      String trimmed = dk.dma.ais.message.AisMessage.trimText(theirs == null ? "" : theirs);
      if (!ours.equals(trimmed)) {
        count(field, "ours '" + ours + "' theirs '" + trimmed + "' " + text);
      }
    }

    private void position(AisMessage ours, AisPosition theirs) {
      same("longitude", ours.longitude(), theirs.getLongitude());
      same("latitude", ours.latitude(), theirs.getLatitude());
    }

    private void state(AisLink link, AisPositionMessage message) {
      if (message instanceof AisMessage1 m) {
        same("timeout", link.slotTimeout(), m.getSlotTimeout());
        same("sub", link.subMessage(), m.getSubMessage());
      } else if (message instanceof AisMessage3 m) {
        same("increment", link.slotIncrement(), m.getSlotIncrement());
        same("slots", link.numberOfSlots(), m.getNumSlots());
        same("keep", link.keepFlag(), m.getKeep());
      }
    }

    private void compare(AisMessage ours, dk.dma.ais.message.AisMessage theirs) {
      AisStatic statics = ours.statics();
      AisBinary binary = ours.binary();
      AisLink link = ours.link();
      same("type", ours.type(), theirs.getMsgId());
      same("repeat", ours.repeatIndicator(), theirs.getRepeat());
      same("mmsi", ours.mmsi(), theirs.getUserId());
      switch (theirs) {
        case AisPositionMessage m -> {
          same("status", ours.navigationalStatus(), m.getNavStatus());
          same("turn", ours.rateOfTurn(), (byte) m.getRot());
          same("speed", ours.speedOverGround(), m.getSog());
          same("accuracy", ours.positionAccuracy(), m.getPosAcc());
          position(ours, m.getPos());
          same("course", ours.courseOverGround(), m.getCog());
          same("heading", ours.trueHeading(), m.getTrueHeading());
          same("second", ours.timeStamp(), m.getUtcSec());
          same("manoeuvre", ours.specialManoeuvre(), m.getSpecialManIndicator());
          same("raim", ours.raim(), m.getRaim());
          if (ours.bitLength() >= 168) {
            same("sync", link.syncState(), m.getSyncState());
            state(link, m);
          }
        }
        case UTCDateResponseMessage m -> {
          same("year", ours.utcYear(), m.getUtcYear());
          same("month", ours.utcMonth(), m.getUtcMonth());
          same("day", ours.utcDay(), m.getUtcDay());
          same("hour", ours.utcHour(), m.getUtcHour());
          same("minute", ours.utcMinute(), m.getUtcMinute());
          same("second", ours.utcSecond(), m.getUtcSecond());
          same("accuracy", ours.positionAccuracy(), m.getPosAcc());
          position(ours, m.getPos());
          same("device", ours.positionFixingDevice(), m.getPosType());
          same("control", ours.longRangeControl(), m.getTransmissionControl());
          same("raim", ours.raim(), m.getRaim());
          same("sync", link.syncState(), m.getSyncState());
          same("timeout", link.slotTimeout(), m.getSlotTimeout());
          same("sub", link.subMessage(), m.getSubMessage());
        }
        case AisMessage5 m -> {
          same("version", statics.aisVersion(), m.getVersion());
          same("imo", statics.imoNumber(), m.getImo());
          same("callsign", statics.callSign(), m.getCallsign());
          same("name", statics.name(), m.getName());
          same("shiptype", statics.shipType(), m.getShipType());
          same("bow", statics.toBowMetres(), m.getDimBow());
          same("stern", statics.toSternMetres(), m.getDimStern());
          same("port", statics.toPortMetres(), m.getDimPort());
          same("starboard", statics.toStarboardMetres(), m.getDimStarboard());
          same("device", ours.positionFixingDevice(), m.getPosType());
          long eta =
              (long) statics.etaMonth() << 16
                  | statics.etaDay() << 11
                  | statics.etaHour() << 6
                  | statics.etaMinute();
          same("eta", eta, m.getEta());
          same("draught", statics.draughtDecimetres(), m.getDraught());
          same("destination", statics.destination(), m.getDest());
          same("dte", ours.dataTerminalNotReady(), m.getDte());
        }
        case AisBinaryMessage m -> {
          same("dac", binary.designatedAreaCode(), m.getDac());
          same("fid", binary.functionIdentifier(), m.getFi());
          // AisLib keeps the header before the data.
          same("bits", ours.bitLength(), m.getData().getLength());
          if (m instanceof AisMessage6 six) {
            same("seqno", binary.sequenceNumber(), six.getSeqNum());
            same("destination", binary.destinationMmsi(), six.getDestination());
            same("retransmit", binary.retransmit(), six.getRetransmit());
          }
        }
        case AisMessage7 m -> {
          same("mmsi1", link.destinationMmsi(0), m.getDest1());
          same("mmsi2", link.destinationMmsi(1), m.getDest2());
          same("mmsi3", link.destinationMmsi(2), m.getDest3());
          same("mmsi4", link.destinationMmsi(3), m.getDest4());
          same("seq1", link.acknowledgedSequence(0), m.getSeq1());
        }
        case AisMessage9 m -> {
          same("altitude", ours.altitude(), m.getAltitude());
          same("speed", ours.speedOverGround(), m.getSog());
          same("accuracy", ours.positionAccuracy(), m.getPosAcc());
          position(ours, m.getPos());
          same("course", ours.courseOverGround(), m.getCog());
          same("second", ours.timeStamp(), m.getUtcSec());
          same("raim", ours.raim(), m.getRaim());
          same("assigned", ours.assignedMode(), m.getAssigned());
          same("dte", ours.dataTerminalNotReady(), m.getDte());
          same("regional", ours.regional(), m.getRegionalReserved());
        }
        case AisMessage10 m -> same("destination", link.destinationMmsi(0), m.getDestination());
        case AisMessage12 m -> {
          same("destination", binary.destinationMmsi(), m.getDestination());
          same("text", binary.text(), m.getMessage());
        }
        case AisMessage14 m -> same("text", binary.text(), m.getMessage());
        case AisMessage17 m -> {
          same("longitude", ours.longitude(), m.getLon());
          same("latitude", ours.latitude(), m.getLat());
          same("dgnss", binary.differentialType(), m.getMessageType());
          same("station", binary.differentialStation(), m.getStationId());
          same("z", binary.differentialZCount(), m.getzCount());
          same("words", binary.differentialWords(), m.getDataWordCount());
          same("health", binary.differentialHealth(), m.getHealth());
        }
        case AisMessage18 m -> {
          same("speed", ours.speedOverGround(), m.getSog());
          same("accuracy", ours.positionAccuracy(), m.getPosAcc());
          position(ours, m.getPos());
          same("course", ours.courseOverGround(), m.getCog());
          same("heading", ours.trueHeading(), m.getTrueHeading());
          same("second", ours.timeStamp(), m.getUtcSec());
          same("cs", ours.carrierSense(), m.getClassBUnitFlag());
          same("display", ours.displayEquipped(), m.getClassBDisplayFlag());
          same("dsc", ours.dscEquipped(), m.getClassBDscFlag());
          same("band", ours.wholeBand(), m.getClassBBandFlag());
          same("msg22", ours.message22(), m.getClassBMsg22Flag());
          same("assigned", ours.assignedMode(), m.getModeFlag());
          same("raim", ours.raim(), m.getRaim());
          same("selector", link.stateSelector(), m.getCommStateSelectorFlag());
          same("state", link.communicationState(), m.getCommState());
        }
        case AisMessage19 m -> {
          same("speed", ours.speedOverGround(), m.getSog());
          position(ours, m.getPos());
          same("course", ours.courseOverGround(), m.getCog());
          same("heading", ours.trueHeading(), m.getTrueHeading());
          same("second", ours.timeStamp(), m.getUtcSec());
          same("name", statics.name(), m.getName());
          same("shiptype", statics.shipType(), m.getShipType());
          same("bow", statics.toBowMetres(), m.getDimBow());
          same("stern", statics.toSternMetres(), m.getDimStern());
          same("port", statics.toPortMetres(), m.getDimPort());
          same("starboard", statics.toStarboardMetres(), m.getDimStarboard());
          same("device", ours.positionFixingDevice(), m.getPosType());
          same("raim", ours.raim(), m.getRaimFlag());
          same("dte", ours.dataTerminalNotReady(), m.getDte());
          same("assigned", ours.assignedMode(), m.getModeFlag());
        }
        case AisMessage21 m -> {
          same("aid", statics.aidType(), m.getAtonType());
          String extension = m.getNameExt() == null ? "" : m.getNameExt();
          same("name", statics.name(), m.getName() + extension);
          position(ours, m.getPos());
          same("bow", statics.toBowMetres(), m.getDimBow());
          same("stern", statics.toSternMetres(), m.getDimStern());
          same("port", statics.toPortMetres(), m.getDimPort());
          same("starboard", statics.toStarboardMetres(), m.getDimStarboard());
          same("accuracy", ours.positionAccuracy(), m.getPosAcc());
          same("device", ours.positionFixingDevice(), m.getPosType());
          same("second", ours.timeStamp(), m.getUtcSec());
          same("off", statics.offPosition(), m.getOffPosition());
          same("status", statics.aidStatus(), m.getRegional());
          same("raim", ours.raim(), m.getRaim());
          same("virtual", statics.virtualAid(), m.getVirtual());
          same("assigned", ours.assignedMode(), m.getAssigned());
        }
        case AisMessage24 m -> {
          same("part", statics.partNumber(), m.getPartNumber());
          same("name", statics.name(), m.getName());
          same("callsign", statics.callSign(), m.getCallsign());
          same("shiptype", statics.shipType(), m.getShipType());
          same("vendor", statics.vendorId(), m.getVendorId());
          same("bow", statics.toBowMetres(), m.getDimBow());
          same("starboard", statics.toStarboardMetres(), m.getDimStarboard());
        }
        case AisMessage27 m -> {
          same("status", ours.navigationalStatus(), m.getNavStatus());
          same("speed", ours.speedOverGround(), m.getSog());
          same("course", ours.courseOverGround(), m.getCog());
          same("longitude", ours.longitude(), m.getPos().getRawLongitude());
          same("latitude", ours.latitude(), m.getPos().getRawLatitude());
          same("latency", ours.positionLatency(), m.getGnssPosStatus());
        }
        default -> {}
      }
    }
  }
}
