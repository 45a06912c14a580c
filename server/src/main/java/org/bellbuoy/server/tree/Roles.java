package org.bellbuoy.server.tree;

import com.google.re2j.Pattern;
import java.util.Set;

/** Tells what a file is for by its path and name alone. */
final class Roles {
  /** Extensions that IIS, ASP.NET, PHP, Java servers and the like run or read as code. */
  private static final Set<String> SCRIPTS =
      Set.of(
          "aspx", "ashx", "asmx", "ascx", "asax", "asp", "asa", "cer", "cdx", "cshtml", "vbhtml",
          "master", "svc", "soap", "rem", "aspq", "axd", "xamlx", "htr", "shtml", "shtm", "stm",
          "idc", "php", "php3", "php4", "php5", "php7", "phtml", "phar", "pht", "jsp", "jspx",
          "jspf", "jsw", "jsv", "cfm", "cfml", "cfc");

  /** Of these only in web folders: elsewhere they are certificates and the like. */
  private static final Set<String> SCRIPTS_IN_WEB = Set.of("cer", "cdx", "master", "rem", "idc");

  /** Dumps and archives, which also lie in Windows' own folders for temporary files. */
  private static final Set<String> LEFT = Set.of("dmp", "mdmp", "dump", "zip", "7z", "rar", "cab");

  private static final Set<String> COMPILED =
      Set.of("compiled", "dll", "cs", "vb", "cmdline", "out", "err", "delete");

  private static final Set<String> BUILD_PROGRAMS =
      Set.of(
          "exsetup.exe",
          "microsoft.sharepoint.dll",
          "microsoft.exchange.diagnostics.dll",
          "microsoft.exchange.data.dll",
          "microsoft.exchange.setup.bootstrapper.common.dll");

  private static final Pattern IIS_LOG =
      Pattern.compile("(?:u_)?(?:ex|in|extend)\\d{2,10}(?:_x)?(?:[._-].*)?\\.log");
  private static final Pattern NCSA_LOG = Pattern.compile("(?:u_)?nc\\d{2,10}(?:_x)?\\.log");
  private static final Pattern ACCESS_LOG =
      Pattern.compile(
          "(?:.*[._-])?access(?:[._-]?logs?)?(?:[._-].*)?|(?:.*[._-])?access_log.*|.*\\.access");
  private static final Pattern BUILD_TEXT =
      Pattern.compile(
          ".*(?:get-spfarm|get-spproduct|get-exchangeserver|exsetup|buildversion|"
              + "admindisplayversion|sharepointteamservices).*\\.(?:txt|csv|json|xml|log|tsv)");

  private Roles() {}

  static boolean script(MatchPath path) {
    String extension = path.extension();
    return SCRIPTS.contains(extension) && (!SCRIPTS_IN_WEB.contains(extension) || web(path));
  }

  /** Role by place and name; {@link FileRole#OTHER} where these do not tell. */
  static FileRole of(MatchPath path) {
    String name = path.name();
    if (name.endsWith(".evtx")) {
      return FileRole.EVTX;
    }
    if (name.equals("applicationhost.config")) {
      // Its history is kept by IIS beside it: what was, not what is.
      return path.has("/inetpub/history/") ? FileRole.OTHER : FileRole.APPLICATION_HOST_CONFIG;
    }
    if (BUILD_PROGRAMS.contains(name) || BUILD_TEXT.matches(name)) {
      return FileRole.BUILD_INFO;
    }
    if (path.has("/temporary asp.net files/")
        || (name.startsWith("app_web_") && name.endsWith(".dll"))) {
      return COMPILED.contains(path.extension()) ? FileRole.COMPILED_PAGE : FileRole.OTHER;
    }
    FileRole log = log(path);
    if (log != FileRole.OTHER) {
      return log;
    }
    if (path.has("/winsxs/")) {
      return FileRole.OTHER;
    }
    if (name.equals("web.config")) {
      return FileRole.WEB_CONFIG;
    }
    if (script(path)) {
      return FileRole.WEB_SCRIPT;
    }
    return web(path) ? FileRole.WEB_FILE : FileRole.OTHER;
  }

  private static FileRole log(MatchPath path) {
    String name = path.name();
    boolean log = name.endsWith(".log");
    if (log && (path.has("/httperr/") || name.startsWith("httperr"))) {
      return FileRole.HTTPERR_LOG;
    }
    if (log && (path.has("/logging/httpproxy/") || name.startsWith("httpproxy_"))) {
      return FileRole.HTTP_PROXY_LOG;
    }
    if (log && (path.has("/logging/ecp/server/") || name.startsWith("ecpserver"))) {
      return FileRole.ECP_LOG;
    }
    if (log && (path.has("/logging/oabgeneratorlog/") || name.startsWith("oabgenerator"))) {
      return FileRole.OAB_LOG;
    }
    if (log && NCSA_LOG.matches(name)) {
      return FileRole.ACCESS_LOG;
    }
    if (log && (IIS_LOG.matches(name) || path.has("/logfiles/w3svc"))) {
      return FileRole.IIS_LOG;
    }
    boolean text =
        log
            || path.extension().isEmpty()
            || path.extension().equals("txt")
            || !SCRIPTS.contains(path.extension()) && name.contains("access_log");
    return text && !path.inWindowsLayout() && ACCESS_LOG.matches(name)
        ? FileRole.ACCESS_LOG
        : FileRole.OTHER;
  }

  /** Whether a web server serves from there. */
  static boolean web(MatchPath path) {
    if (path.has("/inetpub/logs/") || path.has("/inetpub/history/") || path.has("/inetpub/temp/")) {
      return false;
    }
    return path.has("/inetpub/")
        || path.has("/wwwroot/")
        || path.has("/virtualdirectories/")
        || path.has("/frontend/httpproxy/")
        || path.has("/clientaccess/")
        || path.has("/htdocs/")
        || path.has("/webapps/")
        || path.has("/var/www/")
        || ((path.has("/web server extensions/") || path.has("/webser~1/"))
            && (path.has("/template/") || path.has("/isapi/") || path.has("/config/")));
  }

  /** Whether a file of no role may still be kept: detectors look at names of dumps and archives. */
  static boolean kept(MatchPath path) {
    return (!path.has("/windows/") && !path.has("/program files") && !path.has("/appdata/"))
        || (LEFT.contains(path.extension()) && (path.has("/temp/") || path.has("lsass")));
  }

  /** Whether the first bytes are worth a look. */
  static boolean mayTell(MatchPath path) {
    // Exports of events are often put beside the logs that they are of.
    return (!path.inWindowsLayout() || path.has("/winevt/"))
        && Set.of("log", "txt", "csv", "tsv", "json", "jsonl", "ndjson", "xml", "evt", "dat", "")
            .contains(dated(path.extension()));
  }

  /** Rotated logs end with a number or a day. */
  private static String dated(String extension) {
    return extension.chars().allMatch(c -> Character.isDigit(c) || c == '-') ? "" : extension;
  }
}
