package org.bellbuoy.sea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Sentences and values come from outside: gpsd's sample with its notes, GateHouse and exactEarth
 * lines of the Danish and Australian authorities' test data, the AISdb and OpenCPN recordings.
 */
@DisplayName("The NMEA reader")
final class NmeaReaderTest {
  private static final String TYPE_1 = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n";
  private static final String TYPE_5_1 =
      "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\n";
  private static final String TYPE_5_2 = "!AIVDM,2,2,1,A,88888888880,2*25\n";

  private static List<String> told(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return SharedData.told(bytes, Math.max(1, bytes.length));
  }

  /** Adds the checksum to what stands between '!' or '$' and '*'. */
  private static String summed(String sentence) {
    byte[] bytes = sentence.getBytes(StandardCharsets.ISO_8859_1);
    return sentence + "*" + "%02X".formatted(Ascii.checksum(bytes, 1, bytes.length)) + "\n";
  }

  private static String tag(String fields) {
    byte[] bytes = fields.getBytes(StandardCharsets.ISO_8859_1);
    return "\\" + fields + "*" + "%02x".formatted(Ascii.checksum(bytes, 0, bytes.length)) + "\\";
  }

  @Test
  @DisplayName("reads gpsd's first example of a position report")
  void readsAPositionReport() {
    assertThat(told(TYPE_1).getFirst())
        .contains("\"type\":1", "\"mmsi\":371798000", "\"turn\":-127", "\"speed\":123")
        .contains("\"lon\":-74037230", "\"lat\":29028980", "\"course\":2240", "\"heading\":215")
        .contains("\"offset\":0,\"length\":47,\"line\":1", "\"time\":null", "\"channel\":\"A\"")
        .contains(" NONE ");
  }

  @Test
  @DisplayName("joins two parts and spans both lines when they are adjacent")
  void joinsAdjacentParts() {
    List<String> told = told(TYPE_1 + TYPE_5_1 + TYPE_5_2);
    int length = TYPE_5_1.length() + TYPE_5_2.length() - 1;
    assertThat(told.get(1))
        .contains("\"shipname\":\"EVER DIADEM\"", "\"imo\":9134270", "\"destination\":\"NEW YORK\"")
        .contains("\"offset\":48,\"length\":" + length + ",\"line\":2");
  }

  @Test
  @DisplayName("joins parts with other messages between them, and names the last part's line")
  void joinsInterleavedParts() {
    List<String> told = told(TYPE_5_1 + TYPE_1 + TYPE_5_2);
    assertThat(told.get(0)).contains("\"type\":1,");
    assertThat(told.get(1))
        .contains("\"shipname\":\"EVER DIADEM\"")
        .contains("\"length\":" + (TYPE_5_2.length() - 1) + ",\"line\":3");
  }

  @Test
  @DisplayName("keeps messages of two channels with the same sequence id apart")
  void keepsChannelsApart() {
    String otherFirst = summed(TYPE_5_1.replace(",A,", ",B,").replaceAll("\\*.*\n", ""));
    String otherSecond = summed(TYPE_5_2.replace(",A,", ",B,").replaceAll("\\*.*\n", ""));
    List<String> told = told(TYPE_5_1 + otherFirst + TYPE_5_2 + otherSecond);
    assertThat(told).hasSize(3);
    assertThat(told.subList(0, 2)).allMatch(line -> line.contains("EVER DIADEM"));
  }

  @Test
  @DisplayName("joins parts whose sequence id was lost, when one message alone fits")
  void joinsALostSequence() {
    String lost = summed(TYPE_5_2.replace(",1,A,", ",,A,").replaceAll("\\*.*\n", ""));
    assertThat(told(TYPE_5_1 + lost).getFirst()).contains("EVER DIADEM");
  }

  @Test
  @DisplayName("joins parts by their tag-block group in any order, with the first one's time")
  void joinsByGroup() {
    String first = tag("g:1-2-6745,s:rORBCOMM000,c:1411920502") + TYPE_5_1;
    String second = tag("g:2-2-6745") + TYPE_5_2;
    assertThat(told(first + TYPE_1 + second).get(1))
        .contains("EVER DIADEM", "\"time\":\"2014-09-28T16:08:22Z\"")
        .contains("\"station\":\"rORBCOMM000\"", "TAG_BLOCK");
    assertThat(told(second + first).getFirst()).contains("EVER DIADEM");
  }

  @Test
  @DisplayName("rejects a part whose first part never came, and one whose second never comes")
  void rejectsStrayParts() {
    assertThat(told(TYPE_5_2).getFirst()).startsWith("STRAY_PART 0 31 1 part 2 of 2");
    assertThat(told(TYPE_5_1).getFirst()).startsWith("GROUP_INCOMPLETE 0 80 1 1 of 2 parts");
    assertThat(told(TYPE_5_1 + TYPE_1.repeat(300) + TYPE_5_2))
        .filteredOn(line -> !line.startsWith("{"))
        .anyMatch(line -> line.startsWith("GROUP_INCOMPLETE"))
        .anyMatch(line -> line.startsWith("STRAY_PART"));
  }

  @Test
  @DisplayName("rejects a wrong checksum, a missing one, wrong armour and wrong fill bits")
  void rejectsDamage() {
    assertThat(told(TYPE_1.replace("*4A", "*4B")).getFirst())
        .isEqualTo("CHECKSUM_WRONG 0 47 1 checksum 4b, its bytes give 4a");
    assertThat(told(TYPE_1.replace("*4A", "")).getFirst()).startsWith("CHECKSUM_MISSING");
    assertThat(told(summed("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208C{,0")).getFirst())
        .startsWith("ARMOUR")
        .endsWith("payload character '{'");
    assertThat(told(summed("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,6")).getFirst())
        .startsWith("FILL_BITS");
    assertThat(told(summed("!AIVDM,1,2,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0")).getFirst())
        .startsWith("PART_NUMBERS");
    assertThat(told("12:00:01 hello\n").getFirst()).startsWith("NOT_A_SENTENCE");
  }

  @Test
  @DisplayName("accepts a position report without its radio status, rejects one cut before it")
  void judgesLengths() {
    assertThat(told(summed("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g20,1")).getFirst())
        .contains("\"heading\":215", "\"radio\":null");
    assertThat(told(summed("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g2,0")).getFirst())
        .endsWith("type 1 of 144 bits, needs 149");
    assertThat(told(summed("!AIVDM,1,1,,A,w5RTgt0PAso;90TKcjM8h6g2,0")).getFirst())
        .startsWith("UNKNOWN_TYPE");
    assertThat(told(summed("!AIVDM,1,1,,A,:" + "0".repeat(60) + ",0")).getFirst())
        .startsWith("PAYLOAD_TOO_LONG");
  }

  @Test
  @DisplayName("takes sensor and delivery time and the station from a tag block of AISdb")
  void readsATagBlock() {
    String line =
        "\\s:42809,c:1635731889,t:1635731965*6A\\"
            + "!AIVDM,1,1,,,403t>B1vFhQr5`NonbBw?>G00<0n,0*7B\n";
    assertThat(told(line).getFirst())
        .contains("\"time\":\"2021-11-01T01:58:09Z\"", "\"station\":\"42809\"", "TAG_BLOCK")
        .contains(" 1635731965000 ", "\"channel\":null", "\"length\":" + (line.length() - 1));
    assertThat(told(line.replace("*6A", "*6B")).getFirst()).startsWith("TAG_BLOCK_CHECKSUM");
  }

  @Test
  @DisplayName("takes time and base station from PGHP, and uses them once")
  void readsPghp() {
    String lines =
        """
        \\si:AISD*3F\\
        $PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26
        !BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62
        !BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62
        """;
    List<String> told = told(lines);
    assertThat(told.get(0))
        .contains("\"time\":\"2013-11-12T12:00:00.011Z\"", "\"station\":\"2190067\"", "PGHP");
    assertThat(told.get(1)).contains("\"time\":null", "\"station\":null");
    assertThat(told.get(2)).isEqualTo("lines 4 ignored 0 context 2 rejected 0 message 2");
  }

  @Test
  @DisplayName("takes the number after the checksum as arrival, and PGHP's as the time heard")
  void readsTheSuffix() {
    String alone = "!AIVDM,1,1,,B,15?t00002Sctd0aial1<Wb@>0@4W,0*18,1328182324635\n";
    assertThat(told(alone).getFirst())
        .contains("\"time\":\"2012-02-02T11:32:04.635Z\"", "EPOCH_SUFFIX 1328182324635");
    String pghp = "$PGHP,1,2012,2,2,10,58,6,0,316,56,316999999,1AIS_S,18*75,1328182324627\n";
    assertThat(told(pghp + alone).getFirst())
        .contains("\"time\":\"2012-02-02T10:58:06Z\"", "PGHP 1328182324635");
  }

  @Test
  @DisplayName("takes time and place of a moving receiver from RMC")
  void readsRmc() {
    String rmc = "$GPRMC,035258,A,5013.4693,N,00346.6503,W,4.0,183.2,260711,3.8,W,A*18\n";
    String lost = summed("$GPRMC,035400,V,,,,,,,260711,,,N");
    List<String> told = told(rmc + TYPE_1 + lost + TYPE_1);
    // 50 degrees 13.4693 minutes.
    assertThat(told.get(0))
        .contains("\"time\":\"2011-07-26T03:52:58Z\"", "RMC")
        .endsWith("502244883");
    assertThat(told.get(1)).contains("03:54:00Z").endsWith(" " + Integer.MIN_VALUE);
  }

  @Test
  @DisplayName("ignores comments, empty lines and sentences of other kinds, and counts them")
  void ignores() {
    assertThat(told("# note\n\n$BSALR,,006,V,V,general failure*62\n!AIPWR,UNIT=0,POWER=1*05\n"))
        .containsExactly("lines 4 ignored 4 context 0 rejected 0 message 0");
  }

  @Test
  @DisplayName("rejects a line of more than 4 KiB and goes on with the next")
  void boundsLines() {
    List<String> told = told("!" + "x".repeat(9_000) + "\r\n" + TYPE_1);
    assertThat(told.get(0)).startsWith("LINE_TOO_LONG 0 9002 1");
    assertThat(told.get(1)).contains("\"offset\":9003").contains("\"line\":2");
  }

  @Test
  @DisplayName("numbers from where it is told to")
  void numbersElsewhere() {
    StringBuilder out = new StringBuilder();
    NmeaReader reader =
        new NmeaReader(
            new NmeaHandler() {
              @Override
              public void message(AisMessage message, NmeaContext context) {
                out.append(context.offset()).append(' ').append(context.line());
              }

              @Override
              public void reject(
                  NmeaReject reason, long offset, int length, long line, String detail) {}
            });
    reader.at(5_000_000_000L, 42);
    byte[] bytes = TYPE_1.getBytes(StandardCharsets.US_ASCII);
    reader.read(bytes, 0, bytes.length);
    assertThat(out).hasToString("5000000000 42");
  }

  @Test
  @DisplayName("tells the same whatever the chunks")
  void chunksDoNotMatter() throws IOException {
    for (String name : List.of(SharedData.RAW.get(0), SharedData.RAW.get(5))) {
      byte[] bytes = SharedData.raw(name);
      List<String> whole = SharedData.told(bytes, bytes.length);
      assertThat(SharedData.told(bytes, 1)).isEqualTo(whole);
      assertThat(SharedData.told(bytes, 61)).isEqualTo(whole);
    }
  }

  @Test
  @DisplayName("scales to degrees and knots, and says null for what is not available")
  void scales() {
    StringBuilder out = new StringBuilder();
    AisJson json = AisJson.scaled();
    NmeaReader reader =
        new NmeaReader(
            new NmeaHandler() {
              @Override
              public void message(AisMessage message, NmeaContext context) {
                json.write(message, context, out);
              }

              @Override
              public void reject(
                  NmeaReject reason, long offset, int length, long line, String detail) {}
            });
    String text = TYPE_1 + "!AIVDM,1,1,,A,16SteH0P00Jt63hHaa6SagvJ087r,0*42\n";
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    reader.read(bytes, 0, bytes.length);
    // gpsd's notes: -123.395383333, 48.38163333333, 12.3 knots; then heading 511 and turn -128.
    assertThat(out.toString())
        .contains("\"lon\":-123.3953833,\"lat\":48.3816333", "\"speed\":12.3")
        .contains("\"course\":224.0", "\"heading\":null", "\"turn\":null,\"turn_side\":null");
  }
}
