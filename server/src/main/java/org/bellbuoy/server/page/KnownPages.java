package org.bellbuoy.server.page;

import java.util.Set;

/** Pages of SharePoint, Exchange and web servers that programs ask for, one client at a time. */
final class KnownPages {
  private static final Set<String> PATHS =
      Set.of(
          "/autodiscover/autodiscover.xml",
          "/autodiscover/autodiscover.json",
          "/autodiscover/autodiscover.svc",
          "/ews/exchange.asmx",
          "/ews/services.wsdl",
          "/rpc/rpcproxy.dll",
          "/rpcwithcert/rpcproxy.dll",
          "/mapi/emsmdb",
          "/mapi/nspi",
          "/microsoft-server-activesync",
          "/microsoft-server-activesync/default.eas",
          "/powershell",
          "/owa/auth.owa",
          "/owa/ev.owa2",
          "/owa/service.svc",
          "/owa/sessiondata.ashx",
          "/owa/auth/logon.aspx",
          "/owa/proxylogon.owa",
          "/ecp/ddi/ddiservice.svc",
          "/ecp/proxylogon.ecp",
          "/_vti_inf.html",
          "/favicon.ico",
          "/robots.txt",
          "/_trust",
          "/_trust/default.aspx",
          "/_forms/default.aspx",
          "/adfs/services/trust/2005/usernamemixed");

  private static final Set<String> BIN =
      Set.of(
          "client.svc",
          "lists.asmx",
          "webs.asmx",
          "sites.asmx",
          "copy.asmx",
          "search.asmx",
          "usergroup.asmx",
          "userprofileservice.asmx",
          "versions.asmx",
          "views.asmx",
          "sitedata.asmx",
          "dws.asmx",
          "people.asmx",
          "permissions.asmx",
          "authentication.asmx",
          "imaging.asmx",
          "meetings.asmx",
          "alerts.asmx",
          "forms.asmx",
          "webpartpages.asmx",
          "spscrawl.asmx",
          "owssvr.dll",
          "cellstorage.svc",
          "listdata.svc",
          "shtml.dll",
          "author.dll",
          "_vti_aut/author.dll",
          "excelservice.asmx",
          "taxonomyclientservice.asmx",
          "bdcfieldsresolver.asmx");

  private KnownPages() {}

  /** Whether programs use the page by design, so that its use says nothing. */
  static boolean isKnown(String path) {
    if (PATHS.contains(path)) {
      return true;
    }
    int bin = path.indexOf("/_vti_bin/");
    if (bin >= 0 && BIN.contains(path.substring(bin + "/_vti_bin/".length()))) {
      return true;
    }
    return path.contains("/_api/") || path.endsWith("/_api");
  }
}
