package org.bellbuoy.server.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RolesTest {
  @ParameterizedTest
  @CsvSource({
    "C/inetpub/logs/LogFiles/W3SVC1/u_ex250718.log, IIS_LOG",
    "C/INETPUB/LOGS/LOGFILES/W3SVC1/U_EX250718.LOG.GZ, IIS_LOG",
    "u_ex250718_x.log, IIS_LOG",
    "D/IISLogs/ex100630.log.zst, IIS_LOG",
    "nc250718.log, ACCESS_LOG",
    "C/Windows/System32/LogFiles/HTTPERR/httperr1.log, HTTPERR_LOG",
    "C/Windows/System32/winevt/Logs/Application.evtx, EVTX",
    "uploads/auto/C%3A/Windows/System32/winevt/Logs/Microsoft-IIS-Configuration%4Operational.evtx, EVTX",
    "uploads/ntfs/%5C%5C.%5CC%3A/inetpub/wwwroot/aspnet_client/x.aspx, WEB_SCRIPT",
    "C/Program Files/Microsoft/Exchange Server/V15/Logging/HttpProxy/Owa/HttpProxy_2021030715-1.LOG, HTTP_PROXY_LOG",
    "C/Program Files/Microsoft/Exchange Server/V15/Logging/ECP/Server/ECPServer20210307-1.LOG, ECP_LOG",
    "C/Program Files/Microsoft/Exchange Server/V15/Logging/OABGeneratorLog/OABGenerator.log, OAB_LOG",
    "C/Program Files/Microsoft/Exchange Server/V15/FrontEnd/HttpProxy/owa/auth/logon.aspx, WEB_SCRIPT",
    "C/Program Files/Microsoft/Exchange Server/V15/FrontEnd/HttpProxy/owa/auth/15.2.1118/a.css, WEB_FILE",
    "C/Program Files/Microsoft/Exchange Server/V15/Bin/ExSetup.exe, BUILD_INFO",
    "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/spinstall0.aspx, WEB_SCRIPT",
    "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/debug_dev.js, WEB_SCRIPT",
    "C/PROGRA~1/COMMON~1/MICROS~1/WEBSER~1/16/TEMPLATE/LAYOUTS/info.js, WEB_SCRIPT",
    "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/ISAPI/Microsoft.SharePoint.dll, BUILD_INFO",
    "C/inetpub/wwwroot/wss/VirtualDirectories/80/web.config, WEB_CONFIG",
    "C/Windows/System32/inetsrv/config/applicationHost.config, APPLICATION_HOST_CONFIG",
    "C/inetpub/history/CFGHISTORY_0000000001/applicationHost.config, OTHER",
    "C/Windows/Microsoft.NET/Framework64/v4.0.30319/Temporary ASP.NET Files/owa/1/2/ohyeah.aspx.cdcab7d2.compiled, COMPILED_PAGE",
    "C/Windows/Microsoft.NET/Framework64/v4.0.30319/Temporary ASP.NET Files/root/1/App_Web_spinstall0.aspx.9c9699a8.dll, COMPILED_PAGE",
    "C/ProgramData/COM/x.aspx, WEB_SCRIPT",
    "C/ProgramData/certs/a.cer, OTHER",
    "C/inetpub/wwwroot/a.cer, WEB_SCRIPT",
    "C/inetpub/wwwroot/page.aspx;.jpg, WEB_FILE",
    "C/Windows/WinSxS/x/web.config, OTHER",
    "var/www/html/index.php, WEB_SCRIPT",
    "localhost_access_log.2018-07-11.txt, ACCESS_LOG",
    "exports/Get-SPFarm.txt, BUILD_INFO",
    "notes.docx, OTHER"
  })
  void placeAndNameTellTheRole(String path, FileRole role) {
    assertThat(Roles.of(MatchPath.of(path))).isEqualTo(role);
  }

  @Test
  void firstBytesTellWhatANameDoesNot() {
    assertThat(head("#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0"))
        .isEqualTo(FileRole.IIS_LOG);
    assertThat(head("#Software: Microsoft HTTP API 2.0\r\n#Fields: date time"))
        .isEqualTo(FileRole.HTTPERR_LOG);
    assertThat(
            head(
                "\u00ef\u00bb\u00bf#Software: Microsoft Exchange Server\r\n#Log-type: HttpProxy Logs\r\n#Fields: DateTime"))
        .isEqualTo(FileRole.HTTP_PROXY_LOG);
    assertThat(head("#Log-type: ECP Server Log\n#Fields: a")).isEqualTo(FileRole.ECP_LOG);
    assertThat(head("83.149.9.216 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1"))
        .isEqualTo(FileRole.ACCESS_LOG);
    assertThat(head("ElfFile\0\0\0")).isEqualTo(FileRole.EVTX);
    assertThat(head("{\"Channel\":\"Security\",\"EventID\":4688}"))
        .isEqualTo(FileRole.EVENT_EXPORT);
    assertThat(head("<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">"))
        .isEqualTo(FileRole.EVENT_EXPORT);
    assertThat(head("AdminDisplayVersion : Version 15.2 (Build 1118.20)"))
        .isEqualTo(FileRole.BUILD_INFO);
    assertThat(head("Dear reader,\n")).isEqualTo(FileRole.OTHER);
  }

  @Test
  void noPathOrBytesMakeRecognitionThrow() {
    Random random = new Random(3);
    String letters = "C/%2f\\.:;\u0000\u00e9aspx.GZlogwebconfig~1";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder path = new StringBuilder();
      int length = random.nextInt(40);
      for (int c = 0; c < length; c++) {
        path.append(letters.charAt(random.nextInt(letters.length())));
      }
      MatchPath match = MatchPath.of(path.toString());
      assertThat(Roles.of(match)).isNotNull();
      assertThat(match.text()).doesNotContain("//", "\\");
      byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_16LE);
      assertThat(Heads.of(bytes)).isNotNull();
    }
  }

  private static FileRole head(String text) {
    return Heads.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
