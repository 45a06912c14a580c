package org.bellbuoy.server.tree;

/** What a collected file is for. Told by its place and name, and by its first bytes. */
public enum FileRole {
  /** W3C log of IIS. */
  IIS_LOG,
  /** HTTP.sys error log. */
  HTTPERR_LOG,
  /** Exchange's HttpProxy log. */
  HTTP_PROXY_LOG,
  /** Exchange's ECP server log. */
  ECP_LOG,
  /** Exchange's OABGenerator log. */
  OAB_LOG,
  /** Access log of Apache, nginx or Tomcat. */
  ACCESS_LOG,
  /** Windows event log in its binary form. */
  EVTX,
  /** Windows events exported as JSON or XML. */
  EVENT_EXPORT,
  /** Configuration of one web application. */
  WEB_CONFIG,
  /** Configuration of all of IIS. */
  APPLICATION_HOST_CONFIG,
  /** What ASP.NET compiled: outlives the page it came from. */
  COMPILED_PAGE,
  /** A script or handler in a web folder. */
  WEB_SCRIPT,
  /** Any other file in a web folder. */
  WEB_FILE,
  /** What administrators export of the scanning of requests (AMSI). */
  AMSI_EXPORT,
  /** A file that tells the product's build. */
  BUILD_INFO,
  /** Nothing the sweep reads. */
  OTHER
}
