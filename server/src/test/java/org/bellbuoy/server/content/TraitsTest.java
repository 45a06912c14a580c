package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.server.content.TraitReport.Grade;
import org.junit.jupiter.api.Test;

class TraitsTest {
  private static TraitReport of(String path, String standIn) {
    return Traits.of(StandIns.script(path, standIn), FileTimes.NONE);
  }

  @Test
  void everyStandInIsHighByItsCodeAloneWhateverItsFolder() {
    Map<String, TraitRule> expected =
        Map.of(
            StandIns.ONE_LINE_JSCRIPT, TraitRule.EVAL_OF_REQUEST,
            StandIns.KEY_PAGE, TraitRule.MACHINE_KEY_BY_REFLECTION,
            StandIns.KEY_PAGE_RENAMED, TraitRule.MACHINE_KEY_BY_REFLECTION,
            StandIns.COMMAND_PAGE, TraitRule.PROCESS_OF_REQUEST,
            StandIns.HIDDEN, TraitRule.EVAL_OF_REQUEST);
    expected.forEach(
        (page, rule) -> {
          TraitReport report = of("srv/app/page.aspx", page);
          assertThat(report.grade()).as(page).isEqualTo(Grade.HIGH);
          assertThat(report.has(rule)).as(page + report).isTrue();
        });
    assertThat(of("srv/app/h.ashx", StandIns.LOADER_HANDLER).has(TraitRule.LOAD_OF_REQUEST))
        .isTrue();
    assertThat(of("srv/app/a.asp", StandIns.CLASSIC_ASP).has(TraitRule.EVAL_OF_REQUEST)).isTrue();
    assertThat(of("srv/app/c.jsp", StandIns.JSP_COMMAND).has(TraitRule.PROCESS_OF_REQUEST))
        .isTrue();
    assertThat(of("srv/app/p.php", StandIns.PHP_EVAL).has(TraitRule.EVAL_OF_REQUEST)).isTrue();
    for (String path : List.of("h.ashx", "a.asp", "c.jsp", "p.php")) {
      String page =
          switch (path) {
            case "h.ashx" -> StandIns.LOADER_HANDLER;
            case "a.asp" -> StandIns.CLASSIC_ASP;
            case "c.jsp" -> StandIns.JSP_COMMAND;
            default -> StandIns.PHP_EVAL;
          };
      assertThat(of("srv/app/" + path, page).grade()).as(path).isEqualTo(Grade.HIGH);
    }
  }

  @Test
  void aTunnelPageIsMediumByItsCode() {
    TraitReport report = of("erp/conn.aspx", StandIns.TUNNEL);
    assertThat(report.has(TraitRule.CONNECTS_FOR_REQUEST)).isTrue();
    assertThat(report.grade()).isEqualTo(Grade.MEDIUM);
  }

  @Test
  void noGoodPageIsMoreThanLow() {
    List<String> wrong = new ArrayList<>();
    GoodPages.all()
        .forEach(
            (path, page) -> {
              TraitReport report = Traits.of(GoodPages.script(path, page), FileTimes.NONE);
              if (report.grade().compareTo(Grade.LOW) > 0) {
                wrong.add(path + " " + report);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void aPageThatStartsAProgramOfItsOwnIsMedium() {
    TraitReport report =
        Traits.of(
            GoodPages.script("wwwroot/admin/Net.aspx", GoodPages.DIAGNOSTICS), FileTimes.NONE);
    assertThat(report.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(report.traits().getFirst().rule()).isEqualTo(TraitRule.PROCESS_START);
    assertThat(report.has(TraitRule.PROCESS_OF_REQUEST)).isFalse();
  }

  @Test
  void weakTraitsNeverMakeAScriptSuspiciousHoweverMany() {
    List<Trait> weak = new ArrayList<>();
    for (TraitRule rule : TraitRule.values()) {
      if (rule.weight() < TraitReport.WEAK_BELOW) {
        weak.add(new Trait(rule, "", 0, 0));
      }
    }
    TraitReport report = new TraitReport(weak);
    assertThat(report.score()).isGreaterThan(TraitReport.HIGH_SCORE);
    assertThat(report.grade()).isEqualTo(Grade.LOW);
  }

  @Test
  void aTraitPointsAtTheBytesThatShowIt() {
    byte[] page = StandIns.bytes("\u00e4\u20ac \n" + StandIns.ONE_LINE_JSCRIPT);
    Trait trait =
        Traits.of(Script.read("a.aspx", page), FileTimes.NONE).traits().stream()
            .filter(t -> t.rule() == TraitRule.EVAL_OF_REQUEST)
            .findFirst()
            .orElseThrow();
    assertThat(new String(page, trait.offset(), trait.length(), StandardCharsets.UTF_8))
        .isEqualTo("ev" + "al");
  }

  @Test
  void aPageInAMailStoreOrCertificateIsFoundWithItsCode() {
    byte[] page = StandIns.bytes(StandIns.ONE_LINE_JSCRIPT);
    for (byte[] head :
        List.of(
            new byte[] {'!', 'B', 'D', 'N', 1, 0, 3, 0, (byte) 0xFE},
            new byte[] {0x30, (byte) 0x82, 4, 7, (byte) 0xC1})) {
      byte[] file = new byte[head.length + page.length + 3];
      System.arraycopy(head, 0, file, 0, head.length);
      System.arraycopy(page, 0, file, head.length, page.length);
      file[file.length - 2] = (byte) 0xFF;
      TraitReport report = Traits.of(Script.read("x/y.aspx", file), FileTimes.NONE);
      assertThat(report.has(TraitRule.PAGE_IN_STORE)).isTrue();
      assertThat(report.has(TraitRule.EVAL_OF_REQUEST)).isTrue();
      assertThat(
              report.traits().stream()
                  .filter(t -> t.rule() == TraitRule.PAGE_IN_STORE)
                  .findFirst()
                  .orElseThrow()
                  .sentence())
          .contains("from byte " + head.length + " on");
    }
  }

  @Test
  void hiddenCallsShowTheirDisguises() {
    TraitReport report = of("a.aspx", StandIns.HIDDEN);
    assertThat(report.traits().stream().map(Trait::rule))
        .contains(
            TraitRule.ESCAPED_NAME,
            TraitRule.COMMENT_IN_CODE,
            TraitRule.CUT_WORD,
            TraitRule.UNSAFE_EVAL,
            TraitRule.EVAL_OF_REQUEST);
  }

  @Test
  void placesTellByFolderAndByTheProductsOwnPages() {
    String page = "<%@ Page Language=\"C#\" %><% Response.Write(1); %>";
    assertThat(
            of("C/inetpub/wwwroot/aspnet_client/system_web/supp.aspx", page)
                .traits()
                .getFirst()
                .rule())
        .isEqualTo(TraitRule.STATIC_FOLDER);
    String auth = "V15/FrontEnd/HttpProxy/owa/auth/";
    assertThat(of(auth + "abcdefgh.aspx", page).has(TraitRule.NOT_SHIPPED)).isTrue();
    assertThat(of(auth + "Logon.aspx", page).has(TraitRule.NOT_SHIPPED)).isFalse();
    assertThat(
            of("V15/FrontEnd/HttpProxy/ecp/auth/TimeoutLogout.aspx", page)
                .has(TraitRule.NOT_SHIPPED))
        .isFalse();
    assertThat(of("wwwroot/photo.jpg.aspx", page).has(TraitRule.DOUBLE_EXTENSION)).isTrue();
    assertThat(of("wwwroot/page.asp;.jpg", page).has(TraitRule.DOUBLE_EXTENSION)).isTrue();
    assertThat(of("wwwroot/page.v2.aspx", page).has(TraitRule.DOUBLE_EXTENSION)).isFalse();
  }

  @Test
  void aFileOlderThanItsEntryIsAWeakSign() {
    Script page = StandIns.script("a.aspx", "<% x = 1 %>");
    long day = 86_400_000L;
    assertThat(Traits.of(page, new FileTimes(0, 2 * day, Sighting.NO_TIME)).has(TraitRule.TIME_SET))
        .isTrue();
    assertThat(Traits.of(page, new FileTimes(0, day / 2, Sighting.NO_TIME)).has(TraitRule.TIME_SET))
        .isFalse();
    assertThat(Traits.of(page, FileTimes.modified(0)).has(TraitRule.TIME_SET)).isFalse();
  }

  @Test
  void aKeyDumpForBrowsersIsFoundAndItsDigitsAreNotQuoted() {
    String digits = "0F1E2D3C4B5A69788796A5B4C3D2E1F00F1E2D3C4B5A69788796A5B4C3D2E1F0";
    TraitReport report =
        of("TEMPLATE/LAYOUTS/debug_dev.js", "{\"validationKey\":\"" + digits + "\"}");
    assertThat(report.has(TraitRule.KEY_DUMP)).isTrue();
    assertThat(report.toString().toUpperCase(java.util.Locale.ROOT))
        .doesNotContain(digits.substring(0, 16));
  }
}
