package org.bellbuoy.sea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our raw JSON against the JSON gpsd keeps for its own tests, member by member. */
final class ConformanceTest {
  private static final Pattern MEMBER =
      Pattern.compile("\"(\\w+)\":(\"(?:[^\"\\\\]|\\\\.)*\"|\\[.*?]|[^,}]+)");

  @Test
  void gpsdSampleAgreesInEveryFieldOfEveryMessage() throws IOException {
    explained = 0;
    agrees(ours("gpsd-sample.aivdm"), theirs("gpsd-sample.aivdm.ju.chk"), 97);
    assertThat(explained).isEqualTo(10);
  }

  @Test
  void sixBitLogAgrees() throws IOException {
    agrees(ours("gpsd-ais_unpack_sixbit.log"), theirs("gpsd-ais_unpack_sixbit.log.chk"), 12);
  }

  @Test
  void type6LogAgrees() throws IOException {
    agrees(ours("gpsd-ais-nmea-type6-fid55.log"), theirs("gpsd-ais-nmea-type6-fid55.log.chk"), 500);
  }

  private static int explained;

  private static void agrees(List<String> ours, List<String> theirs, int least) {
    List<String> differences = new ArrayList<>();
    int next = 0;
    for (String expected : theirs) {
      Map<String, String> wanted = members(expected);
      int found = -1;
      List<String> nearest = List.of("no message of that type and MMSI");
      for (int i = next; i < ours.size() && found < 0; i++) {
        Map<String, String> have = members(ours.get(i));
        if (Objects.equals(have.get("type"), wanted.get("type"))
            && Objects.equals(have.get("mmsi"), wanted.get("mmsi"))) {
          List<String> differs = differs(wanted, have);
          if (differs.isEmpty()) {
            found = i;
          } else if (nearest.size() > differs.size() || nearest.get(0).startsWith("no ")) {
            nearest = differs;
          }
        }
      }
      if (found < 0) {
        differences.add(expected + "\n    " + nearest);
      } else {
        next = found + 1;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(theirs.size()).isGreaterThanOrEqualTo(least);
  }

  private static List<String> differs(Map<String, String> wanted, Map<String, String> have) {
    List<String> differs = new ArrayList<>();
    String data = have.get("data");
    Map<String, String> application =
        data == null ? Map.of() : GpsdApplication.members(wanted, data.substring(1));
    wanted.forEach(
        (name, value) -> {
          if (name.equals("class") || name.equals("device") || name.endsWith("_text")) {
            return;
          }
          String got = application.getOrDefault(name, have.get(name));
          if (!value.equals(got) && !explained(name, value, have)) {
            differs.add(name + ": gpsd " + value + ", ours " + got);
          }
        });
    return differs;
  }

  /** Where gpsd is known to say something else; docs/ais-decoding.md gives the reasons. */
  private static boolean explained(String name, String value, Map<String, String> have) {
    String type = have.getOrDefault("type", "");
    String got = have.getOrDefault(name, "");
    // gpsd gives an MMSI of which the last bits were not sent, with zeros in their place.
    boolean cutMmsi = type.equals("7") && name.equals("mmsi3") && got.equals("0");
    // gpsd has no communication state for type 26, and makes up cut bits of that of type 1.
    boolean radio = name.equals("radio") && (type.equals("26") || got.equals("null"));
    // gpsd leaves bits behind the data in the last byte.
    int colon = value.indexOf(':');
    boolean tail =
        name.equals("data")
            && type.equals("26")
            && Integer.parseInt(value.substring(1, colon)) % 8 != 0
            && value.substring(0, value.length() - 2).equals(got.substring(0, got.length() - 2));
    if (cutMmsi || radio || tail) {
      explained++;
    }
    return cutMmsi || radio || tail;
  }

  private static Map<String, String> members(String json) {
    Map<String, String> members = new HashMap<>();
    Matcher matcher = MEMBER.matcher(json);
    while (matcher.find()) {
      members.putIfAbsent(matcher.group(1), matcher.group(2).replace("\\/", "/"));
    }
    return members;
  }

  /** gpsd joins the two parts of type 24 into one; so does this. */
  private static List<String> ours(String file) throws IOException {
    List<String> ours = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    for (String json : SharedData.told(SharedData.conformance(file), 1000)) {
      if (!json.startsWith("{")) {
        continue;
      }
      Map<String, String> members = members(json);
      if ("24".equals(members.get("type"))) {
        if ("0".equals(members.get("part"))) {
          names.put(members.get("mmsi"), members.get("shipname"));
        } else if (names.containsKey(members.get("mmsi"))) {
          json = json.replaceFirst("\"part\":1", "\"shipname\":" + names.get(members.get("mmsi")));
        }
      }
      ours.add(json);
    }
    return ours;
  }

  private static List<String> theirs(String file) throws IOException {
    String text = new String(SharedData.conformance(file), StandardCharsets.UTF_8);
    return text.lines().filter(line -> line.startsWith("{\"class\":\"AIS\"")).toList();
  }
}
