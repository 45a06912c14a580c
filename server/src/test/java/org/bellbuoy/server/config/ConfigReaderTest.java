package org.bellbuoy.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
  private static final SweepSecret SECRET = KeySecrecyTest.secret("one secret of a sweep");

  private static ConfigReport read(String config) {
    return ConfigReader.read(config.getBytes(StandardCharsets.UTF_8), 3, SECRET, PublicKeys.NONE);
  }

  private static final String HOST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration>
        <system.applicationHost>
          <sites>
            <site name="Default Web Site" id="1">
              <application path="/">
                <virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" />
                <virtualDirectory path="/docs" physicalPath="D:\\docs" />
              </application>
              <application path="/owa">
                <virtualDirectory path="/auth/x" physicalPath="C:\\ProgramData\\WHO" />
                <virtualDirectory path="/u" physicalPath="C:\\Users\\All Users\\x" />
                <virtualDirectory path="/owa" physicalPath="C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy\\owa" />
              </application>
              <logFile directory="E:\\logs" logExtFileFlags="Date, Time, ClientIP, UserName, Method, UriStem, HttpStatus" localTimeRollover="true" />
            </site>
            <site name="Back End" id="2"><logFile enabled="false" /></site>
            <siteDefaults><logFile logFormat="W3C" directory="%SystemDrive%\\inetpub\\logs\\LogFiles" /></siteDefaults>
          </sites>
        </system.applicationHost>
        <system.webServer>
          <globalModules>
            <add name="HttpLoggingModule" image="%windir%\\System32\\inetsrv\\loghttp.dll" />
            <add name="RewriteModule" image="%SystemRoot%\\system32\\inetsrv\\rewrite.dll" />
            <add name="HttpCacheModule2" image="%windir%\\System32\\inetsrv\\cachehttp2.dll" />
            <add name="StaticFileModule" image="C:\\ProgramData\\static.dll" />
          </globalModules>
          <httpLogging dontLog="true" />
        </system.webServer>
        <location path="Default Web Site/owa">
          <system.webServer>
            <modules>
              <add name="HttpLoggingModule" lockItem="true" />
              <add name="SPRequestModule" type="Microsoft.SharePoint.ApplicationRuntime.SPRequestModule, Microsoft.SharePoint, Version=16.0.0.0, Culture=neutral, PublicKeyToken=71e9bce111e9429c" />
              <add name="Session" type="System.Web.SessionState.SessionStateModule" preCondition="managedHandler" />
              <add name="Health" type="Microsoft.Exchange.Health.Check, Health" />
              <add name="Foo" type="Foo.Bar, Foo" />
              <remove name="HttpRequestFilteringModule" />
            </modules>
            <handlers>
              <add name="PageHandlerFactory" path="*.aspx" verb="*" type="System.Web.UI.PageHandlerFactory" />
              <add name="pics" path="*.jpg" verb="*" type="System.Web.UI.PageHandlerFactory" />
              <add name="isapi" path="*.asp" verb="*" modules="IsapiModule" scriptProcessor="%windir%\\system32\\inetsrv\\asp.dll" />
              <add name="odd" path="*.foo" verb="*" modules="CgiModule" scriptProcessor="C:\\ProgramData\\run.exe" />
              <add name="own" path="do.ashx" verb="*" type="My.Handler, My" />
            </handlers>
            <httpLogging dontLog="true" />
          </system.webServer>
          <system.web>
            <pages enableViewStateMac="false" viewStateEncryptionMode="Always" />
            <customErrors mode="Off" />
            <compilation debug="true" />
          </system.web>
        </location>
      </configuration>
      """;

  private static List<String> subjects(ConfigTopic topic) {
    return read(HOST).facts(topic).stream()
        .filter(ConfigFact::odd)
        .map(ConfigFact::subject)
        .toList();
  }

  @Test
  void onlyModulesThatNoProductShipsAreTold() {
    assertThat(subjects(ConfigTopic.MODULE_ADDED))
        .containsExactly("HttpCacheModule2", "StaticFileModule", "Health", "Foo");
    assertThat(subjects(ConfigTopic.HANDLER_ADDED)).containsExactly("own");
    assertThat(subjects(ConfigTopic.SCRIPT_MAP)).containsExactly("pics", "odd");
  }

  @Test
  void foldersWhereProgramsWriteAreOddAndOtherDrivesAreOnlyOutside() {
    assertThat(subjects(ConfigTopic.ODD_DIRECTORY)).containsExactly("/auth/x", "/u");
    assertThat(read(HOST).facts(ConfigTopic.ODD_DIRECTORY)).hasSize(3);
    assertThat(read(HOST).facts(ConfigTopic.ODD_DIRECTORY).get(1).sentence())
        .isEqualTo(
            "The site 'Default Web Site' serves 'C:\\ProgramData\\WHO' as '/auth/x', where any"
                + " program may write, as entries through ProxyShell did.");
  }

  @Test
  void loggingIsToldForEachSiteWithTheFieldsItLacks() {
    ConfigReport report = read(HOST);
    assertThat(report.logs()).hasSize(3);
    SiteLog first = report.logs().getFirst();
    assertThat(first.site()).isEqualTo("Default Web Site");
    assertThat(first.siteId()).isEqualTo("1");
    assertThat(first.lacks("Referer")).isTrue();
    assertThat(first.lacks("clientip")).isFalse();
    assertThat(first.localTime()).isTrue();
    assertThat(report.logs().get(2).lacks("Referer")).isFalse();
    assertThat(subjects(ConfigTopic.LOGGING_OFF))
        .containsExactly("Back End", "", "Default Web Site/owa");
  }

  @Test
  void settingsOfPagesAreTold() {
    assertThat(read(HOST).facts(ConfigTopic.VIEWSTATE_MAC_OFF)).hasSize(1);
    assertThat(read(HOST).facts(ConfigTopic.VIEWSTATE_ENCRYPTION).getFirst().value())
        .isEqualTo("Always");
    assertThat(read(HOST).facts(ConfigTopic.CUSTOM_ERRORS_OFF)).hasSize(1);
    assertThat(read(HOST).facts(ConfigTopic.DEBUG_ON)).hasSize(1);
    assertThat(subjects(ConfigTopic.AMSI)).containsExactly("HttpRequestFilteringModule");
  }

  @Test
  void aPlaceIsTheBytesOfTheStartTag() {
    String before = "<a><!-- ä€ -->" + "<b x='ü'/>\n".repeat(2_000);
    String tag = "<pages enableViewStateMac='false' />";
    byte[] file = (before + "\n" + tag + "</a>").getBytes(StandardCharsets.UTF_8);
    ConfigPlace place =
        ConfigReader.read(file, 0, SECRET, PublicKeys.NONE).facts().getFirst().place();
    assertThat(new String(file, (int) place.offset(), place.length(), StandardCharsets.UTF_8))
        .isEqualTo(tag);
    assertThat(place.line()).isEqualTo(2_002);
    byte[] wide = ("\uFEFF" + before + "\n" + tag + "</a>").getBytes(StandardCharsets.UTF_16LE);
    ConfigPlace inWide =
        ConfigReader.read(wide, 0, SECRET, PublicKeys.NONE).facts().getFirst().place();
    assertThat(new String(wide, (int) inWide.offset(), inWide.length(), StandardCharsets.UTF_16LE))
        .isEqualTo(tag);
  }

  @Test
  void whatStandsBeforeABreakIsKeptAndTheBreakIsTold() {
    ConfigReport report = read("<a><pages enableViewStateMac='false'/>\n<b></a>");
    assertThat(report.facts()).hasSize(1);
    assertThat(report.rejects()).hasSize(1);
    assertThat(report.rejects().getFirst().detail())
        .isEqualTo("The configuration is not well-formed XML; what stands before is kept.");
    assertThat(report.rejects().getFirst().line()).isEqualTo(2);
  }

  @Test
  void nothingOutsideTheFileIsReadAndBombsAreRefused() {
    ConfigReport outside =
        read(
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a><pages viewStateEncryptionMode='&x;'/></a>");
    assertThat(outside.facts()).allMatch(f -> f.value().isEmpty());
    assertThat(outside.rejects()).isNotEmpty();
    assertThat(read("<a>".repeat(200)).rejects().getFirst().detail())
        .startsWith("Elements lie more than 64 deep");
    ConfigReport large =
        ConfigReader.read(new byte[ConfigReader.MOST_BYTES + 1], 0, SECRET, PublicKeys.NONE);
    assertThat(large.rejects().getFirst().detail())
        .isEqualTo("The configuration has 16777217 bytes; more than 16777216 are not read.");
  }

  @Test
  void exportsTellWhetherRequestsAreScanned() {
    String list = "Url : https://portal\r\nAMSIBodyScanMode : Off\r\n";
    ConfigFact off = AmsiExport.read(list.getBytes(StandardCharsets.UTF_8)).getFirst();
    assertThat(off.odd()).isTrue();
    assertThat(off.place().line()).isEqualTo(2);
    assertThat(
            AmsiExport.read("{\"AMSIBodyScanMode\":\"Full\"}".getBytes(StandardCharsets.UTF_8))
                .getFirst()
                .odd())
        .isFalse();
    String override =
        "ComponentName : Cafe\nSectionName : HttpRequestFiltering\nParameters : {Enabled=False}\n";
    assertThat(AmsiExport.read(override.getBytes(StandardCharsets.UTF_8)).getFirst().sentence())
        .isEqualTo("A setting override of Exchange switches the scanning of requests off.");
    assertThat(AmsiExport.read("nothing".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
