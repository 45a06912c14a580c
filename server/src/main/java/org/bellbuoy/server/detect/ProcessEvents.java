package org.bellbuoy.server.detect;

import java.util.Locale;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;

/** Processes and connections that a web or mail process should not make. */
final class ProcessEvents {
  private static final Set<String> WORKERS =
      Set.of(
          "w3wp.exe",
          "umworkerprocess.exe",
          "umservice.exe",
          "msexchangemailboxreplication.exe",
          "httpd.exe",
          "nginx.exe",
          "php-cgi.exe",
          "tomcat.exe",
          "tomcat5.exe",
          "tomcat6.exe",
          "tomcat7.exe",
          "tomcat8.exe",
          "tomcat9.exe");

  /** Programs for commands, scripts, looking around and fetching. */
  private static final Set<String> TOOLS =
      Set.of(
          "cmd.exe",
          "powershell.exe",
          "pwsh.exe",
          "powershell_ise.exe",
          "wscript.exe",
          "cscript.exe",
          "mshta.exe",
          "rundll32.exe",
          "regsvr32.exe",
          "certutil.exe",
          "bitsadmin.exe",
          "msbuild.exe",
          "installutil.exe",
          "net.exe",
          "net1.exe",
          "whoami.exe",
          "ipconfig.exe",
          "nltest.exe",
          "nslookup.exe",
          "systeminfo.exe",
          "tasklist.exe",
          "taskkill.exe",
          "quser.exe",
          "query.exe",
          "qwinsta.exe",
          "hostname.exe",
          "ping.exe",
          "tracert.exe",
          "netstat.exe",
          "arp.exe",
          "route.exe",
          "netsh.exe",
          "sc.exe",
          "schtasks.exe",
          "at.exe",
          "wmic.exe",
          "reg.exe",
          "dsquery.exe",
          "dsget.exe",
          "adfind.exe",
          "vssadmin.exe",
          "ntdsutil.exe",
          "procdump.exe",
          "procdump64.exe",
          "psexec.exe",
          "curl.exe",
          "wget.exe",
          "bash.exe",
          "sh.exe",
          "find.exe",
          "findstr.exe",
          "icacls.exe",
          "cacls.exe",
          "attrib.exe",
          "appcmd.exe",
          "xcopy.exe",
          "robocopy.exe",
          "rar.exe",
          "7z.exe",
          "plink.exe",
          "comsvcs.exe");

  /** What worker processes start in ordinary work: compilers, error reports. */
  private static final Set<String> ORDINARY =
      Set.of(
          "csc.exe",
          "cvtres.exe",
          "vbc.exe",
          "vbccompiler.exe",
          "vbcscompiler.exe",
          "werfault.exe",
          "wermgr.exe",
          "werfaultsecure.exe",
          "conhost.exe",
          "w3wp.exe",
          "php-cgi.exe",
          "httpd.exe",
          "aspnetcore.exe",
          "dotnet.exe",
          "node.exe",
          "umworkerprocess.exe",
          "dw20.exe");

  private static final Set<String> MANAGEMENT_PORTS = Set.of("22", "3389", "5985", "5986");
  private static final Set<String> FILE_PORTS = Set.of("139", "445");

  private ProcessEvents() {}

  static void check(WindowsEvent event, EventNotes notes) {
    if (EventText.isSysmon(event) && event.eventId() == 1) {
      process(
          EventText.value(event, "ParentImage"),
          EventText.value(event, "Image"),
          EventText.value(event, "CommandLine"),
          EventText.value(event, "User"),
          notes);
    } else if (event.eventId() == 4688 && EventText.isChannel(event, "security")) {
      process(
          EventText.value(event, "ParentProcessName"),
          EventText.value(event, "NewProcessName"),
          EventText.value(event, "CommandLine"),
          EventText.value(event, "SubjectUserName"),
          notes);
    } else if (EventText.isSysmon(event) && event.eventId() == 3) {
      connection(event, notes);
    }
  }

  private static void process(
      String parentPath, String childPath, String commandLine, String user, EventNotes notes) {
    String parent = EventText.fileName(parentPath);
    String child = EventText.fileName(childPath);
    String command = commandLine.isEmpty() ? childPath : commandLine;
    String quote = parentPath + " -> " + command + " (" + user + ")";
    boolean pool = user.toUpperCase(Locale.ROOT).startsWith("IIS APPPOOL\\");
    if (child.equals("appcmd.exe") && appcmd(command, user, pool, quote, notes)) {
      return;
    }
    if (WORKERS.contains(parent)) {
      if (TOOLS.contains(child)) {
        notes.note(EventSign.SHELL_CHILD, EntryState.SUCCEEDED, command, quote);
      } else if (!ORDINARY.contains(child) && !child.isEmpty()) {
        notes.note(EventSign.OTHER_CHILD, EntryState.SUCCEEDED, command, quote);
      }
    } else if (pool && TOOLS.contains(child)) {
      notes.note(EventSign.POOL_ACCOUNT, EntryState.SUCCEEDED, command, quote);
    }
  }

  private static boolean appcmd(
      String command, String user, boolean pool, String quote, EventNotes notes) {
    String lower = command.toLowerCase(Locale.ROOT);
    if (!lower.contains(" list ")) {
      return false;
    }
    if (lower.contains("password") || lower.contains("/text:*")) {
      notes.note(EventSign.PASSWORDS, EntryState.SUCCEEDED, user, quote);
      return true;
    }
    if (pool) {
      notes.note(EventSign.LISTING, EntryState.SUCCEEDED, user, quote);
    }
    return pool;
  }

  private static void connection(WindowsEvent event, EventNotes notes) {
    String image = EventText.value(event, "Image");
    if (!WORKERS.contains(EventText.fileName(image))
        || !EventText.value(event, "Initiated").equalsIgnoreCase("true")) {
      return;
    }
    String port = EventText.value(event, "DestinationPort");
    String host = EventText.value(event, "DestinationIp");
    boolean local =
        host.startsWith("127.")
            || host.equals("::1")
            || host.equals("0:0:0:0:0:0:0:1")
            || host.equals(EventText.value(event, "SourceIp"));
    String to = host + ":" + port;
    String quote = image + " -> " + to;
    if (MANAGEMENT_PORTS.contains(port) || (local && FILE_PORTS.contains(port))) {
      notes.note(EventSign.LOCAL_TUNNEL, EntryState.SUCCEEDED, to, quote);
    } else if (FILE_PORTS.contains(port)) {
      notes.note(EventSign.FILE_SHARE, EntryState.SUCCEEDED, to, quote);
    }
  }
}
