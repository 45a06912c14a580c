package org.bellbuoy.server.log;

/** Which log a row came from. */
public enum LogKind {
  /** W3C extended log of IIS. */
  W3C,
  /** Exchange's HttpProxy log. */
  HTTP_PROXY,
  /** Exchange's ECP server log. */
  ECP_SERVER,
  /** Exchange's OABGenerator log. */
  OAB_GENERATOR,
  /** Common or combined log of Apache, nginx, Tomcat. */
  ACCESS
}
