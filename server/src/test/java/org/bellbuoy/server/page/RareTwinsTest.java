package org.bellbuoy.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.server.page.RarePage.Weight;
import org.junit.jupiter.api.Test;

/** Shells of many habits are found among an ordinary site's pages; what looks like them is not. */
class RareTwinsTest {
  private static final int SEEDS = 12;
  private static final String NONE = "-";

  private static Weight weightOf(Site site, String path) {
    List<RarePage> found = RarePagesTest.find(site.log());
    for (RarePage rare : found) {
      assertEquals(path, rare.page().path(), "only what was added is rare");
    }
    return found.isEmpty() ? Weight.WEAK : found.getFirst().weight();
  }

  private static int size(Site site) {
    return 40 + (int) Math.pow(10, 1 + 4 * site.random.nextDouble());
  }

  @Test
  void anOrdinarySiteHasNoRarePage() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertEquals(List.of(), RarePagesTest.find(new Site(seed).log()));
    }
  }

  @Test
  void aShellByPostWithAForgedBrowserIsStrong() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Site site = new Site(seed);
      for (int i = 0; i < 12; i++) {
        site.row(
            24 + i * 0.01 * site.random.nextDouble(),
            "POST",
            "/shop/hlp.aspx",
            NONE,
            NONE,
            "203.0.113.7",
            Site.BROWSER,
            NONE,
            200,
            size(site));
      }
      assertEquals(Weight.STRONG, weightOf(site, "/shop/hlp.aspx"));
    }
  }

  @Test
  void aShellAmongPicturesIsStrongWhateverItsAgent() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Site site = new Site(seed);
      for (int i = 0; i < 10; i++) {
        site.row(
            20 + i * 0.02,
            i < 2 ? "GET" : "POST",
            "/images/logo.aspx",
            NONE,
            NONE,
            i < 5 ? "203.0.113.7" : "203.0.113.8",
            seed % 2 == 0 ? NONE : "python-requests/2.3",
            NONE,
            200,
            size(site));
      }
      assertEquals(Weight.STRONG, weightOf(site, "/images/logo.aspx"));
    }
  }

  @Test
  void aTunnelIsStrongInALongLogToo() {
    Site site = new Site(1);
    for (int i = 0; i < 900; i++) {
      site.row(
          21 + i * 0.00001,
          i % 3 == 0 ? "POST" : "GET",
          "/shop/conn.aspx",
          "proxy",
          NONE,
          "203.0.113.7",
          NONE,
          NONE,
          200,
          300);
    }
    assertEquals(Weight.STRONG, weightOf(site, "/shop/conn.aspx"));
  }

  @Test
  void aShellWithCommandsInTheQueryIsAtLeastTold() {
    Site site = new Site(1);
    for (int i = 0; i < 12; i++) {
      site.row(
          24 + i * 0.01,
          "GET",
          "/shop/x.aspx",
          "cmd=" + i,
          NONE,
          "203.0.113.7",
          NONE,
          NONE,
          200,
          size(site));
    }
    assertEquals(1, RarePagesTest.find(site.log()).size());
  }

  @Test
  void aMonitorPresentSinceTheBeginningIsSilent() {
    Site site = new Site(1);
    for (int i = 0; i < 30 * 24 * 4; i++) {
      site.row(
          i / 96.0,
          "GET",
          "/shop/health.aspx",
          NONE,
          NONE,
          "10.0.0.9",
          "monitor/1.0",
          NONE,
          200,
          20);
    }
    assertEquals(List.of(), RarePagesTest.find(site.log()));
  }

  @Test
  void aMonitorThatPostsWithoutAgentIsNotStrong() {
    for (double since : new double[] {0, 20}) {
      Site site = new Site(2);
      for (int i = 0; since + i / 96.0 < 30; i++) {
        site.row(
            since + i / 96.0,
            "POST",
            "/shop/probe.aspx",
            NONE,
            NONE,
            "10.0.0.9",
            NONE,
            NONE,
            200,
            200 + 100 * (i % 40));
      }
      assertNotEquals(Weight.STRONG, weightOf(site, "/shop/probe.aspx"));
    }
  }

  @Test
  void aPaymentCallbackIsNotStrong() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Site site = new Site(seed);
      double since = seed % 2 == 0 ? 0 : 22;
      for (int i = 0; i < 60; i++) {
        site.row(
            since + (30 - since) * site.random.nextDouble(),
            "POST",
            "/shop/paid.ashx",
            NONE,
            NONE,
            "192.0.2." + (1 + i % 2),
            seed % 3 == 0 ? NONE : "PayBot/2.0",
            NONE,
            200,
            seed % 4 == 0 ? size(site) : 35);
      }
      assertNotEquals(Weight.STRONG, weightOf(site, "/shop/paid.ashx"));
    }
  }

  @Test
  void aServiceAccountsInterfaceIsNotStrong() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Site site = new Site(seed);
      for (int i = 0; i < 300; i++) {
        site.row(
            seed + (30 - seed) * site.random.nextDouble(),
            "POST",
            "/soap/orders.asmx",
            NONE,
            seed % 2 == 0 ? "CORP\\svc" : NONE,
            "10.0.0.12",
            "Mozilla/4.0+(compatible;+MSIE+6.0;+MS+Web+Services+Client+Protocol+4.0)",
            NONE,
            200,
            size(site));
      }
      assertNotEquals(Weight.STRONG, weightOf(site, "/soap/orders.asmx"));
    }
  }

  @Test
  void aBackupAgentsFastPostsAreNotStrong() {
    Site site = new Site(1);
    for (int i = 0; i < 3000; i++) {
      site.row(
          i % 30 + (i / 30.0) * 0.00002,
          "POST",
          "/backup.ashx",
          NONE,
          NONE,
          "10.0.0.13",
          NONE,
          NONE,
          200,
          60 + i % 900);
    }
    assertNotEquals(Weight.STRONG, weightOf(site, "/backup.ashx"));
  }

  @Test
  void theWebmastersUploadPageIsNotStrong() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Site site = new Site(seed);
      String client = "198.51.100.201";
      for (int i = 0; i < 40; i++) {
        double day = 20 + 10 * site.random.nextDouble();
        String self = "https://site.test/admin/upload.aspx";
        site.row(
            day,
            "GET",
            "/admin/upload.aspx",
            NONE,
            NONE,
            client,
            Site.BROWSER,
            i == 0 ? "https://site.test/docs/page1" : NONE,
            200,
            4000);
        site.row(
            day + 0.001,
            "POST",
            "/admin/upload.aspx",
            NONE,
            seed % 2 == 0 ? "me" : NONE,
            client,
            Site.BROWSER,
            self,
            200,
            size(site));
        site.row(
            day + 0.002, "GET", "/docs/page1", NONE, NONE, client, Site.BROWSER, self, 200, 4000);
      }
      assertNotEquals(Weight.STRONG, weightOf(site, "/admin/upload.aspx"));
    }
  }

  @Test
  void pagesOfTheProductAreLeftOut() {
    Site site = new Site(1);
    for (int i = 0; i < 50; i++) {
      site.row(
          20 + i * 0.01,
          "POST",
          "/EWS/Exchange.asmx",
          NONE,
          NONE,
          "10.1.1.1",
          NONE,
          NONE,
          200,
          size(site));
      site.row(
          20 + i * 0.01,
          "POST",
          "/sites/a/_vti_bin/client.svc",
          NONE,
          NONE,
          "10.1.1.1",
          NONE,
          NONE,
          200,
          size(site));
    }
    assertEquals(List.of(), RarePagesTest.find(site.log()));
  }

  @Test
  void aShellIsToldWithTheNumbersItRestsOn() {
    Site site = new Site(1);
    for (int i = 0; i < 12; i++) {
      site.row(
          24 + i * 0.01,
          "POST",
          "/images/a.aspx",
          NONE,
          NONE,
          "203.0.113.7",
          NONE,
          NONE,
          200,
          size(site));
    }
    RarePage found = RarePagesTest.find(site.log()).getFirst();
    double sum =
        found.reasons().stream()
            .limit(found.reasons().size() - 1)
            .mapToDouble(RareTwinsTest::points)
            .sum();
    assertEquals(found.points(), sum, 0.051, found.reasons().toString());
    assertTrue(found.reasons().stream().allMatch(r -> r.measured() != null));
    assertEquals("203.0.113.7", found.page().samples().getFirst().client());
  }

  private static double points(Reason reason) {
    String text = reason.text();
    return Double.parseDouble(
        text.substring(text.lastIndexOf('(') + 1, text.lastIndexOf(" points")));
  }
}
