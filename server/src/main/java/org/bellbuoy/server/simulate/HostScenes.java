package org.bellbuoy.server.simulate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What happens on the machine: children of the worker process, modules of IIS. */
final class HostScenes {
  static final String WORKER = "C:\\Windows\\System32\\inetsrv\\w3wp.exe";
  private static final String COMMAND = "C:\\Windows\\System32\\cmd.exe";
  private static final String SHELL =
      "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
  static final String COMPILER = "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\csc.exe";

  private HostScenes() {}

  static String pool(Server server) {
    String name = server.exchange() ? "MSExchangeOWAAppPool" : "SharePoint - 80";
    return "c:\\windows\\system32\\inetsrv\\w3wp.exe -ap \"" + name + "\" -v \"v4.0\"";
  }

  /** A command that the worker process starts. */
  static EventLine child(long at, String command, Server server) {
    return EventLine.process(
        at, COMMAND, "\"" + COMMAND + "\" /c " + command, WORKER, pool(server));
  }

  static void children(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.moment(act, chance);
    if (act.benign()) {
      act.note("ASP.NET compiles a page");
      EventLine event =
          act.variant() == 2
              ? EventLine.created(at, COMPILER, "\"" + COMPILER + "\" /t:library", WORKER)
              : EventLine.process(
                  at, COMPILER, "\"" + COMPILER + "\" /t:library", WORKER, pool(server));
      server.event(act, event, "csc.exe");
      return;
    }
    act.note("the worker process starts a shell");
    switch (act.variant()) {
      case 0 -> {
        for (String command : List.of("whoami", "net user", "ipconfig /all")) {
          server.event(act, child(at, command, server), command);
          at += 4_000;
        }
      }
      case 1 -> {
        String nothing = "$base64String = 'SIMULATED'";
        String encoded =
            Base64.getEncoder().encodeToString(nothing.getBytes(StandardCharsets.UTF_16LE));
        String command = "powershell -EncodedCommand " + encoded;
        server.event(act, child(at, command, server), "EncodedCommand");
        server.event(
            act,
            EventLine.process(at + 40, SHELL, command, COMMAND, "cmd.exe /c " + command),
            "EncodedCommand");
      }
      default ->
          server.event(
              act, EventLine.created(at, COMMAND, "cmd.exe /c whoami /all", WORKER), "whoami /all");
    }
  }

  static void module(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.moment(act, chance);
    String name =
        act.benign()
            ? List.of("DirectoryListingModule", "ProtocolSupportModule").get(act.variant())
            : act.variant() == 0 ? "Sim" + chance.letters(5) + "Module" : "HttpCacheModu1e";
    act.note(act.benign() ? "a module of IIS itself was turned on" : "module " + name + " added");
    String path = "/system.webServer/modules/add[@name=\"" + name + "\"]";
    server.event(act, EventLine.configuration(at, path, name), name);
    server.config.modules.add(name);
    server.config.modifiedMillis = Math.max(server.config.modifiedMillis, at);
    act.file(Layout.APPLICATION_HOST);
  }
}
