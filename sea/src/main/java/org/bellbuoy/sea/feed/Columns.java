package org.bellbuoy.sea.feed;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column of a CSV holds what, by the names that its header gives. */
final class Columns {
  /** What a column can hold. */
  enum Column {
    MMSI("mmsi", "mmsinumber", "sourcemmsi", "shipmmsi", "userid"),
    TIME(
        "time",
        "timestamp",
        "basedatetime",
        "datetime",
        "datetimeutc",
        "timestamputc",
        "timeutc",
        "utc",
        "epoch",
        "epochseconds",
        "epochmillis",
        "unixtime",
        "t",
        "msgtime",
        "receivedat"),
    MILLISECOND("millisecond"),
    LATITUDE("lat", "latitude", "latitudedegrees", "latitudedeg", "y"),
    LONGITUDE("lon", "lng", "long", "longitude", "longitudedegrees", "longitudedeg", "x"),
    SPEED("sog", "sogknots", "speed", "speedknots", "speedoverground"),
    COURSE("cog", "cogdegrees", "course", "coursedegrees", "courseoverground"),
    HEADING("heading", "trueheading", "headingdegrees", "hdg"),
    TURN("rot", "rateofturn"),
    STATUS("status", "navigationalstatus", "navigationstatus", "navstatus", "navstat"),
    NAME("vesselname", "name", "shipname"),
    ATON_NAME("atonname"),
    IMO("imo", "imonumber"),
    CALL_SIGN("callsign"),
    SHIP_TYPE("vesseltype", "shiptype", "shipandcargotype"),
    LENGTH("length"),
    WIDTH("width", "beam"),
    DRAUGHT("draft", "draught"),
    DESTINATION("destination"),
    EQUIPMENT("transceiverclass", "transceiver", "typeofmobile", "aisclass"),
    TYPE("messageid", "messagetype", "msgtype", "messagenr"),
    SECOND("utcsecond"),
    ACCURACY("accuracy", "positionaccuracy"),
    UNIT_FLAG("unitflag"),
    STATION("basestation", "station", "receiver"),
    TO_BOW("dimensiontobow", "a", "tobow"),
    TO_STERN("dimensiontostern", "b", "tostern"),
    TO_PORT("dimensiontoport", "c", "toport"),
    TO_STARBOARD("dimensiontostarboard", "d", "tostarboard");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }
  }

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column column : Column.values()) {
      for (String name : column.names) {
        BY_NAME.put(name, column);
      }
    }
  }

  private final Map<Column, Integer> index = new EnumMap<>(Column.class);

  /** Reads a header; where two columns would hold the same the first does. */
  Columns(Fields header) {
    for (int i = 0; i < header.count; i++) {
      Column column = BY_NAME.get(plain(header.buffer, header.from[i], header.to[i]));
      if (column != null) {
        index.putIfAbsent(column, i);
      }
    }
  }

  int of(Column column) {
    Integer found = index.get(column);
    return found == null ? -1 : found;
  }

  boolean complete() {
    return of(Column.MMSI) >= 0
        && of(Column.TIME) >= 0
        && of(Column.LATITUDE) >= 0
        && of(Column.LONGITUDE) >= 0;
  }

  /** Letters and digits only, lower case. */
  static String plain(byte[] b, int from, int to) {
    String text = new String(b, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
