package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

final class W3cLogTest {
  private static final String HEAD =
      "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n"
          + "#Date: 2025-07-18 18:00:00\r\n"
          + "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username sc-status\r\n";
  private static final String ROW = "2025-07-18 18:06:01 GET /a.aspx x=1 - 200\r\n";

  @Test
  void aRowHasTheFieldsThatItsHeaderNamesAndAHyphenIsEmpty() {
    Kept.All all = Kept.scan("u_ex250718.log", HEAD + ROW);
    assertThat(all.rows())
        .containsExactly(
            "0@%d+%d line 5 2025-07-18T18:06:01Z 200 {DATE=2025-07-18, METHOD=GET, QUERY=x=1, STATUS=200, STEM=/a.aspx, TIME=18:06:01, USERNAME=}"
                .formatted(HEAD.length(), ROW.length() - 2));
    assertThat(all.tally().fieldsAlways()).contains(WebField.STEM).doesNotContain(WebField.REFERER);
    assertThat(all.reports().getFirst().info().format()).isEqualTo("w3c");
  }

  @Test
  void theHeaderMayChangeWithinAFile() {
    Kept.All all =
        Kept.scan(
            "x",
            HEAD
                + ROW
                + "#Fields: time x-unknown c-ip cs(Referer) sc-status date\r\n"
                + "01:02:03.045 what 10.0.0.1 http://h/ 404 2025-07-19\r\n");
    assertThat(all.rows().get(1))
        .contains("2025-07-19T01:02:03.045Z 404")
        .contains("CLIENT_IP=10.0.0.1", "REFERER=http://h/")
        .doesNotContain("STEM", "what");
    assertThat(all.tally().fieldsEver()).contains(WebField.STEM, WebField.REFERER);
    assertThat(all.tally().fieldsAlways())
        .containsExactly(WebField.DATE, WebField.TIME, WebField.STATUS);
  }

  @Test
  void aMissingDateColumnTakesTheDayOfTheDateLine() {
    Kept.All all =
        Kept.scan(
            "x",
            "#Fields: time cs-method\n10:00:00 GET\n#Date: 2024-02-29 00:00:01\n"
                + "10:00:00 GET\n#Date: 2024-03-01 00:00:01\n10:00:00 GET\n");
    assertThat(all.rows()).hasSize(3);
    assertThat(all.rows().get(0)).contains("line 2 - -1");
    assertThat(all.rows().get(1)).contains("2024-02-29T10:00:00Z");
    assertThat(all.rows().get(2)).contains("2024-03-01T10:00:00Z");
    assertThat(all.tally().rowsWithoutTime()).isOne();
  }

  @Test
  void blankLinesAndCommentsAreCountedAndNothingElse() {
    Kept.All all = Kept.scan("x", HEAD + "\r\n\n# a note\n#Remark: x\n" + ROW);
    assertThat(all.rows()).hasSize(1);
    assertThat(all.rejects()).isEmpty();
    assertThat(all.tally().ignoredLines()).isEqualTo(6);
    assertThat(all.tally().headerLines()).isEqualTo(2);
    assertThat(all.tally().lines()).isEqualTo(9);
  }

  @Test
  void whatIsNoRowIsARejectWithReasonAndPlace() {
    String zeros = "\0".repeat(300);
    String[] lines = {
      "2025-07-18 18:06:01 GET /a.aspx x=1 - 200",
      "2025-07-18 18:06:01 GET /a.aspx x=1 -",
      "2025-07-18 18:06:01 GET /a b.aspx x=1 - 200",
      "2025-02-30 18:06:01 GET /a.aspx x=1 - 200",
      "2025-07-18 24:06:01 GET /a.aspx x=1 - 200",
      "2025-07-18 18:06:01 GET /a.aspx x=1 - abc",
      "2025-07-18 18:06:01 GET /\1\2.aspx x=1 - 200",
      zeros,
      zeros + "2025-07-18 18:06:02 GET /after.aspx x=1 - 200",
      "2025-07-18 18:06:03 GET /cut"
    };
    Kept.All all = Kept.scan("x", HEAD + String.join("\n", lines));
    assertThat(all.rows()).hasSize(2);
    assertThat(all.rows().get(1)).contains("/after.aspx").contains("line 13");
    assertThat(all.rejects())
        .extracting(Reject::reason, Reject::line, Reject::length)
        .containsExactly(
            tuple("too-few-columns", 6L, lines[1].length()),
            tuple("too-many-columns", 7L, lines[2].length()),
            tuple("bad-time", 8L, lines[3].length()),
            tuple("bad-time", 9L, lines[4].length()),
            tuple("bad-status", 10L, lines[5].length()),
            tuple("binary", 11L, lines[6].length()),
            tuple("nul-run", 12L, 300),
            tuple("nul-run", 13L, 300),
            tuple("cut-short", 14L, lines[9].length()));
    assertThat(all.rejects().get(2).detail()).contains("2025-02-30");
    assertThat(all.rejects().get(4).detail()).isEqualTo("sc-status: abc");
    assertThat(all.reports().getFirst().endsOpen()).isTrue();
    assertThat(all.tally().lines()).isEqualTo(14);
  }

  @Test
  void aFileCutAtItsHeadIsRefusedAndSaysWhatToDo() {
    String row = "2025-07-18 18:06:01 10.0.0.5 GET / - 443 - 10.0.0.9 agent - 200 0 0 31\n";
    Kept.All all = Kept.scan("u_ex250718.log", row + row + HEAD + ROW);
    assertThat(all.rows()).hasSize(1);
    assertThat(all.rejects()).extracting(Reject::reason).containsOnly("no-header").hasSize(2);
    assertThat(all.rejects().getFirst().detail())
        .contains("15 columns", "neighbouring file", "cut at its head");
  }

  @Test
  void valuesInQuotesMayHoldSpaces() {
    Kept.All all =
        Kept.scan("x", "#Fields: cs-method cs(User-Agent) sc-status\nGET \"a \"\"b\"\" c\" 200\n");
    assertThat(all.rows())
        .singleElement()
        .asString()
        .contains("USER_AGENT=a \"\"b\"\" c}", " 200 ");
  }

  @Test
  void anOverlongLineIsOneRejectAndTheRestIsRead() {
    String longLine = "2025-07-18 18:06:01 GET /" + "a".repeat(5000) + " x=1 - 200\r\n";
    byte[] content =
        (HEAD + ROW + longLine + ROW + longLine.strip()).getBytes(StandardCharsets.UTF_8);
    for (int block : new int[] {1, 100, 3000, 6000, 1 << 20}) {
      Kept.All all =
          Kept.scan(
              List.of(
                  LogSource.of(
                      0, Kept.source(0, "x", content, java.util.Optional.empty()).input())),
              new LogScan.Options(2, block, 1000));
      assertThat(all.rows()).hasSize(2);
      assertThat(all.rows().get(1)).contains("line 7");
      int at = HEAD.length() + ROW.length();
      assertThat(all.rejects())
          .extracting(Reject::reason, Reject::offset, Reject::length, Reject::line)
          .containsExactly(
              tuple("line-too-long", (long) at, longLine.length() - 2, 6L),
              tuple(
                  "line-too-long",
                  (long) at + longLine.length() + ROW.length(),
                  longLine.length() - 2,
                  8L));
    }
  }

  @Test
  void utf16AndUtf8WithMarksAndWindowsTextAreRead() {
    String text = HEAD + "2025-07-18 18:06:01 GET /größe/\uD83D\uDE00.aspx é - 200\r\n" + ROW;
    byte[] little = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    byte[] big = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    for (byte[] content : List.of(little, big, marked)) {
      Kept.All all = Kept.scan("x", content);
      assertThat(all.rows()).hasSize(2);
      assertThat(all.rows().get(0)).contains("STEM=/größe/\uD83D\uDE00.aspx", "QUERY=é");
      assertThat(all.reports().getFirst().wide()).isEqualTo(content != marked);
      Charset charset =
          content == little
              ? StandardCharsets.UTF_16LE
              : content == big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
      for (String row : all.rows()) {
        int at = Integer.parseInt(row.substring(2, row.indexOf('+')));
        int length = Integer.parseInt(row.substring(row.indexOf('+') + 1, row.indexOf(" line")));
        assertThat(new String(content, at, length, charset)).startsWith("2025").endsWith("- 200");
      }
    }
    byte[] windows = text.replace("\uD83D\uDE00", "x").getBytes(Charset.forName("windows-1252"));
    assertThat(Kept.scan("x", windows).rows().get(0)).contains("STEM=/größe/x.aspx", "QUERY=é");
  }

  @Test
  void theClockSteppingBackIsTold() {
    String row = "2025-07-18 %s GET / - - 200\r\n";
    Kept.All all =
        Kept.scan(
            "x",
            HEAD
                + row.formatted("10:00:00")
                + row.formatted("09:59:30")
                + row.formatted("08:59:00")
                + row.formatted("12:00:00"));
    assertThat(all.tally().clockSteps()).isOne();
    assertThat(all.tally().largestStepMillis()).isEqualTo(3_630_000);
    assertThat(all.tally().firstClockSteps())
        .singleElement()
        .extracting(ClockStep::line, step -> Instant.ofEpochMilli(step.toEpochMillis()).toString())
        .containsExactly(7L, "2025-07-18T08:59:00Z");
    assertThat(all.tally().latestEpochMillis())
        .isEqualTo(Instant.parse("2025-07-18T12:00:00Z").toEpochMilli());
  }

  @Test
  void rejectsBeyondAThousandAreCountedAndTheRestSummedUp() {
    Kept.All all = Kept.scan("x", HEAD + "bad\n".repeat(2500) + ROW);
    assertThat(all.tally().rejects()).isEqualTo(Map.of("too-few-columns", 2500L));
    assertThat(all.rejects()).hasSize(1001);
    assertThat(all.rejects().getLast().detail()).startsWith("1500 more lines");
    assertThat(all.rows()).hasSize(1);
  }

  @Test
  void anyOrderOfFieldsGivesTheSameValues() {
    Random random = new Random(4);
    List<WebField> fields = new ArrayList<>(List.of(WebField.values()));
    fields.remove(WebField.DATE_TIME);
    for (int round = 0; round < 300; round++) {
      Collections.shuffle(fields, random);
      List<WebField> header = fields.subList(0, 1 + random.nextInt(fields.size()));
      StringBuilder log = new StringBuilder("#Fields:");
      for (WebField field : header) {
        log.append(random.nextInt(5) == 0 ? " x-other" : "");
        log.append(' ').append(randomCase(field.names().get(0), random));
      }
      String names = log.toString();
      List<Map<String, String>> expected = new ArrayList<>();
      List<String> times = new ArrayList<>();
      log.append("\r\n");
      for (int i = 0; i < 20; i++) {
        LocalDate day = LocalDate.ofEpochDay(random.nextInt(30_000));
        LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        String timeText = time.toString().length() == 5 ? time + ":00" : time.toString();
        Map<String, String> row = new java.util.TreeMap<>();
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (String name : names.substring(9).split(" ")) {
          line.append(line.isEmpty() ? "" : " ");
          if (name.equals("x-other")) {
            line.append("junk");
            continue;
          }
          WebField field = header.get(column++);
          String value =
              switch (field) {
                case DATE -> day.toString();
                case TIME -> timeText;
                case STATUS -> String.valueOf(100 + random.nextInt(500));
                default -> random.nextInt(4) == 0 ? "-" : word(random);
              };
          line.append(value);
          row.put(field.name(), value.equals("-") ? "" : value);
        }
        expected.add(row);
        boolean timed = header.contains(WebField.DATE) && header.contains(WebField.TIME);
        times.add(timed ? day.atTime(time).toInstant(ZoneOffset.UTC).toString() : "-");
        log.append(line).append("\r\n");
      }
      Kept.All all = Kept.scan("u_ex.log", log.toString());
      assertThat(all.rows()).hasSize(20);
      for (int i = 0; i < 20; i++) {
        assertThat(all.rows().get(i)).endsWith(" " + expected.get(i));
        assertThat(all.rows().get(i)).contains(" line " + (i + 2) + " " + times.get(i) + " ");
      }
    }
  }

  private static String randomCase(String name, Random random) {
    return random.nextBoolean() ? name : name.toUpperCase(java.util.Locale.ROOT);
  }

  private static String word(Random random) {
    String letters = "abc/%;+=.\"-_()\u00e4\u20ac";
    StringBuilder word = new StringBuilder("w");
    for (int n = random.nextInt(40); n > 0; n--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
