package org.bellbuoy.bench;

import dk.dma.ais.binary.SixbitException;
import dk.dma.ais.message.AisBinaryMessage;
import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessage18;
import dk.dma.ais.message.AisMessage5;
import dk.dma.ais.message.AisMessageException;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.message.AisStaticCommon;
import dk.dma.ais.message.UTCDateResponseMessage;
import dk.dma.ais.sentence.SentenceException;
import dk.dma.ais.sentence.Vdm;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * AisLib on the same bytes the way its own reader feeds it: line by line, a Vdm per message, parsed
 * until complete, then its message class. Its packets, tags and time stamps are left out, which
 * only spares it work; fewer fields are read than on our side.
 */
final class AisLibFeed {
  long sum;
  long messages;

  void read(byte[] bytes) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1));
    Vdm vdm = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!Vdm.isVdm(line)) {
        continue;
      }
      try {
        vdm = sentence(vdm, line);
      } catch (SentenceException | SixbitException | AisMessageException | RuntimeException e) {
        vdm = null;
      }
    }
  }

  private @Nullable Vdm sentence(@Nullable Vdm open, String line)
      throws SentenceException, SixbitException, AisMessageException {
    Vdm vdm = open == null ? new Vdm() : open;
    if (vdm.parse(line) != 0) {
      return vdm;
    }
    fields(AisMessage.getInstance(vdm));
    return null;
  }

  private void fields(AisMessage message) {
    messages++;
    sum += message.getMsgId() + message.getRepeat() + message.getUserId();
    switch (message) {
      case AisPositionMessage m -> {
        sum += m.getNavStatus() + m.getRot() + m.getSog() + m.getPosAcc() + m.getCog();
        sum += m.getPos().getRawLongitude() + m.getPos().getRawLatitude() + m.getTrueHeading();
        sum += m.getUtcSec() + m.getSpecialManIndicator() + m.getRaim() + m.getSyncState();
      }
      case UTCDateResponseMessage m -> {
        sum += m.getUtcYear() + m.getUtcMonth() + m.getUtcDay() + m.getUtcHour();
        sum += m.getUtcMinute() + m.getUtcSecond() + m.getPos().getRawLongitude();
      }
      case AisMessage18 m -> sum += m.getSog() + m.getCog() + m.getPos().getRawLongitude();
      case AisMessage5 m -> {
        statics(m);
        sum += m.getImo() + m.getEta() + m.getDraught() + m.getDest().length();
      }
      case AisStaticCommon m -> statics(m);
      case AisBinaryMessage m -> sum += m.getDac() + m.getFi() + m.getData().getLength();
      default -> {}
    }
  }

  private void statics(AisStaticCommon m) {
    sum += m.getName() == null ? 0 : m.getName().length();
    sum += m.getCallsign() == null ? 0 : m.getCallsign().length();
    sum += m.getShipType() + m.getDimBow() + m.getDimStern();
  }
}
