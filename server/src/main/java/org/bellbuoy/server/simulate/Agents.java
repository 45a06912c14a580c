package org.bellbuoy.server.simulate;

import java.util.List;

/** User agents and addresses. Addresses are those set aside for examples and tests. */
final class Agents {
  static final List<String> BROWSERS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/138.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/18.5 Safari/605.1.15",
          "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko");
  static final String OFFICE =
      "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Word 16.0.18526; Pro)";
  static final String CRAWLER =
      "Mozilla/4.0 (compatible; MSIE 4.01; Windows NT; MS Search 6.0 Robot)";
  static final String SOAP =
      "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)";

  /** Seen in the first wave, and widely by honest users of that browser. */
  static final String FIREFOX_120 =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0";

  static final List<String> ATTACKERS =
      List.of(FIREFOX_120, "python-requests/2.32.3", "-", "curl/8.5.0", BROWSERS.get(1));
  static final List<String> SCANNERS =
      List.of(
          "Mozilla/5.0 zgrab/0.x",
          "python-requests/2.31.0",
          "curl/7.88.1",
          "-",
          "Mozilla/5.0 (compatible; SimulatedResearchScanner/1.0)",
          "Go-http-client/1.1");

  /** What scanners ask any web server for. */
  static final List<String> PROBED =
      List.of(
          "/robots.txt",
          "/favicon.ico",
          "/xmlrpc.php",
          "/wp-login.php",
          "/phpmyadmin/index.php",
          "/manager/html",
          "/server-status",
          "/.env",
          "/.git/config",
          "/jmx-console/",
          "/invoker/JMXInvokerServlet",
          "/cgi-bin/test.cgi",
          "/testproxy.php",
          "/command.php",
          "/admin/config.php",
          "/HNAP1",
          "/actuator/health",
          "/solr/admin/info/system",
          "/CFIDE/administrator/",
          "/web-console/ServerInfo.jsp",
          "/sitemap.xml",
          "/cmd.aspx",
          "/shell.aspx",
          "/upload.aspx",
          "/aspnet_client/",
          "/aspnet_client/shell.aspx");

  private Agents() {}

  static String attacker(Chance chance) {
    return chance.pick(List.of("203.0.113.", "198.51.100.", "192.0.2.")) + chance.between(2, 250);
  }

  /** Somewhere on the internet, in the range for benchmarks. */
  static String stranger(Chance chance) {
    return "198." + chance.between(18, 19) + "." + chance.below(256) + "." + chance.between(1, 254);
  }
}
