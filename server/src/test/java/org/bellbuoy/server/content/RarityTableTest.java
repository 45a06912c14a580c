package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RarityTableTest {
  private static RarityTable table(int from, int to) {
    RarityTable table = new RarityTable();
    for (int i = from; i < to; i++) {
      String host = "mx" + i;
      table.server(host, "Exchange 2019", i < 6 ? "CU15" : "CU14");
      String drive =
          i % 2 == 0 ? "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\" : "mx/D/Exch/V15/";
      table.script(host, drive + "FrontEnd/HttpProxy/owa/auth/Logon.aspx", i < 6 ? "new" : "old");
      if (i == 3) {
        table.script(host, drive + "FrontEnd/HttpProxy/owa/auth/only.aspx", "x");
      }
    }
    return table;
  }

  @Test
  void aPageOnOneOfTenServersIsRareAndAnotherBuildsVersionIsNotAltered() {
    RarityTable table = table(0, 10);
    Rarity only = table.of("mx3", "FrontEnd/HttpProxy/owa/auth/ONLY.aspx", "x");
    assertThat(only).isEqualTo(new Rarity(10, 1, 1, 6, 1, 1));
    assertThat(only.rare()).isTrue();
    assertThat(only.sentence())
        .isEqualTo("It lies on 1 of 10 servers with this product, on 1 with the same content.");
    Rarity logon = table.of("mx8", "FrontEnd/HttpProxy/owa/auth/logon.aspx", "old");
    assertThat(logon).isEqualTo(new Rarity(10, 10, 4, 4, 4, 4));
    assertThat(logon.rare()).isFalse();
    assertThat(logon.altered()).isFalse();
  }

  @Test
  void oneServerWithItsOwnContentInAPlaceAllHaveIsAltered() {
    RarityTable table = table(0, 10);
    table.server("mx0", "Exchange 2019", "CU15");
    assertThat(table.of("mx0", "FrontEnd/HttpProxy/owa/auth/logon.aspx", "mine").altered())
        .isTrue();
  }

  @Test
  void tablesOfPartsMergeToTheTableOfTheWhole() {
    RarityTable parts = table(5, 10);
    parts.merge(table(0, 5));
    for (String page : new String[] {"only.aspx", "logon.aspx"}) {
      String path = "FrontEnd/HttpProxy/owa/auth/" + page;
      assertThat(parts.of("mx1", path, "new")).isEqualTo(table(0, 10).of("mx1", path, "new"));
    }
  }

  @Test
  void twoServersAreTooFewAndOtherProductsDoNotCount() {
    RarityTable table = table(0, 2);
    table.server("sp", "SharePoint SE", "");
    Rarity rarity = table.of("mx0", "FrontEnd/HttpProxy/owa/auth/logon.aspx", "new");
    assertThat(rarity.servers()).isEqualTo(2);
    assertThat(rarity.rare()).isFalse();
    assertThat(rarity.sentence()).startsWith("Only 2 servers");
  }

  @Test
  void webPathsAreAlikeWhereverTheTreeWasCollected() {
    String expected = "web server extensions/16/template/layouts/spinstall0.aspx";
    assertThat(
            WebPath.of(
                "C:\\PROGRA~1\\COMMON~1\\MICROS~1\\WEBSER~1\\16\\TEMPLATE\\LAYOUTS\\spinstall0.aspx"))
        .isEqualTo(expected);
    assertThat(
            WebPath.of(
                "sp1/C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/Spinstall0.aspx"))
        .isEqualTo(expected);
    assertThat(WebPath.of("D:\\sites\\a.aspx")).isEqualTo("sites/a.aspx");
  }
}
