package org.bellbuoy.server.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns elements into facts, one after another. */
final class Settings {
  private static final BuiltIns BUILT_INS = BuiltIns.load();

  private static final List<String> STATIC_NAMES =
      List.of(
          ".jpg", ".jpeg", ".png", ".gif", ".css", ".js", ".ico", ".txt", ".html", ".htm",
          ".config", ".xml", ".log", ".svg", ".woff", ".map", ".json");

  private static final List<String> SHELLS =
      List.of(
          "cmd.exe",
          "powershell.exe",
          "pwsh.exe",
          "cscript.exe",
          "wscript.exe",
          "mshta.exe",
          "rundll32.exe",
          "regsvr32.exe",
          "msbuild.exe",
          "bash.exe");
  private static final List<String> CODE_HANDLERS =
      List.of("pagehandlerfactory", "simplehandlerfactory", "webservicehandlerfactory", "asp.dll");

  private final List<ConfigFact> facts;
  private final List<SiteLog> logs;
  private String site = "";
  private String siteId = "";

  Settings(List<ConfigFact> facts, List<SiteLog> logs) {
    this.facts = facts;
    this.logs = logs;
  }

  void element(List<String> path, ConfigPlace place, Attributes a) {
    String name = path.getLast();
    String parent = path.size() > 1 ? path.get(path.size() - 2) : "";
    switch (name) {
      case "pages" -> pages(place, a);
      case "customerrors" -> {
        if (a.is("mode", "Off")) {
          add(
              ConfigTopic.CUSTOM_ERRORS_OFF,
              place,
              "",
              "Off",
              false,
              "Errors are shown to everyone.");
        }
      }
      case "compilation" -> {
        if (a.is("debug", "true")) {
          add(ConfigTopic.DEBUG_ON, place, "", "true", false, "Pages are compiled for debugging.");
        }
      }
      case "httplogging" -> {
        if (a.is("selectivelogging", "LogError") || a.is("selectivelogging", "LogSuccessful")) {
          boolean errors = a.is("selectivelogging", "LogError");
          add(
              ConfigTopic.LOGGING_OFF,
              place,
              place.location(),
              a.get("selectivelogging"),
              true,
              errors
                  ? "Only requests that fail are logged: one that came through is not."
                  : "Requests that fail are not logged: what was tried is not seen.");
        }
        if (a.is("dontlog", "true")) {
          String where = place.location().isEmpty() ? "" : " for '" + place.location() + "'";
          add(
              ConfigTopic.LOGGING_OFF,
              place,
              place.location(),
              "dontLog",
              true,
              "Requests are not logged" + where + ".");
        }
      }
      case "site" -> {
        site = a.get("name");
        siteId = a.get("id");
      }
      case "logfile" -> logFile(parent, place, a);
      case "virtualdirectory" -> directory(place, a);
      case "add" -> added(parent, place, a);
      case "remove", "clear" -> removed(parent, place, a);
      default -> {}
    }
  }

  void ended(List<String> path) {
    if (path.getLast().equals("site")) {
      site = "";
      siteId = "";
    }
  }

  private void add(
      ConfigTopic topic,
      ConfigPlace place,
      String subject,
      String value,
      boolean odd,
      String sentence) {
    facts.add(new ConfigFact(topic, place, subject, value, odd, sentence));
  }

  private void pages(ConfigPlace place, Attributes a) {
    if (a.is("enableviewstatemac", "false")) {
      add(
          ConfigTopic.VIEWSTATE_MAC_OFF,
          place,
          "",
          "false",
          true,
          "View state is taken without a signature, unless the framework forces one.");
    }
    if (a.has("viewstateencryptionmode")) {
      String mode = a.get("viewstateencryptionmode");
      add(
          ConfigTopic.VIEWSTATE_ENCRYPTION,
          place,
          "",
          mode,
          false,
          "View state is encrypted: '%s'.".formatted(mode));
    }
  }

  private void added(String parent, ConfigPlace place, Attributes a) {
    switch (parent) {
      case "modules", "httpmodules" -> module(place, a.get("name"), a.get("type"));
      case "globalmodules" -> {
        boolean known = BUILT_INS.image(a.get("image"));
        if (!known) {
          add(
              ConfigTopic.MODULE_ADDED,
              place,
              a.get("name"),
              a.get("image"),
              true,
              "The native module '%s' is loaded from '%s', which no product ships there."
                  .formatted(a.get("name"), a.get("image")));
        }
      }
      case "handlers", "httphandlers" -> handler(place, a);
      default -> {}
    }
  }

  private void module(ConfigPlace place, String name, String type) {
    boolean known = type.isEmpty() ? BUILT_INS.name(name) : BUILT_INS.type(type);
    if (!known) {
      String what = type.isEmpty() ? "a native one that is not built in" : "of type '" + type + "'";
      add(
          ConfigTopic.MODULE_ADDED,
          place,
          name,
          type,
          true,
          "The module '%s', %s, sees every request.".formatted(name, what));
    }
  }

  private void handler(ConfigPlace place, Attributes a) {
    String type = a.get("type");
    String files = a.get("path");
    String name = a.get("name").isEmpty() ? files : a.get("name");
    if (!type.isEmpty() && !BUILT_INS.type(type)) {
      add(
          ConfigTopic.HANDLER_ADDED,
          place,
          name,
          type,
          true,
          "'%s' is answered by type '%s', which is not built in.".formatted(files, type));
    }
    String program = a.get("scriptprocessor");
    String file = program.contains("|") ? program.substring(0, program.indexOf('|')) : program;
    if (!file.isEmpty() && !ownProgram(file)) {
      add(
          ConfigTopic.SCRIPT_MAP,
          place,
          name,
          program,
          true,
          "'%s' is given to '%s', which lies in no folder of the products."
              .formatted(files, program));
    }
    if (!file.isEmpty() && isShell(file)) {
      add(
          ConfigTopic.SCRIPT_MAP,
          place,
          name,
          program,
          true,
          "'%s' is given to '%s', which runs commands.".formatted(files, program));
    }
    String lower = files.toLowerCase(Locale.ROOT);
    String by = (type + " " + program).toLowerCase(Locale.ROOT);
    boolean code = CODE_HANDLERS.stream().anyMatch(by::contains);
    if (code
        && Arrays.stream(lower.split(","))
            .anyMatch(f -> STATIC_NAMES.stream().anyMatch(f.strip()::endsWith))) {
      add(
          ConfigTopic.SCRIPT_MAP,
          place,
          name,
          files,
          true,
          "Files named '%s' are run as server code.".formatted(files));
    }
  }

  /** Programs of Windows that run whatever they are given. */
  private static boolean isShell(String program) {
    String plain = program.toLowerCase(Locale.ROOT).replace('\\', '/').replace("\"", "");
    String name = plain.substring(plain.lastIndexOf('/') + 1);
    return SHELLS.stream().anyMatch(name::startsWith);
  }

  private static boolean ownProgram(String program) {
    String plain = program.toLowerCase(Locale.ROOT).replace('\\', '/').replace("\"", "");
    return plain.startsWith("%windir%/")
        || plain.startsWith("%systemroot%/")
        || plain.startsWith("c:/windows/system32/")
        || plain.startsWith("c:/windows/microsoft.net/")
        || plain.startsWith("%programfiles%/")
        || plain.contains(":/program files");
  }

  private void removed(String parent, ConfigPlace place, Attributes a) {
    boolean modules = parent.equals("modules");
    if (modules && a.is("name", "HttpRequestFilteringModule")) {
      add(
          ConfigTopic.AMSI,
          place,
          a.get("name"),
          "removed",
          true,
          "Exchange's module that has requests scanned for malware is removed.");
    }
  }

  private void logFile(String parent, ConfigPlace place, Attributes a) {
    if (!parent.equals("site") && !parent.equals("sitedefaults")) {
      return;
    }
    boolean enabled = !a.is("enabled", "false");
    List<String> fields =
        Arrays.stream(a.get("logextfileflags").split(","))
            .map(String::strip)
            .filter(f -> !f.isEmpty())
            .toList();
    String name = parent.equals("site") ? site : "";
    logs.add(
        new SiteLog(
            place,
            name,
            parent.equals("site") ? siteId : "",
            enabled,
            a.get("logformat"),
            a.get("directory"),
            fields,
            a.is("localtimerollover", "true")));
    if (!enabled) {
      add(
          ConfigTopic.LOGGING_OFF,
          place,
          name,
          "enabled=false",
          true,
          name.isEmpty() ? "Sites do not log." : "The site '%s' does not log.".formatted(name));
    }
  }

  private void directory(ConfigPlace place, Attributes a) {
    String folder = a.get("physicalpath");
    ServedFolder kind = ServedFolder.of(folder);
    if (kind != ServedFolder.USUAL) {
      String of = site.isEmpty() ? "A site" : "The site '" + site + "'";
      add(
          ConfigTopic.ODD_DIRECTORY,
          place,
          a.get("path"),
          folder,
          kind == ServedFolder.ODD,
          "%s serves '%s' as '%s', %s.".formatted(of, folder, a.get("path"), kind.why()));
    }
  }
}
