package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {
  private static final NameIndicators NAMES = NameIndicators.builtIn();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Program Files\\Common Files\\microsoft shared\\Web Server Extensions\\16\\TEMPLATE\\LAYOUTS\\spinstall0.aspx",
        "C/PROGRA~1/COMMON~1/MICROS~1/WEBSER~1/15/TEMPLATE/LAYOUTS/SPINSTALLB.ASPX",
        "x/LAYOUTS/ghostfile346.aspx",
        "x/LAYOUTS/debug_dev.js",
        "Temporary ASP.NET Files/root/1/App_Web_spinstall0.aspx.9c9699a8.avz5nq6f.dll",
        "Temporary ASP.NET Files/root/1/spinstall0.aspx.9c9699a8.compiled",
        "inetpub/wwwroot/aspnet_client/system_web/abcd1234.aspx",
        "V15/FrontEnd/HttpProxy/owa/auth/errorEE.aspx",
        "V15/FrontEnd/HttpProxy/ecp/auth/page.aspx",
        "V15/FrontEnd/HttpProxy/OAB/a.aspx"
      })
  void namesOfTheReferenceAreKnown(String path) {
    assertThat(NAMES.matching(path)).as(path).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LAYOUTS/start.aspx",
        "LAYOUTS/ToolPane.aspx",
        "LAYOUTS/signout.aspx",
        "V15/FrontEnd/HttpProxy/owa/auth/logon.aspx",
        "V15/FrontEnd/HttpProxy/owa/auth/errorFE.aspx",
        "V15/FrontEnd/HttpProxy/ecp/auth/TimeoutLogout.aspx",
        "inetpub/wwwroot/aspnet_client/system_web/4_0_30319/WebForms.js",
        "wwwroot/info.js"
      })
  void namesThatProductsShipAreNot(String path) {
    assertThat(NAMES.matching(path)).as(path).isEmpty();
  }

  @Test
  void aUsersNamesAreAddedAndEachBadLineIsTold() {
    String file =
        """
        regex;weight;what;source
        # ours
        /evil[0-9]\\.aspx$;55;seen here;us
        nothing
        /a(;50
        /b;heavy
        /c;101
        ;5
        """;
    Loaded<NameIndicators> loaded = NameIndicators.read(file.getBytes(StandardCharsets.UTF_8), 4);
    assertThat(loaded.table().size()).isEqualTo(1);
    assertThat(NAMES.and(loaded.table()).matching("w/EVIL3.aspx")).hasSize(1);
    assertThat(loaded.rejects().stream().map(Reject::line)).containsExactly(4L, 5L, 6L, 7L, 8L);
    assertThat(loaded.rejects().stream().map(Reject::detail))
        .containsExactly(
            "The line has no weight; regex;weight is expected.",
            "The expression '/a(' cannot be read: missing closing ).",
            "The weight 'heavy' is not a whole number.",
            "The weight 101 is not from 1 to 100.",
            "The expression is empty.");
    Reject third = loaded.rejects().get(2);
    assertThat(file.substring((int) third.offset(), (int) third.offset() + third.length()))
        .isEqualTo("/b;heavy");
    assertThat(third.source()).isEqualTo(4);
  }

  @Test
  void hashesOfTheReferenceAreKnownAndAUsersAreAdded() {
    KnownHashes known = KnownHashes.builtIn();
    assertThat(known.size()).isEqualTo(11);
    assertThat(
            Objects.requireNonNull(
                    known.of("92BB4DDB98EEAF11FC15BB32E71D0A63256A0ED826A03BA293CE3A8BF057A514"))
                .what())
        .contains("spinstall0");
    String mine = "ab".repeat(32);
    Loaded<KnownHashes> loaded =
        KnownHashes.read((mine + ";ours;desk\nabc\n").getBytes(StandardCharsets.UTF_8), 0);
    assertThat(known.and(loaded.table()).of(mine))
        .isEqualTo(new KnownHashes.Known(mine, "ours", "desk"));
    assertThat(loaded.rejects().stream().map(Reject::detail))
        .isEqualTo(List.of("The hash 'abc' has not 64 hex digits; SHA-256 is expected."));
  }
}
