package org.bellbuoy.server.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;

/** Files written into web folders, as Sysmon's event 11 tells. */
final class FileEvents {
  private static final List<String> WEB_FOLDERS =
      List.of(
          "\\inetpub\\wwwroot\\",
          "\\frontend\\httpproxy\\",
          "\\clientaccess\\owa\\",
          "\\clientaccess\\ecp\\",
          "\\clientaccess\\autodiscover\\",
          "\\clientaccess\\oab\\",
          "\\template\\layouts\\",
          "\\web server extensions\\",
          "\\webser~1\\",
          "\\wss\\virtualdirectories\\",
          "\\aspnet_client\\",
          "\\htdocs\\",
          "\\webapps\\");

  /** Of these, in which no administrator puts a page. */
  private static final List<String> PRODUCT_FOLDERS =
      List.of("\\frontend\\httpproxy\\", "\\clientaccess\\", "\\aspnet_client\\");

  private static final Set<String> RUN_ENDINGS =
      Set.of(
          "asa", "asax", "ascx", "ashx", "asmx", "asp", "aspx", "cer", "cshtml", "jsp", "jspx",
          "php", "phtml", "cfm", "svc", "soap", "war");

  /** Odd only where a web or shell process writes them. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of("bat", "cmd", "hta", "js", "ps1", "psm1", "vbs", "dll", "exe", "htm", "html", "css");

  private static final Set<String> SERVERS =
      Set.of(
          "w3wp.exe",
          "cmd.exe",
          "powershell.exe",
          "pwsh.exe",
          "wscript.exe",
          "cscript.exe",
          "mshta.exe",
          "rundll32.exe",
          "certutil.exe",
          "umworkerprocess.exe",
          "umservice.exe",
          "msexchangemailboxreplication.exe",
          "bitsadmin.exe",
          "curl.exe");

  /** Of these, what a person starts as well as a server does. */
  private static final Set<String> SHELLS =
      Set.of("cmd.exe", "powershell.exe", "pwsh.exe", "certutil.exe", "bitsadmin.exe", "curl.exe");

  private static final Set<String> INSTALLERS =
      Set.of(
          "msiexec.exe",
          "tiworker.exe",
          "trustedinstaller.exe",
          "psconfig.exe",
          "psconfigui.exe",
          "owstimer.exe",
          "exsetup.exe",
          "exsetupui.exe",
          "setup.exe",
          "msdeploy.exe",
          "msdepsvc.exe",
          "msdeploysvc.exe",
          "wusa.exe",
          "poqexec.exe",
          "svchost.exe",
          "robocopy.exe");

  private static final Set<String> TRANSPORT =
      Set.of(
          "edgetransport.exe", "msexchangetransport.exe", "exsetup.exe", "w3wp.exe", "msiexec.exe");

  private FileEvents() {}

  static void check(WindowsEvent event, EventNotes notes) {
    if (!EventText.isSysmon(event) || event.eventId() != 11) {
      return;
    }
    String file = EventText.value(event, "TargetFilename");
    String lower = lower(file);
    String name = EventText.fileName(file);
    String image = EventText.value(event, "Image");
    String writer = EventText.fileName(image);
    String quote = image + " wrote " + file;
    if (name.endsWith(".compiled") && lower.contains("\\temporary asp.net files\\")) {
      notes.note(EventSign.COMPILED, EntryState.SUCCEEDED, compiledPage(name), quote);
    } else if (lower.endsWith("\\transportroles\\shared\\agents.config")) {
      if (!TRANSPORT.contains(writer)) {
        notes.note(EventSign.AGENT_CONFIG, EntryState.PERSISTED, file, quote);
      }
    } else if (name.equals("web.config") || name.equals("applicationhost.config")) {
      if (SERVERS.contains(writer) && !writer.equals("w3wp.exe")) {
        notes.note(EventSign.CONFIG_WRITTEN, EntryState.PERSISTED, file, quote);
      }
    } else if (WEB_FOLDERS.stream().anyMatch(lower::contains)) {
      script(name, writer, EventText.value(event, "User"), file, quote, notes);
    }
  }

  private static void script(
      String name, String writer, String user, String file, String quote, EventNotes notes) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    boolean run = RUN_ENDINGS.contains(ending);
    boolean own = PRODUCT_FOLDERS.stream().anyMatch(folder -> lower(file).contains(folder));
    if (run && !own && SHELLS.contains(writer) && isPerson(user)) {
      notes.note(EventSign.SCRIPT_DEPLOYED, EntryState.PERSISTED, file, quote + " as " + user);
    } else if (SERVERS.contains(writer) && (run || OTHER_ENDINGS.contains(ending))) {
      notes.note(EventSign.SCRIPT_BY_SERVER, EntryState.PERSISTED, file, quote);
    } else if (run && writer.equals("system")) {
      notes.note(
          own ? EventSign.SCRIPT_BY_SHARE : EventSign.SCRIPT_DEPLOYED,
          EntryState.PERSISTED,
          file,
          quote);
    } else if (run && !INSTALLERS.contains(writer)) {
      notes.note(EventSign.SCRIPT_BY_OTHER, EntryState.PERSISTED, file, quote);
    }
  }

  private static String lower(String file) {
    return file.replace('/', '\\').toLowerCase(Locale.ROOT);
  }

  /** Whether an account is named that is none of Windows' own, under which servers run. */
  private static boolean isPerson(String user) {
    String lower = user.toLowerCase(Locale.ROOT);
    return lower.contains("\\")
        && !lower.startsWith("nt authority\\")
        && !lower.startsWith("nt service\\")
        && !lower.startsWith("iis apppool\\")
        && !lower.startsWith("window manager\\")
        && !lower.endsWith("$");
  }

  /** {@code ohyeah.aspx.fdf7a39c.compiled} came of {@code ohyeah.aspx}. */
  private static String compiledPage(String name) {
    String page = name.substring(0, name.length() - ".compiled".length());
    int hash = page.lastIndexOf('.');
    return hash < 0 ? page : page.substring(0, hash);
  }
}
