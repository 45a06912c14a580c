package org.bellbuoy.server.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;

/** Changes of IIS's configuration: Microsoft-IIS-Configuration/Operational, event 29. */
final class IisEvents {
  private static final Pattern NAME = Pattern.compile("(?i)modules/add\\[@name=['\"]?([^'\"\\]]+)");
  private static final Pattern NAME_VALUE = Pattern.compile("(?i)\\bname=['\"]?([a-z0-9_.-]+)");

  /** Modules that IIS and its common additions bring. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "anonymousauthenticationmodule",
          "basicauthenticationmodule",
          "cachehttp",
          "certificatemappingauthenticationmodule",
          "cgimodule",
          "configurationvalidationmodule",
          "customerrormodule",
          "customloggingmodule",
          "defaultdocumentmodule",
          "digestauthenticationmodule",
          "directorylistingmodule",
          "dynamiccompressionmodule",
          "failedrequeststracingmodule",
          "fastcgimodule",
          "httpcachemodule",
          "httploggingmodule",
          "httpredirectionmodule",
          "iiscertificatemappingauthenticationmodule",
          "iprestrictionmodule",
          "dynamiciprestrictionmodule",
          "isapifiltermodule",
          "isapimodule",
          "managedenginemodule",
          "managedenginev4.0_32bit",
          "managedenginev4.0_64bit",
          "managedengine",
          "managedengine64",
          "protocolsupportmodule",
          "requestfilteringmodule",
          "requestmonitormodule",
          "serversideincludemodule",
          "staticcompressionmodule",
          "staticfilemodule",
          "tokencachemodule",
          "tracingmodule",
          "uricachemodule",
          "filecachemodule",
          "urlauthorizationmodule",
          "webdavmodule",
          "websocketmodule",
          "windowsauthenticationmodule",
          "applicationinitializationmodule",
          "rewritemodule",
          "applicationrequestrouting",
          "aspnetcoremodule",
          "aspnetcoremodulev2",
          "session",
          "outputcache",
          "profile",
          "urlmappingsmodule",
          "fileauthorization",
          "formsauthentication",
          "windowsauthentication",
          "rolemanager",
          "anonymousidentification",
          "urlroutingmodule-4.0",
          "scriptmodule-4.0",
          "servicemodel",
          "servicemodel-4.0",
          "defaultauthentication",
          "sprequestmodule",
          "sharepoint14module",
          "sharepoint15module",
          "sharepoint16module",
          "spnativerequestmodule",
          "exchangehttpproxymodule",
          "kerbauth",
          "exppw",
          "cafe_exppw",
          "passwordexpirymodule",
          "exchclientcertprovider");

  private IisEvents() {}

  static void check(WindowsEvent event, EventNotes notes) {
    if (event.eventId() != 29
        || !(EventText.isProvider(event, "microsoft-windows-iis-configuration")
            || EventText.isChannel(event, "microsoft-iis-configuration"))) {
      return;
    }
    String text = EventText.all(event);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("httplogging") && lower.contains("dontlog")) {
      if (lower.contains("true")) {
        notes.note(EventSign.LOGGING_OFF, EntryState.SUCCEEDED, event.computer(), text);
      }
      return;
    }
    if (!lower.contains("modules/add")) {
      return;
    }
    String name = name(text);
    if (!BUILT_IN.contains(name.toLowerCase(Locale.ROOT))) {
      notes.note(EventSign.MODULE, EntryState.PERSISTED, name, text);
    }
  }

  private static String name(String text) {
    for (Pattern pattern : new Pattern[] {NAME, NAME_VALUE}) {
      Matcher matcher = pattern.matcher(text);
      String group = matcher.find() ? matcher.group(1) : null;
      if (group != null) {
        return group;
      }
    }
    return "unnamed";
  }
}
