package org.bellbuoy.sea.ais;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Application messages that gpsd takes apart and Bellbuoy hands on as bits, so that their fields
 * can be compared too. Layouts as in IMO circulars 236 and 289 and the inland AIS standard.
 */
final class GpsdApplication {
  // name:offset:bits, s behind signed ones, t<characters> for text, f for flags.
  private static final Map<String, String> LAYOUTS =
      Map.of(
          "6/235/10",
          "ana_int:0:10 ana_ext1:10:10 ana_ext2:20:10 racon:30:2 light:32:2 alarm:34:f"
              + " stat_ext:35:8 off_pos:43:f",
          "8/1/11",
          "lat:0:24s lon:24:25s wspeed:65:7 wgust:72:7 wdir:79:9 wgustdir:88:9 airtemp:97:11"
              + " humidity:108:7 dewpoint:115:10 pressure:125:9 pressuretend:134:2"
              + " visibility:136:8 waterlevel:144:9 leveltrend:153:2 cspeed:155:8 cdir:163:9"
              + " cspeed2:172:8 cdir2:180:9 cdepth2:189:5 cspeed3:194:8 cdir3:202:9"
              + " cdepth3:211:5 waveheight:216:8 waveperiod:224:6 wavedir:230:9"
              + " swellheight:239:8 swellperiod:247:6 swelldir:253:9 seastate:262:4"
              + " watertemp:266:10 preciptype:276:3 salinity:279:9 ice:288:2",
          "8/1/31",
          "lon:0:25s lat:25:24s accuracy:49:f wspeed:66:7 wgust:73:7 wdir:80:9 wgustdir:89:9"
              + " airtemp:98:11s humidity:109:7 dewpoint:116:10s pressure:126:9"
              + " pressuretend:135:2 visgreater:137:f visibility:138:7 waterlevel:145:12"
              + " leveltrend:157:2 cspeed:159:8 cdir:167:9 cspeed2:176:8 cdir2:184:9"
              + " cdepth2:193:5 cspeed3:198:8 cdir3:206:9 cdepth3:215:5 waveheight:220:8"
              + " waveperiod:228:6 wavedir:234:9 swellheight:243:8 swellperiod:251:6"
              + " swelldir:257:9 seastate:266:4 watertemp:270:10s preciptype:280:3"
              + " salinity:283:9 ice:292:2",
          "8/200/10",
          "vin:0:t8 length:48:13 beam:61:10 shiptype:71:14 hazard:85:3 draught:88:11"
              + " loaded:99:2 speed_q:101:f course_q:102:f heading_q:103:f",
          "6/1/12",
          "lastport:0:t5 nextport:50:t5 dangerous:100:t20 imdcat:220:t4 unid:244:13"
              + " amount:257:10 unit:267:2",
          "6/1/14",
          "month:0:4 day:4:5",
          "6/1/32",
          "month:0:4 day:4:5",
          "6/1/18",
          "linkage:0:10 portname:30:t20 destination:150:t5 lon:180:25s lat:205:24s",
          "6/1/30",
          "linkage:0:10 text:10:t155",
          "6/200/55",
          "crew:0:8 passengers:8:13 personnel:21:8");

  private GpsdApplication() {}

  static Map<String, String> members(Map<String, String> wanted, String data) {
    Map<String, String> members = new HashMap<>();
    String key = wanted.get("type") + "/" + wanted.get("dac") + "/" + wanted.get("fid");
    String layout = LAYOUTS.get(key);
    if (layout == null || wanted.containsKey("data")) {
      return members;
    }
    int colon = data.indexOf(':');
    int count = Integer.parseInt(data.substring(0, colon));
    String bits =
        new BigInteger("1" + data.substring(colon + 1, data.length() - 1), 16)
                .toString(2)
                .substring(1, 1 + count)
            + "0".repeat(1000);
    for (String field : layout.split(" ")) {
      String[] part = field.split(":");
      members.put(part[0], value(bits, Integer.parseInt(part[1]), part[2]));
    }
    switch (key) {
      case "8/1/11" -> members.put("timestamp", day(bits, 49));
      case "8/1/31" -> members.put("timestamp", day(bits, 50));
      case "6/1/12" -> {
        members.put("departure", moment(bits, 30));
        members.put("eta", moment(bits, 80));
      }
      case "6/1/18" -> members.put("arrival", moment(bits, 10));
      case "6/1/14", "6/1/32" -> members.put("tidals", tidals(bits, count, key.equals("6/1/14")));
      default -> {}
    }
    return members;
  }

  private static String tidals(String bits, int count, boolean first) {
    StringBuilder out = new StringBuilder("[");
    int step = first ? 93 : 88;
    for (int at = 9; at < count; at += step) {
      int lon = first ? at + 27 : at;
      int lat = first ? at : at + 25;
      int rest = first ? at + 55 : at + 49;
      out.append(out.length() > 1 ? "," : "");
      out.append("{\"lon\":").append(value(bits, lon, first ? "28s" : "25s"));
      out.append(",\"lat\":").append(value(bits, lat, first ? "27s" : "24s"));
      out.append(",\"from_hour\":").append(number(bits, rest, 5));
      out.append(",\"from_min\":").append(number(bits, rest + 5, 6));
      out.append(",\"to_hour\":").append(number(bits, rest + 11, 5));
      out.append(",\"to_min\":").append(number(bits, rest + 16, 6));
      out.append(",\"cdir\":").append(number(bits, rest + 22, 9));
      out.append(",\"cspeed\":").append(number(bits, rest + 31, first ? 7 : 8)).append("}");
    }
    return out.append("]").toString();
  }

  private static String day(String bits, int at) {
    return String.format(
        Locale.ROOT,
        "\"%02dT%02d:%02dZ\"",
        number(bits, at, 5),
        number(bits, at + 5, 5),
        number(bits, at + 10, 6));
  }

  private static String moment(String bits, int at) {
    return String.format(
        Locale.ROOT,
        "\"%02d-%02dT%02d:%02dZ\"",
        number(bits, at, 4),
        number(bits, at + 4, 5),
        number(bits, at + 9, 5),
        number(bits, at + 14, 6));
  }

  private static String value(String bits, int at, String kind) {
    if (kind.equals("f")) {
      return Boolean.toString(bits.charAt(at) == '1');
    }
    if (kind.startsWith("t")) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < Integer.parseInt(kind.substring(1)); i++) {
        int six = (int) number(bits, at + 6 * i, 6);
        if (six == 0) {
          break;
        }
        out.append((char) (six < 32 ? six + 64 : six));
      }
      return "\"" + out.toString().stripTrailing() + "\"";
    }
    boolean signed = kind.endsWith("s");
    int length = Integer.parseInt(signed ? kind.substring(0, kind.length() - 1) : kind);
    long number = number(bits, at, length);
    return Long.toString(signed && bits.charAt(at) == '1' ? number - (1L << length) : number);
  }

  private static long number(String bits, int at, int length) {
    return Long.parseLong(bits.substring(at, at + length), 2);
  }
}
