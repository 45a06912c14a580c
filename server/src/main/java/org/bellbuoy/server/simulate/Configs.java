package org.bellbuoy.server.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Configuration files and the text that tells a build. */
final class Configs {
  /** File names of IIS's own modules; a module added by somebody is named after itself. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("AnonymousAuthenticationModule", "authanon.dll"),
          Map.entry("CustomErrorModule", "custerr.dll"),
          Map.entry("DefaultDocumentModule", "defdoc.dll"),
          Map.entry("DirectoryListingModule", "dirlist.dll"),
          Map.entry("HttpCacheModule", "cachhttp.dll"),
          Map.entry("HttpLoggingModule", "loghttp.dll"),
          Map.entry("IsapiFilterModule", "filter.dll"),
          Map.entry("IsapiModule", "isapi.dll"),
          Map.entry("ManagedEngineV4.0_64bit", "webengine4.dll"),
          Map.entry("ProtocolSupportModule", "protsup.dll"),
          Map.entry("RequestFilteringModule", "modrqflt.dll"),
          Map.entry("StaticCompressionModule", "compstat.dll"),
          Map.entry("StaticFileModule", "static.dll"),
          Map.entry("WindowsAuthenticationModule", "authsspi.dll"));

  private static final List<String> MODULES =
      List.of(
          "HttpCacheModule",
          "StaticCompressionModule",
          "DefaultDocumentModule",
          "StaticFileModule",
          "AnonymousAuthenticationModule",
          "WindowsAuthenticationModule",
          "RequestFilteringModule",
          "HttpLoggingModule",
          "IsapiModule",
          "IsapiFilterModule",
          "CustomErrorModule",
          "ManagedEngineV4.0_64bit");

  private Configs() {}

  static String applicationHost(Server server) {
    StringBuilder text = new StringBuilder(8_000);
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- SIMULATED -->\r\n");
    text.append("<configuration>\r\n  <system.applicationHost>\r\n    <sites>\r\n");
    text.append("      <site name=\"")
        .append(server.exchange() ? "Default Web Site" : "SharePoint - 80");
    text.append("\" id=\"1\">\r\n");
    text.append("        <application path=\"/\">\r\n");
    directory(
        text,
        "/",
        server.exchange()
            ? "C:\\inetpub\\wwwroot"
            : "C:\\inetpub\\wwwroot\\wss\\VirtualDirectories\\80");
    if (server.exchange()) {
      String base = "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy\\";
      for (String one : List.of("owa", "ecp", "EWS", "Autodiscover", "OAB", "mapi", "rpc")) {
        directory(text, "/" + one, base + one.toLowerCase(Locale.ROOT));
      }
    } else {
      String base =
          "C:\\Program Files\\Common Files\\microsoft shared\\Web Server Extensions\\16\\";
      directory(text, "/_layouts/15", base + "template\\layouts");
      directory(text, "/_layouts/16", base + "template\\layouts");
      directory(text, "/_vti_bin", base + "isapi");
      directory(text, "/_controltemplates/15", base + "template\\controltemplates");
    }
    for (Map.Entry<String, String> one : server.config.virtualDirectories.entrySet()) {
      directory(text, one.getKey(), one.getValue());
    }
    text.append("        </application>\r\n        <bindings>\r\n");
    text.append("          <binding protocol=\"https\" bindingInformation=\"*:443:");
    text.append(server.host()).append("\" />\r\n        </bindings>\r\n      </site>\r\n");
    text.append("      <siteDefaults>\r\n        <logFile logFormat=\"W3C\" directory=\"");
    text.append("%SystemDrive%\\inetpub\\logs\\LogFiles\" />\r\n      </siteDefaults>\r\n");
    text.append("    </sites>\r\n  </system.applicationHost>\r\n  <system.webServer>\r\n");
    text.append("    <httpLogging dontLog=\"").append(server.config.loggingOff);
    text.append("\" />\r\n    <globalModules>\r\n");
    for (String one : MODULES) {
      text.append("      <add name=\"").append(one);
      text.append("\" image=\"%windir%\\System32\\inetsrv\\").append(image(one));
      text.append("\" />\r\n");
    }
    for (String one : server.config.modules) {
      text.append("      <add name=\"").append(one);
      text.append("\" image=\"C:\\Windows\\System32\\inetsrv\\").append(image(one));
      text.append("\" />\r\n");
    }
    text.append("    </globalModules>\r\n    <modules>\r\n");
    for (String one : MODULES) {
      text.append("      <add name=\"").append(one).append("\" lockItem=\"true\" />\r\n");
    }
    for (String one : server.config.modules) {
      text.append("      <add name=\"").append(one).append("\" />\r\n");
    }
    return text.append("    </modules>\r\n  </system.webServer>\r\n</configuration>\r\n")
        .toString();
  }

  private static String image(String module) {
    return LIBRARIES.getOrDefault(
        module, module.toLowerCase(Locale.ROOT).replace("module", "") + ".dll");
  }

  private static void directory(StringBuilder text, String path, String physical) {
    text.append("          <virtualDirectory path=\"").append(path);
    text.append("\" physicalPath=\"").append(physical).append("\" />\r\n");
  }

  static String webConfig(Server server) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
        + "<!-- SIMULATED: keys are random and protect nothing -->\r\n<configuration>\r\n"
        + "  <system.web>\r\n    <customErrors mode=\"On\" />\r\n"
        + "    <machineKey validationKey=\""
        + server.keys.validation
        + "\" decryptionKey=\""
        + server.keys.decryption
        + "\" validation=\"HMACSHA256\" decryption=\"AES\" />\r\n"
        + "    <pages enableSessionState=\"false\" enableViewState=\"true\""
        + " enableViewStateMac=\"true\" validateRequest=\"false\" />\r\n  </system.web>\r\n"
        + "  <system.webServer>\r\n    <modules runAllManagedModulesForAllRequests=\"true\">\r\n"
        + "      <add name=\"SPRequestModule\" preCondition=\"integratedMode\" type=\"Microsoft"
        + ".SharePoint.ApplicationRuntime.SPRequestModule, Microsoft.SharePoint\" />\r\n"
        + "    </modules>\r\n  </system.webServer>\r\n</configuration>\r\n";
  }

  /** What an administrator's inventory tells; a header only, where nothing else was collected. */
  static String buildInfo(Server server) {
    StringBuilder text = new StringBuilder("# SIMULATED\r\n");
    text.append("Host: ").append(server.host()).append("\r\n");
    Server.Build build = server.build;
    if (build.headerOnly) {
      String[] parts = build.now.split("\\.");
      text.append("MicrosoftSharePointTeamServices: ").append(parts[0]).append('.');
      text.append(parts[1]).append(".0.").append(parts[2]).append("\r\n");
      return text.toString();
    }
    text.append("Product: Microsoft ").append(server.identity.product()).append("\r\n");
    if (server.exchange()) {
      text.append("AdminDisplayVersion: Version ").append(build.now).append("\r\n");
      text.append("ExSetup.exe FileVersion: ").append(build.now).append("\r\n");
    } else if (server.identity.product().endsWith("SE")) {
      text.append("BuildVersion: ").append(build.now).append("\r\nPackage: ").append(build.now);
      text.append(' ').append(build.knowledgeBase).append("\r\n"); // the only one it has
    } else {
      text.append("BuildVersion: ").append(build.now).append("\r\n");
      text.append("Language-independent package: ").append(build.now);
      text.append(' ').append(build.knowledgeBase).append("\r\n");
      text.append("Language-dependent package: ");
      text.append(build.half ? build.before : build.now).append("\r\n");
      text.append("Configuration wizard: ").append(build.half ? "required" : "complete");
      text.append("\r\n");
    }
    text.append("InstalledOn: ").append(build.patchedOn).append("\r\n");
    return text.toString();
  }
}
