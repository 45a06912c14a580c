package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_layouts/15/ToolPane.aspx",
        "/_layouts/16/ToolPane.aspx",
        "/_layouts/14/toolpane.aspx",
        "/_layouts/ToolPane.aspx",
        "/_LAYOUTS/15/TOOLPANE.ASPX",
        "/_layouts/16/toolpane.aspx/",
        "/_layouts/15/ToolPane.aspx//",
        "/_layouts//15/ToolPane.aspx",
        "//_layouts/15//ToolPane.aspx",
        "/_layouts/15/ToolPane.aspx;x",
        "/_layouts/15/ToolPane.aspx;jsessionid=1/",
        "/_layouts;a=b/15;c/ToolPane.aspx",
        "/_layouts/15/ToolPane%2Easpx",
        "/_layouts/15/%54oolPane.aspx",
        "/%5flayouts%2f15%2FToolPane.aspx",
        "/_layouts\\15\\ToolPane.aspx",
        "/_layouts%5c15%5CToolPane.aspx",
        "/_layouts/./15/ToolPane.aspx",
        "/_layouts/15/x/../ToolPane.aspx",
        "/_layouts/15/x/..;/ToolPane.aspx",
        "/../../_layouts/15/%2e%2e/15/ToolPane.aspx",
        "/_layouts/15/ToolPane.aspx%3bx",
        "/sites/team/_layouts/15/ToolPane.aspx"
      })
  void everySpellingOfTheToolPaneIsSeen(String spelling) {
    String normal = Paths.normal(spelling).path();
    assertThat(normal).endsWith("/toolpane.aspx").contains("/_layouts/").doesNotContain("//");
    PathView view = new PathView().of(stem(spelling), WebField.STEM);
    assertThat(view.endsWith("/toolpane.aspx")).isTrue();
    assertThat(view.contains("/_layouts/")).isTrue();
    assertThat(view.encodedTwice()).isFalse();
    assertThat(view.text()).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_layouts/15/ToolPane.aspx.bak",
        "/_layouts/15/MyToolPane.aspx",
        "/_layouts/15/x;/ToolPane.aspx;y/z",
        "/_layouts/15/ToolPane.aspx/../start.aspx",
        "/_layouts/15/ToolPane%252Easpx",
        "/"
      })
  void otherPathsAreNotTheToolPane(String other) {
    assertThat(Paths.normal(other).path()).doesNotEndWith("/toolpane.aspx");
    assertThat(new PathView().of(stem(other), WebField.STEM).endsWith("/toolpane.aspx")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/../../../c,/c,false",
    "/..,/,false",
    "/a/..,/,false",
    "/,/,false",
    "//,/,false",
    "/;x,/,false",
    "*,*,false",
    "a/../../b,b,false",
    "/a/.../b,/a/.../b,false",
    "/%252e%252e/x,/%2e%2e/x,true",
    "/%zz%4,/%zz%4,false",
    "/autodiscover/autodiscover.json%3f@x,/autodiscover/autodiscover.json?@x,false",
    "/%C3%84b,/Äb,false"
  })
  void aPathIsResolvedWithoutLeavingItsRoot(String path, String normal, boolean twice) {
    assertThat(Paths.normal(path)).isEqualTo(new Paths.Normal(normal, twice));
    PathView view = new PathView().of(stem(path), WebField.STEM);
    assertThat(view.text()).isEqualTo(normal);
    assertThat(view.encodedTwice()).isEqualTo(twice);
  }

  @ParameterizedTest
  @CsvSource({
    "/_layouts/SignOut.aspx",
    "/_layouts/15/SignOut.aspx",
    "https://sp.example.test/_layouts/15/SignOut.aspx",
    "HTTP://10.0.0.5:8443/_layouts/16/signout.aspx?x=/y",
    "https://sp.example.test//_layouts/14/SignOut.aspx/#top"
  })
  void theSignOutPageIsSeenInRefererOfAnyHost(String referer) {
    WebRow row = row(WebField.REFERER, referer);
    assertThat(new PathView().ofUrl(row, WebField.REFERER).endsWith("/signout.aspx")).isTrue();
  }

  @Test
  void aHostIsNoPathAndAMissingRefererIsEmpty() {
    PathView view = new PathView();
    WebRow row = row(WebField.REFERER, "https://signout.aspx");
    assertThat(view.ofUrl(row, WebField.REFERER).endsWith("signout.aspx")).isFalse();
    assertThat(view.ofUrl(new WebRow(), WebField.REFERER).length()).isZero();
  }

  @Test
  void aSpellingOnceMadeStaysAndViewAndTextAgree() {
    Random random = new Random(11);
    String letters = "aB.;/\\%2fe5cä";
    PathView view = new PathView();
    for (int i = 0; i < 200_000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int n = random.nextInt(24); n > 0; n--) {
        path.append(letters.charAt(random.nextInt(letters.length())));
      }
      Paths.Normal normal = Paths.normal(path.toString());
      view.of(stem(path.toString()), WebField.STEM);
      assertThat(view.text()).as(path.toString()).isEqualTo(normal.path());
      assertThat(normal.path())
          .as(path.toString())
          .startsWith("/")
          .doesNotContain("/../", "/./", "//");
      if (normal.path().indexOf('%') < 0) {
        assertThat(Paths.normal(normal.path())).isEqualTo(normal);
      }
    }
  }

  private static WebRow stem(String path) {
    return row(WebField.STEM, path);
  }

  private static WebRow row(WebField field, String value) {
    WebRow row = new WebRow();
    row.bytes = value.getBytes(StandardCharsets.UTF_8);
    row.start[field.ordinal()] = 0;
    row.end[field.ordinal()] = row.bytes.length;
    return row;
  }
}
