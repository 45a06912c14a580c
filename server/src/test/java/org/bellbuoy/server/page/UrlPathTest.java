package org.bellbuoy.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UrlPathTest {
  private static UrlPath read(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.ISO_8859_1);
    return new UrlPath().read(bytes, 0, bytes.length);
  }

  @Test
  void spellingsOfOnePathAreOne() {
    for (String path :
        new String[] {
          "/_layouts/15/toolpane.aspx",
          "/_LAYOUTS/15/ToolPane.aspx/",
          "//_layouts\\15//toolpane.aspx",
          "/_layouts/15/toolpane.aspx;x=1",
          "/_layouts;a/15/toolpane.aspx",
          "/_layouts/./15/x/../toolpane.aspx",
          "/%5flayouts/15/%74oolpane%2easpx",
          "/_layouts/15%2ftoolpane.aspx",
          "/_layouts/%2e%2e/_layouts/15/toolpane.aspx"
        }) {
      assertEquals("/_layouts/15/toolpane.aspx", read(path).text(), path);
    }
  }

  @Test
  void percentSignsAreDecodedOnceOnly() {
    assertEquals("/%74oolpane.aspx", read("/%2574oolpane.aspx").text());
    assertEquals("/a%zz%4", read("/a%zz%4").text());
  }

  @Test
  void whatFollowsAScriptIsNotPartOfItsPage() {
    UrlPath path = read("/index.php/2016/hello");
    assertEquals("/index.php", path.page());
    assertTrue(path.isScript());
    assertEquals("/a.config/b", read("/a.config/b").page());
    assertEquals("/", read("/").page());
    assertEquals("/", read("/a/../..").page());
  }

  @Test
  void anyBytesGiveSomePathAndReadingItAgainChangesNothing() {
    Random random = new Random(23);
    String signs = "/\\.;%2eEfF5cCaspxAZ-_\u00e9";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(40); k > 0; k--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String once = read(text.toString()).text();
      if (once.indexOf('%') < 0 && once.indexOf('\ufffd') < 0) {
        assertEquals(once, read(once).text(), text.toString());
      }
    }
    assertEquals(UrlPath.MOST_BYTES, read("/" + "a".repeat(5_000)).text().length());
  }
}
