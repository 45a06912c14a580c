package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CompiledPageTest {
  private static final String TRACE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <preserve resultType="3" virtualPath="/owa/auth/Page1.aspx" hash="ffffffffa1b2c3d4" filehash="abc" flags="110000" assembly="App_Web_page1.aspx.9c9699a8.x2ab3c4d" type="ASP.auth_page1_aspx">
          <filedeps>
              <filedep name="/owa/auth/Page1.aspx" />
          </filedeps>
      </preserve>
      """;

  @Test
  void aTraceTellsThePageThatThereWas() {
    CompiledPage page =
        CompiledPage.read(
            "root/1/page1.aspx.9c9699a8.compiled", TRACE.getBytes(StandardCharsets.UTF_8));
    assertThat(page.virtualPath()).isEqualTo("/owa/auth/Page1.aspx");
    assertThat(page.pageName()).isEqualTo("page1.aspx");
    assertThat(page.assembly()).isEqualTo("App_Web_page1.aspx.9c9699a8.x2ab3c4d");
    assertThat(page.dependencies()).containsExactly("/owa/auth/Page1.aspx");
    assertThat(page.problem()).isEmpty();
  }

  @Test
  void aBrokenTraceTellsItByItsName() {
    CompiledPage page =
        CompiledPage.read(
            "C:\\t\\page1.aspx.9c9699a8.compiled",
            TRACE.substring(0, 50).getBytes(StandardCharsets.UTF_8));
    assertThat(page.pageName()).isEqualTo("page1.aspx");
    assertThat(page.problem()).contains("not well-formed");
    assertThat(CompiledPage.pageName("t/App_Web_spinstall0.aspx.9c9699a8.avz5nq6f.dll"))
        .isEqualTo("spinstall0.aspx");
    assertThat(CompiledPage.pageName("t/App_Web_abcd1234.dll")).isEmpty();
  }
}
