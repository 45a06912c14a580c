package org.bellbuoy.bench;

import org.bellbuoy.sea.ais.AisBinary;
import org.bellbuoy.sea.ais.AisLink;
import org.bellbuoy.sea.ais.AisMessage;
import org.bellbuoy.sea.ais.AisStatic;
import org.bellbuoy.sea.ais.NmeaContext;
import org.bellbuoy.sea.ais.NmeaHandler;
import org.bellbuoy.sea.ais.NmeaReject;

/** Reads every field of a message and folds them into one number. */
final class AisSink implements NmeaHandler {
  private final byte[] text = new byte[256];
  long sum;
  long messages;

  @Override
  public void reject(NmeaReject reason, long offset, int length, long line, String detail) {}

  @Override
  public void message(AisMessage m, NmeaContext context) {
    messages++;
    sum += m.type() + m.repeatIndicator() + m.mmsi() + context.epochMillis() + context.offset();
    switch (m.type()) {
      case 1, 2, 3 -> {
        motion(m);
        sum += m.navigationalStatus() + m.rateOfTurn() + m.specialManoeuvre();
        state(m);
      }
      case 4, 11 -> {
        sum += m.utcYear() + m.utcMonth() + m.utcDay() + m.utcHour() + m.utcMinute();
        sum += m.utcSecond() + m.longitude() + m.latitude() + m.positionFixingDevice();
        sum += bit(m.positionAccuracy()) + bit(m.raim()) + bit(m.longRangeControl());
        state(m);
      }
      case 9, 18 -> {
        motion(m);
        sum += m.altitude() + m.regional() + m.reserved() + bit(m.dataTerminalNotReady());
        sum += bit(m.assignedMode()) + bit(m.carrierSense()) + bit(m.displayEquipped());
        sum += bit(m.dscEquipped()) + bit(m.wholeBand()) + bit(m.message22());
        state(m);
      }
      case 5, 19, 21, 24 -> statics(m);
      case 27 -> {
        motion(m);
        sum += m.navigationalStatus() + bit(m.positionLatency());
      }
      case 6, 8, 12, 14, 17, 25, 26 -> binary(m);
      default -> link(m);
    }
  }

  private static int bit(boolean flag) {
    return flag ? 1 : 0;
  }

  private void motion(AisMessage m) {
    sum += m.speedOverGround() + m.longitude() + m.latitude() + m.courseOverGround();
    sum += m.trueHeading() + m.timeStamp() + bit(m.positionAccuracy()) + bit(m.raim());
  }

  private void state(AisMessage m) {
    AisLink link = m.link();
    sum += link.syncState() + link.slotTimeout() + link.subMessage() + link.slotIncrement();
    sum += link.numberOfSlots() + bit(link.keepFlag());
  }

  private void text(int length) {
    sum += length;
    for (int i = 0; i < length; i++) {
      sum += text[i];
    }
  }

  private void statics(AisMessage m) {
    AisStatic s = m.statics();
    motion(m);
    text(s.name(text, 0));
    text(s.callSign(text, 0));
    text(s.destination(text, 0));
    text(s.vendorId(text, 0));
    sum += s.aisVersion() + s.imoNumber() + s.shipType() + s.toBowMetres() + s.toSternMetres();
    sum += s.toPortMetres() + s.toStarboardMetres() + s.etaMonth() + s.etaDay() + s.etaHour();
    sum += s.etaMinute() + s.draughtDecimetres() + s.partNumber() + s.mothershipMmsi();
    sum += s.aidType() + s.aidStatus() + bit(s.offPosition()) + bit(s.virtualAid());
    sum += m.positionFixingDevice() + bit(m.dataTerminalNotReady()) + bit(m.assignedMode());
  }

  private void binary(AisMessage m) {
    AisBinary b = m.binary();
    sum += b.sequenceNumber() + b.destinationMmsi() + bit(b.retransmit()) + b.applicationId();
    text(b.text(text, 0));
    sum += b.differentialType() + b.differentialStation() + b.differentialZCount();
    int at = b.dataOffset();
    for (int left = b.dataBits(); left > 0; left -= 32, at += 32) {
      sum += m.unsigned(at, Math.min(32, left));
    }
  }

  private void link(AisMessage m) {
    AisLink link = m.link();
    for (int i = 0; i < link.count(); i++) {
      sum += link.destinationMmsi(i) + link.acknowledgedSequence(i) + link.slotOffset(i);
      sum += link.increment(i) + link.reservedSlots(i) + link.reservedMinutes(i);
    }
    for (int i = 0; i < link.requests(); i++) {
      sum += link.requestedType(i) + link.requestedSlotOffset(i);
    }
    sum += link.channelA() + link.channelB() + link.txRxMode() + link.transitionalZone();
    sum += link.northEastLongitude() + link.northEastLatitude() + link.southWestLongitude();
    sum += link.southWestLatitude() + link.stationType() + link.reportingInterval();
  }
}
