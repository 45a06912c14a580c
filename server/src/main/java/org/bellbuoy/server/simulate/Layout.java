package org.bellbuoy.server.simulate;

/** Where things lie in a collected tree. */
final class Layout {
  static final String IIS_LOGS = "C/inetpub/logs/LogFiles/W3SVC1/";
  static final String APPLICATION_HOST = "C/Windows/System32/inetsrv/config/applicationHost.config";
  static final String WEB_CONFIG = "C/inetpub/wwwroot/wss/VirtualDirectories/80/web.config";
  static final String LAYOUTS =
      "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/";
  static final String EXCHANGE = "C/Program Files/Microsoft/Exchange Server/V15/";
  static final String HTTP_PROXY = EXCHANGE + "Logging/HttpProxy/";
  static final String ECP_LOGS = EXCHANGE + "Logging/ECP/Server/";
  static final String OAB_LOGS = EXCHANGE + "Logging/OABGeneratorLog/";
  static final String OWA_AUTH = EXCHANGE + "FrontEnd/HttpProxy/owa/auth/";
  static final String OAB = EXCHANGE + "FrontEnd/HttpProxy/OAB/";
  static final String ECP_AUTH = EXCHANGE + "FrontEnd/HttpProxy/ecp/auth/";
  static final String ASPNET_CLIENT = "C/inetpub/wwwroot/aspnet_client/";
  static final String COMPILED =
      "C/Windows/Microsoft.NET/Framework64/v4.0.30319/Temporary ASP.NET Files/";
  static final String EVENTS = "C/Windows/System32/winevt/Exported/";
  static final String BUILD_INFO = "build-info.txt";

  private Layout() {}

  /** The path as Windows writes it. */
  static String windows(String path) {
    return path.replaceFirst("^C/", "C:/").replace('/', '\\');
  }
}
