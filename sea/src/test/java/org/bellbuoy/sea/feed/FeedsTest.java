package org.bellbuoy.sea.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedsTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static KeptFeed read(FeedFormat format, String text) {
    return KeptFeed.read(format, GoldenLines.SBARC_NAME, text);
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void everyFormatIsRecognisedByItsContent(FeedFormat format) {
    byte[] head = bytes(GoldenLines.of(format));
    assertThat(Feeds.recognise(head, head.length, "data")).contains(format);
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void bytesThatComeOneByOneGiveTheSameRecords(FeedFormat format) {
    byte[] content = bytes(GoldenLines.of(format));
    KeptFeed whole = KeptFeed.read(format, GoldenLines.SBARC_NAME, content, content.length);
    KeptFeed single = KeptFeed.read(format, GoldenLines.SBARC_NAME, content, 1);
    assertThat(single.all()).isEqualTo(whole.all());
    assertThat(single.lines).isEqualTo(whole.lines);
    assertThat(whole.rejects).isNotEmpty();
  }

  @Test
  void dirtBeforeTheFirstSentenceDoesNotHideNmea() {
    byte[] head = bytes("# c\n\n\u0001\u0002 dirt\n$GPRMC,035258,A*18\n!AIVDM,1,1,,B,13,0*00\n");
    assertThat(Feeds.recognise(head, head.length, "x")).contains(FeedFormat.NMEA);
  }

  @Test
  void anUnknownFormatIsToldWithTheKnownOnes() {
    byte[] head = bytes("PK\u0003\u0004");
    assertThat(Feeds.recognise(head, head.length, "x")).isEmpty();
    assertThat(Feeds.unknownFormatSentence("x", head, head.length))
        .contains("x is in no known AIS format", "nmea", "digitraffic", "--format");
  }

  @Test
  void theRadioClubsLineOfTheHourBeforeKeepsItsTimeAndRange() {
    KeptFeed kept = read(FeedFormat.SBARC, GoldenLines.SBARC);
    AisRecord r = kept.records.get(0);
    assertThat(r.epochMillis).isEqualTo(millis("2018-06-03T00:59:59.547Z"));
    assertThat(r.rangeMetres).isEqualTo(16_093.44);
    assertThat(r.rateOfTurn).isEqualTo(-3);
    assertThat(r.latitudeE7).isEqualTo(345_000_000);
    assertThat(r.longitudeE7).isEqualTo(-1_192_500_000);
    assertThat(r.offset).isZero();
    AisRecord none = kept.records.get(1);
    assertThat(none.name).isNull();
    assertThat(none.shipType).isEqualTo(AisRecord.UNKNOWN);
    assertThat(none.latitudeE7).isEqualTo(910_000_000);
    assertThat(none.speedDeciknots).isEqualTo(AisRecord.UNKNOWN);
    assertThat(none.rateOfTurn).isEqualTo(AisRecord.NO_TURN);
    assertThat(kept.records.get(2).equipmentClass).isEqualTo(AisRecord.EquipmentClass.B_CS);
    assertThat(kept.records.get(2).speedDeciknots).isEqualTo(31);
  }

  @Test
  void aSeparatorWithinTextIsFoundByTheNumbersAroundIt() {
    KeptFeed kept = read(FeedFormat.SBARC, GoldenLines.SBARC);
    AisRecord r = kept.records.get(3);
    assertThat(r.name).isEqualTo("STAR;");
    assertThat(r.shipType).isEqualTo(80);
    assertThat(r.imo).isEqualTo(9_380_049);
    assertThat(kept.records.get(5).callSign).isEqualTo("WDC1234");
    assertThat(kept.rejects)
        .extracting(KeptFeed.Reject::reason)
        .containsExactly("bad-field", "bad-time", "unknown-layout");
    assertThat(kept.rejects.get(0).detail()).isEqualTo("mmsi \"x35\"");
    assertThat(kept.lines).isEqualTo(10);
  }

  @Test
  void midnightWithinALongerLogBeginsANewDayAndAStrayTimeDoesNot() {
    SbarcClock clock = new SbarcClock("log.txt", LocalDate.of(2020, 2, 28));
    long day = 86_400_000L;
    long first = clock.at(day - 1000 * 60 * 10);
    assertThat(first).isEqualTo(millis("2020-02-28T23:50:00Z"));
    assertThat(clock.at(1000)).isEqualTo(millis("2020-02-29T00:00:01Z"));
    assertThat(clock.at(day - 1000)).isEqualTo(millis("2020-02-28T23:59:59Z"));
    assertThat(clock.at(12 * 3_600_000L)).isEqualTo(millis("2020-02-28T12:00:00Z"));
    assertThat(clock.at(2000)).isEqualTo(millis("2020-02-29T00:00:02Z"));
  }

  @Test
  void aLogWithoutADateHasNoTimes() {
    KeptFeed kept = KeptFeed.read(FeedFormat.SBARC, "log.txt", GoldenLines.SBARC);
    assertThat(kept.records).allMatch(r -> r.epochMillis == AisRecord.NO_TIME);
  }

  @Test
  void marineCadastreTellsQuotesPrefixesAndWrongSigns() {
    KeptFeed kept = read(FeedFormat.MARINECADASTRE, GoldenLines.MARINECADASTRE);
    AisRecord r = kept.records.get(0);
    assertThat(r.name).isEqualTo("EAGLE, II");
    assertThat(r.imo).isEqualTo(8_207_721);
    assertThat(r.draughtDecimetres).isEqualTo(33);
    assertThat(r.epochMillis).isEqualTo(millis("2022-01-03T00:00:03Z"));
    assertThat(kept.records.get(1).speedDeciknots).isEqualTo(1000);
    assertThat(kept.records.get(1).courseDecidegrees).isEqualTo(AisRecord.UNKNOWN);
    assertThat(kept.rejects.get(0).detail()).isEqualTo("time \"2022-13-03T00:00:04\"");
  }

  @Test
  void marineCadastresNewHeaderGivesTheSameThings() {
    byte[] head = bytes(GoldenLines.MARINECADASTRE_NEW);
    assertThat(Feeds.recognise(head, head.length, "x")).contains(FeedFormat.MARINECADASTRE);
    AisRecord r = read(FeedFormat.MARINECADASTRE, GoldenLines.MARINECADASTRE_NEW).only();
    assertThat(r.navigationalStatus).isZero();
    assertThat(r.latitudeE7).isEqualTo(302_500_000);
    assertThat(r.kind).isEqualTo(AisRecord.Kind.POSITION_AND_STATIC);
  }

  @Test
  void danishRowsAreReadByDayFirstAndByWords() {
    KeptFeed kept = read(FeedFormat.DMA, GoldenLines.DMA);
    AisRecord r = kept.records.get(0);
    assertThat(r.epochMillis).isEqualTo(millis("2021-04-03T00:00:01Z"));
    assertThat(r.navigationalStatus).isEqualTo(5);
    assertThat(r.shipType).isEqualTo(70);
    assertThat(r.toBowMetres).isEqualTo(80);
    assertThat(r.draughtDecimetres).isEqualTo(65);
    assertThat(kept.records.get(1).kind).isEqualTo(AisRecord.Kind.BASE_STATION);
    assertThat(kept.records.get(2).latitudeE7).isEqualTo(910_000_000);
    assertThat(kept.records).hasSize(3);
  }

  @Test
  void exactEarthTurnsComeBackToWhatWasOnTheAir() {
    KeptFeed kept = read(FeedFormat.EXACTEARTH, GoldenLines.EXACTEARTH);
    assertThat(kept.records.get(0).type).isEqualTo(27);
    assertThat(kept.records.get(1).rateOfTurn).isEqualTo(-18);
    assertThat(kept.records.get(1).epochMillis).isEqualTo(millis("2021-07-01T18:51:55.002Z"));
    assertThat(kept.stations).containsExactly("S1");
    assertThat(kept.rejects).hasSize(1);
  }

  @Test
  void aSnapshotsTimeIsWhenItWasTakenNotWhenAShipWasHeard() {
    KeptFeed kept = read(FeedFormat.DIGITRAFFIC, GoldenLines.DIGITRAFFIC);
    AisRecord r = kept.records.get(0);
    assertThat(r.epochMillis).isEqualTo(AisRecord.NO_TIME);
    assertThat(r.arrivalMillis).isEqualTo(millis("2025-12-12T12:31:24.532Z"));
    assertThat(r.name).isEqualTo("A \"}] B");
    assertThat(kept.rejects)
        .extracting(KeptFeed.Reject::reason)
        .containsExactly("bad-field", "bad-json");
  }

  @Test
  void officialLocationsHaveATimeForEachShip() {
    AisRecord r = read(FeedFormat.DIGITRAFFIC, GoldenLines.DIGITRAFFIC_LOCATIONS).only();
    assertThat(r.epochMillis).isEqualTo(1_659_212_938_646L);
    assertThat(r.utcSecond).isEqualTo(59);
    assertThat(r.latitudeE7).isEqualTo(557_500_000);
    assertThat(r.accurate).isTrue();
  }

  @Test
  void aisstreamMessagesKeepTheirTypeAndTime() {
    KeptFeed kept = read(FeedFormat.AISSTREAM, GoldenLines.AISSTREAM);
    AisRecord r = kept.records.get(0);
    assertThat(r.type).isEqualTo(3);
    assertThat(r.epochMillis).isEqualTo(millis("2022-12-29T18:22:32.318Z"));
    assertThat(r.name).isEqualTo("AUGUSTSON");
    AisRecord voyage = kept.records.get(1);
    assertThat(voyage.mmsi).isEqualTo(259_000_421);
    assertThat(voyage.draughtDecimetres).isEqualTo(62);
    assertThat(voyage.toSternMetres).isEqualTo(20);
    assertThat(kept.rejects).hasSize(2);
  }

  @Test
  void theSameTransmissionHasTheSameHash() {
    String sentence = "!AIVDM,1,1,,A,133sVfPP00PD>hRMDH@jNOvN20S8,0*7F\n";
    KeptFeed kept = read(FeedFormat.NMEA, sentence + sentence);
    assertThat(kept.records.get(0).payloadHash)
        .isEqualTo(kept.records.get(1).payloadHash)
        .isNotZero();
    assertThat(kept.records.get(0).epochMillis).isEqualTo(AisRecord.NO_TIME);
  }

  @Test
  void aLineWithoutEndIsBoundedAndTold() {
    byte[] content = bytes("x".repeat(200_000) + "\n" + GoldenLines.SBARC);
    KeptFeed kept = KeptFeed.read(FeedFormat.SBARC, GoldenLines.SBARC_NAME, content, 7_000);
    assertThat(kept.rejects.get(0).reason()).isEqualTo("line-too-long");
    assertThat(kept.rejects.get(0).length()).isEqualTo(200_000);
    assertThat(kept.records).hasSize(6);
    assertThat(kept.records.get(0).offset).isEqualTo(200_001);
  }
}
