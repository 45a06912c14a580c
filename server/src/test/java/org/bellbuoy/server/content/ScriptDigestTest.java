package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bellbuoy.server.content.ScriptText.Encoding;
import org.bellbuoy.server.content.ScriptText.Prefix;
import org.junit.jupiter.api.Test;

class ScriptDigestTest {
  private static ScriptPrint print(String standIn) {
    return StandIns.script("a.aspx", standIn).print();
  }

  @Test
  void namesCommentsCaseSpaceEscapesAndCutStringsDoNotChangeTheTokenDigest() {
    String one =
        "<%@ Page Language=\"C#\" %><% string cmd = Request[\"a\"]; if (cmd != null) { Response.Write(cmd.Length + 12); } %>";
    String other =
        """
        <%@ page language='C#' %>
        <%-- other --%> <!-- and this -->
        <% string /* name */ zz9 = Request["long" + "er"];
           if (zz9 != null) { // length
             Response.Wr\\u0069te(zz9.Length + 0x10);
           } %>""";
    assertThat(print(other).tokenSha256()).isEqualTo(print(one).tokenSha256());
    assertThat(print(other).literalSha256()).isNotEqualTo(print(one).literalSha256());
    assertThat(print(other).sha256()).isNotEqualTo(print(one).sha256());
  }

  @Test
  void whatAScriptCallsAndHowItsNamesRepeatChangeTheDigest() {
    String one = "<% a = Request[\"k\"]; b = a + a; Response.Write(b); %>";
    String otherCall = "<% a = Request[\"k\"]; b = a + a; Response.Redirect(b); %>";
    String otherNames = "<% a = Request[\"k\"]; b = a + b; Response.Write(b); %>";
    assertThat(print(otherCall).tokenSha256()).isNotEqualTo(print(one).tokenSha256());
    assertThat(print(otherNames).tokenSha256()).isNotEqualTo(print(one).tokenSha256());
  }

  @Test
  void theSameTextHasOneTokenDigestInEveryEncoding() {
    String page =
        "<%@ Page Language=\"C#\" %><% var größe = Request[\"ä\"]; Response.Write(größe); %>";
    String expected =
        Script.read("a.aspx", page.getBytes(StandardCharsets.UTF_8)).print().literalSha256();
    for (byte[] bytes :
        List.of(
            ("\uFEFF" + page).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + page).getBytes(StandardCharsets.UTF_16BE),
            page.getBytes(StandardCharsets.UTF_16LE),
            page.getBytes(StandardCharsets.ISO_8859_1))) {
      assertThat(Script.read("a.aspx", bytes).print().literalSha256()).isEqualTo(expected);
    }
  }

  @Test
  void whatStandsBeforeThePageIsToldAndPassedOver() {
    byte[] page = "<% int i = 1; Response.Write(i); %>".getBytes(StandardCharsets.UTF_8);
    String expected = Script.read("a.aspx", page).print().tokenSha256();
    for (Prefix prefix : List.of(Prefix.PST, Prefix.DER, Prefix.MEDIA, Prefix.BINARY)) {
      byte[] head =
          switch (prefix) {
            case PST -> new byte[] {'!', 'B', 'D', 'N', 0, 1, 2};
            case DER -> new byte[] {0x30, (byte) 0x82, 1, 2};
            case MEDIA -> "GIF89a".getBytes(StandardCharsets.US_ASCII);
            case BINARY, NONE -> new byte[] {1, 2, 3, 4};
          };
      byte[] file = new byte[head.length + page.length];
      System.arraycopy(head, 0, file, 0, head.length);
      System.arraycopy(page, 0, file, head.length, page.length);
      Script script = Script.read("a.aspx", file);
      assertThat(script.text().prefix()).isEqualTo(prefix);
      assertThat(script.text().pageOffset()).isEqualTo(head.length);
      assertThat(script.print().tokenSha256()).isEqualTo(expected);
    }
  }

  @Test
  void offsetsCountBytesOfTheFileInEveryEncoding() {
    String text = "ä€😀x";
    assertThat(ScriptText.of(text.getBytes(StandardCharsets.UTF_8)).byteOffset(4)).isEqualTo(9);
    ScriptText wide = ScriptText.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    assertThat(wide.encoding()).isEqualTo(Encoding.UTF_16LE);
    assertThat(wide.byteOffset(4)).isEqualTo(10);
    ScriptText ansi = ScriptText.of(new byte[] {(byte) 0xE4, 'x'});
    assertThat(ansi.encoding()).isEqualTo(Encoding.ANSI);
    assertThat(ansi.byteOffset(1)).isEqualTo(1);
  }

  @Test
  void serverCodeInsideAnHtmlCommentIsServerCode() {
    assertThat(StandIns.script("a.aspx", "<!-- <% x = Request[1]; %> -->").hasServerCode())
        .isTrue();
    assertThat(StandIns.script("a.aspx", "<%-- x = Request[1]; --%>").hasServerCode()).isFalse();
    assertThat(
            StandIns.script("a.aspx", "<p>Request</p><script>x = Request</script>").hasServerCode())
        .isFalse();
  }

  @Test
  void theRawDigestIsSha256OfTheBytes() {
    // sha256sum of the three letters, FIPS 180-2 appendix B.1.
    assertThat(StandIns.script("a.aspx", "abc").print().sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
