package org.bellbuoy.sea.ais;

/** The JSON members of binary, text and link-management messages. */
final class AisJsonLink {
  private AisJsonLink() {}

  static void binary(JsonText json, AisMessage message, AisJson mode) {
    AisBinary binary = message.binary();
    int type = message.type();
    if (type == 6 || type == 12) {
      json.number("seqno", binary.sequenceNumber());
      json.number("dest_mmsi", binary.destinationMmsi());
      json.flag("retransmit", binary.retransmit());
    }
    if (type == 12 || type == 14) {
      mode.text(json, "text", binary.text());
      return;
    }
    if (type == 6 || type == 8) {
      json.number("dac", binary.designatedAreaCode());
      json.number("fid", binary.functionIdentifier());
    } else if (type == 17) {
      mode.corner(json, "lon", message.longitude(), AisMessage.COARSE_LONGITUDE_NOT_AVAILABLE);
      mode.corner(json, "lat", message.latitude(), AisMessage.COARSE_LATITUDE_NOT_AVAILABLE);
      json.number("dgnss_type", binary.differentialType());
      json.number("dgnss_station", binary.differentialStation());
      json.number("dgnss_zcount", binary.differentialZCount());
      json.number("dgnss_sequence", binary.differentialSequence());
      json.number("dgnss_words", binary.differentialWords());
      json.number("dgnss_health", binary.differentialHealth());
    } else {
      json.flag("addressed", binary.addressed()).flag("structured", binary.structured());
      json.number("dest_mmsi", binary.destinationMmsi());
      json.number("app_id", binary.applicationId());
    }
    json.bits("data", message, binary.dataOffset(), binary.dataBits());
    if (type == 26) {
      AisJson.radio(json, message);
    }
  }

  static void link(JsonText json, AisMessage message, AisJson mode) {
    AisLink link = message.link();
    switch (message.type()) {
      case 7, 13 -> acknowledgements(json, link);
      case 10 -> json.number("dest_mmsi", link.destinationMmsi(0));
      case 15 -> {
        json.number("mmsi1", link.destinationMmsi(0));
        json.number("type1_1", link.requestedType(0));
        json.number("offset1_1", link.requestedSlotOffset(0));
        json.number("type1_2", link.requestedType(1));
        json.number("offset1_2", link.requestedSlotOffset(1));
        json.number("mmsi2", link.destinationMmsi(1));
        json.number("type2_1", link.requestedType(2));
        json.number("offset2_1", link.requestedSlotOffset(2));
      }
      case 16 -> {
        for (int i = 0; i < 2; i++) {
          json.number("mmsi" + (i + 1), link.destinationMmsi(i));
          json.number("offset" + (i + 1), link.slotOffset(i));
          json.number("increment" + (i + 1), link.increment(i));
        }
      }
      case 20 -> {
        for (int i = 0; i < 4; i++) {
          json.number("offset" + (i + 1), link.slotOffset(i));
          json.number("number" + (i + 1), link.reservedSlots(i));
          json.number("timeout" + (i + 1), link.reservedMinutes(i));
          json.number("increment" + (i + 1), link.increment(i));
        }
      }
      case 22 -> channels(json, link, mode);
      case 23 -> {
        area(json, link, mode);
        json.number("stationtype", link.stationType());
        json.number("shiptype", link.commandedShipType());
        json.number("txrx", link.txRxMode());
        json.number("interval", link.reportingInterval());
        json.number("quiet", link.quietMinutes());
      }
      default -> {}
    }
  }

  private static void acknowledgements(JsonText json, AisLink link) {
    for (int i = 0; i < 4; i++) {
      json.number("mmsi" + (i + 1), link.destinationMmsi(i));
      json.number("seqno" + (i + 1), link.acknowledgedSequence(i));
    }
  }

  private static void channels(JsonText json, AisLink link, AisJson mode) {
    json.number("channel_a", link.channelA()).number("channel_b", link.channelB());
    json.number("txrx", link.txRxMode()).flag("power", link.lowPower());
    if (link.managementAddressed()) {
      json.number("dest1", link.managedMmsi(0)).number("dest2", link.managedMmsi(1));
    } else {
      area(json, link, mode);
    }
    json.flag("addressed", link.managementAddressed());
    json.flag("band_a", link.bandwidthA()).flag("band_b", link.bandwidthB());
    json.number("zonesize", link.transitionalZone());
  }

  private static void area(JsonText json, AisLink link, AisJson mode) {
    int east = AisMessage.COARSE_LONGITUDE_NOT_AVAILABLE;
    int north = AisMessage.COARSE_LATITUDE_NOT_AVAILABLE;
    mode.corner(json, "ne_lon", link.northEastLongitude(), east);
    mode.corner(json, "ne_lat", link.northEastLatitude(), north);
    mode.corner(json, "sw_lon", link.southWestLongitude(), east);
    mode.corner(json, "sw_lat", link.southWestLatitude(), north);
  }
}
