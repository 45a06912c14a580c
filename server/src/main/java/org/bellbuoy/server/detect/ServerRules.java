package org.bellbuoy.server.detect;

import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.page.RarePageOptions;

/** The rules of the server watch, as people read them. */
public final class ServerRules {
  private static final ToolShellOptions TOOL_SHELL = ToolShellOptions.defaults();
  private static final RarePageOptions RARE = RarePageOptions.defaults();
  private static final LogCoverageOptions LOGS = LogCoverageOptions.defaults();

  private static final String HANDLED_ONLY =
      "That commands were run or keys were taken: a log shows that a request was handled, not what its"
          + " body did.";
  private static final List<String> SCANS =
      List.of(
          "A vulnerability scan that the owner ordered sends the same requests",
          "A honeypot or a reverse proxy answers 200 to everything");
  private static final String CSS_EXCHANGE =
      "Microsoft CSS-Exchange, Security/src/Test-ProxyLogon.ps1 (MIT)";

  /** Entry through the tool pane and what follows. */
  public static final Rule TOOLSHELL =
      new Rule(
          "server.toolshell",
          1,
          "Entry into SharePoint through the tool pane",
          "A client posted to the tool pane as CVE-2025-49704/49706/53770/53771 need it; the state says"
              + " whether the server handled, refused or lacked it, and names pages that first"
              + " answered afterwards.",
          HANDLED_ONLY,
          List.of(
              hours(
                  "chain",
                  TOOL_SHELL.chainMillis(),
                  "A page first seen so soon after an entry belongs" + " to it."),
              new Parameter(
                  "large-answer",
                  Long.toString(TOOL_SHELL.largeAnswerBytes()),
                  "bytes",
                  "An answer at least so large may carry keys.")),
          List.of(
              "Microsoft, Disrupting active exploitation of on-premises SharePoint vulnerabilities,"
                  + " 2025-07-22",
              "CISA malware analysis report on ToolShell",
              "SANS ISC diary 2025-12-02"),
          List.of(
              "A vulnerability scan that the owner ordered sends the same requests",
              "A page of SharePoint that nobody had asked for before is first asked for by chance",
              "Where the log lacks referer or user, an editor's own request"));

  /** View state posted by somebody who may hold the key. */
  public static final Rule VIEW_STATE =
      new Rule(
          "server.viewstate",
          1,
          "View state posted without a session",
          "A client without referer and session posted much to a page that needs no such request; with"
              + " ASP.NET's word that the MAC had passed, it may hold the machine key.",
          "That the key was stolen: programs of the house can post so too.",
          List.of(
              new Parameter(
                  "view-state-bytes",
                  Long.toString(TOOL_SHELL.viewStateBytes()),
                  "bytes",
                  "Smaller requests are left out.")),
          List.of("ACSC advisory 2020-006", "Microsoft, WebEventCodes 50203"),
          List.of(
              "A signed-out tab posts its page again",
              "Servers of one farm with different keys",
              "A load test"));

  /** CVE-2021-26855, 26857, 26858, 27065. */
  public static final Rule PROXYLOGON =
      exchange(
          "server.proxylogon",
          "ProxyLogon",
          "Requests or log lines as CVE-2021-26855, 26858 and 27065 leave them.",
          List.of("Exchange's own monitoring asks for localhost", "An administrator sets a URL"));

  /** CVE-2021-34473, 34523, 31207. */
  public static final Rule PROXYSHELL =
      exchange(
          "server.proxyshell",
          "ProxyShell",
          "Autodiscover was asked in a way that reaches a back end, as CVE-2021-34473 needs it.",
          List.of());

  /** CVE-2021-33766. */
  public static final Rule PROXYTOKEN =
      exchange(
          "server.proxytoken",
          "ProxyToken",
          "A mailbox rule was made without signing in, as CVE-2021-33766 allows it.",
          List.of("The log does not record the user of forms sign-in"));

  /** CVE-2022-41040, 41082. */
  public static final Rule PROXYNOTSHELL =
      exchange(
          "server.proxynotshell",
          "ProxyNotShell",
          "A signed-in user reached PowerShell through autodiscover, as CVE-2022-41040 allows it.",
          List.of());

  /** CVE-2022-41080. */
  public static final Rule OWASSRF =
      exchange(
          "server.owassrf",
          "OWASSRF",
          "PowerShell was asked for through the web mail front end, as CVE-2022-41080 allows it.",
          List.of("Exchange's own probes, where they hide their agent"));

  /** CVE-2020-0688. */
  public static final Rule EXCHANGE_VIEW_STATE =
      exchange(
          "server.exchange-viewstate",
          "View state with the key that all Exchange servers shared",
          "View state came in the query of a request, as for CVE-2020-0688.",
          List.of());

  /** Attacks on other products that failed. */
  public static final Rule WEB_ATTEMPT =
      new Rule(
          "server.web-attempt",
          1,
          "Web attacks of other kinds that failed",
          "Requests with words of attacks were answered with 400 or more, or a client asked in vain for"
              + " three or more known weak spots of other products. One finding for each kind.",
          "That such requests which were answered did nothing: those are not looked at. Rules of your"
              + " own tell them.",
          List.of(),
          List.of("OWASP CRS 4, rules 930, 932, 941 and 942"),
          List.of("A vulnerability scan that the owner ordered", "A search for such words"));

  /** A page used as no other. */
  public static final Rule RARE_PAGE =
      new Rule(
          "server.rare-page",
          1,
          "Page used as hardly any other of its server",
          "A page answers one to three clients in ways that, added up, the server's other pages are not"
              + " asked in: POST, no referer or agent, the same query, answers of many sizes, late"
              + " appearance, a folder of files.",
          "That the page is a shell: nothing of its content is known. Only with a decisive trait is it"
              + " strong.",
          List.of(
              number("most-clients", RARE.mostClients(), "clients", "Pages of more are not rare."),
              number("least-requests", RARE.leastRequests(), "requests", "Fewer are left out."),
              number(
                  "strong", RARE.strong(), "points", "From here on strong, with a decisive trait."),
              number("medium", RARE.medium(), "points", "From here on medium."),
              number("weak", RARE.weak(), "points", "From here on told at all."),
              hours(
                  "long-span",
                  RARE.longSpanMillis(),
                  "In shorter logs the first day says nothing."),
              number(
                  "least-peers", RARE.leastPeers(), "pages", "With fewer there is no comparison."),
              number("most-pages", PageTable.MOST_PAGES, "pages", "Pages kept for each server.")),
          List.of(
              "ACSC advisory 2020-006", "NSA and ASD 2020, Detect and prevent web shell malware"),
          List.of(
              "An interface that one customer or payment service uses",
              "A monitor, a backup agent or a device that names no agent",
              "An upload page of the webmaster",
              "A page that was just put in place"));

  /** Scripts in web folders. */
  public static final Rule WEB_SCRIPT =
      new Rule(
          "server.web-script",
          1,
          "Script in a web folder",
          "A file that the web server runs has the name, the traits or the digest of a shell, or lies"
              + " where the product has none.",
          "That it was run, or by whom it was put there.",
          List.of(),
          List.of("NSA and ASD 2020, Detect and prevent web shell malware"),
          List.of(
              "A tool of the administrators",
              "A part of another product",
              "A sample kept by an antivirus program"));

  /** Machine keys. */
  public static final Rule MACHINE_KEY =
      new Rule(
          "server.machine-key",
          1,
          "Machine key that may be known",
          "The key is older than the end of the exposure, stands on unrelated servers, is written out in"
              + " a configuration or is in a list of public keys.",
          "That somebody holds the key. Keys are compared by fingerprint and never kept.",
          List.of(),
          List.of("Microsoft, guidance on CVE-2025-53770, 2025-07-22"),
          List.of(
              "Servers of one farm share a key by design",
              "The file's time was changed by a copy"));

  /** Configuration. */
  public static final Rule CONFIG =
      new Rule(
          "server.config",
          1,
          "Configuration of the web server changed in a way that lets somebody back in",
          "A module, handler, script map or virtual directory that the product does not bring, or view"
              + " state without integrity check, or logging switched off.",
          "That an intruder did it.",
          List.of(),
          List.of("Microsoft, IIS modules: how web server extensions can be weaponized, 2022"),
          List.of("An addition of a product or of the administrators"));

  /** Dumps and archives. */
  public static final Rule LEFT_FILE =
      new Rule(
          "server.left-file",
          1,
          "Dump or archive where a server keeps none",
          "A dump of lsass, or an archive in ProgramData, a folder for temporary files or a web"
              + " folder, by name and place.",
          "What is in it, or who put it there: it is not opened.",
          List.of(),
          List.of(CSS_EXCHANGE),
          List.of(
              "A dump made for support",
              "Quarantine of an antivirus program",
              "A package that an installer or an administrator left"));

  /** Windows events. */
  public static final Rule EVENT =
      new Rule(
          "server.event",
          1,
          "Windows event of a web or mail server that ordinary work does not make",
          "A web process started a tool, a script was written into a web folder, view state, a module or"
              + " a command of Exchange was used as intruders use it.",
          "Anything about events that were not logged: without Sysmon or process auditing most of this"
              + " cannot be seen.",
          List.of(),
          List.of(CSS_EXCHANGE, "MITRE ATT&CK T1505.003, T1505.004", "ACSC advisory 2020-006"),
          List.of(
              "An administrator working under the application's account",
              "An application that is made to start programs",
              "A deployment tool that is not among the known installers",
              "Keys that differ between servers of a farm, for failed integrity checks"));

  /** Coverage of logs. */
  public static final Rule COVERAGE =
      new Rule(
          "server.coverage",
          1,
          "Days for which the logs cannot be relied on",
          "Days are missing or have far fewer rows than the same weekday near them, columns are absent,"
              + " or the clock went back. Nothing seen is said of other days only.",
          "That logs were removed on purpose.",
          List.of(
              number(
                  "thin-share", LOGS.thinShare(), "share", "With less of the usual rows, thinned."),
              number(
                  "least-usual-rows",
                  LOGS.leastUsualRows(),
                  "rows",
                  "Only where so many are usual."),
              number(
                  "least-usual-hour",
                  LOGS.leastUsualHour(),
                  "rows",
                  "A silent hour needs so many."),
              number(
                  "most-silent-hours",
                  LOGS.mostSilentHours(),
                  "hours",
                  "With more, covered in part."),
              number("clock-back", LOGS.clockBackMillis() / 60_000, "minutes", "Earlier by more.")),
          List.of("Hampel 1974: medians against outliers"),
          List.of(
              "Maintenance, holidays, a move to another server", "A log that was not collected"));

  private ServerRules() {}

  /** All rules, in the order people read them. */
  public static List<Rule> all() {
    return List.of(
        TOOLSHELL,
        VIEW_STATE,
        PROXYLOGON,
        PROXYSHELL,
        PROXYTOKEN,
        PROXYNOTSHELL,
        OWASSRF,
        EXCHANGE_VIEW_STATE,
        WEB_ATTEMPT,
        RARE_PAGE,
        WEB_SCRIPT,
        MACHINE_KEY,
        CONFIG,
        LEFT_FILE,
        EVENT,
        COVERAGE);
  }

  private static Rule exchange(String id, String title, String claims, List<String> innocent) {
    return new Rule(
        id,
        1,
        title,
        claims + " The state says what the server answered.",
        HANDLED_ONLY,
        List.of(),
        List.of(CSS_EXCHANGE),
        Stream.concat(SCANS.stream(), innocent.stream()).toList());
  }

  private static Parameter hours(String name, long millis, String meaning) {
    return new Parameter(name, millis / 3_600_000 + "h", "time", meaning);
  }

  private static Parameter number(String name, long value, String unit, String meaning) {
    return new Parameter(name, Long.toString(value), unit, meaning);
  }

  private static Parameter number(String name, double value, String unit, String meaning) {
    return new Parameter(name, Double.toString(value), unit, meaning);
  }
}
