package org.bellbuoy.server.log;

import java.util.List;

/**
 * A column of a web server log, whatever its place in the header. Names are those of the W3C
 * extended log format as IIS writes them, and those of Exchange's HttpProxy logs.
 */
public enum WebField {
  /** Day, UTC. */
  DATE("date"),
  /** Time of day, UTC. */
  TIME("time"),
  /** Site. */
  SITE("s-sitename"),
  /** Server's name. */
  COMPUTER("s-computername", "serverhostname", "servername"),
  /** Server's address. */
  SERVER_IP("s-ip"),
  /** Method. */
  METHOD("cs-method", "method"),
  /** Path, without the query. */
  STEM("cs-uri-stem", "urlstem"),
  /** Query, without the question mark. */
  QUERY("cs-uri-query", "urlquery"),
  /** Server's port. */
  PORT("s-port"),
  /** Authenticated user. */
  USERNAME("cs-username", "authenticateduser"),
  /** Client's address as the server saw it: a proxy's, where one stands between. */
  CLIENT_IP("c-ip", "clientipaddress"),
  /** Address that a proxy passed on. */
  FORWARDED_FOR("x-forwarded-for"),
  /** Protocol version. */
  VERSION("cs-version"),
  /** User agent; IIS writes plus signs for spaces. */
  USER_AGENT("cs(user-agent)", "useragent"),
  /** Cookies. */
  COOKIE("cs(cookie)"),
  /** Referring page. */
  REFERER("cs(referer)"),
  /** Host asked for. */
  HOST("cs-host", "urlhost"),
  /** Status. */
  STATUS("sc-status", "httpstatus"),
  /** Substatus. */
  SUBSTATUS("sc-substatus"),
  /** Windows status. */
  WIN32_STATUS("sc-win32-status"),
  /** Bytes sent by the server. */
  BYTES_SENT("sc-bytes", "responsebytes"),
  /** Bytes received by the server. */
  BYTES_RECEIVED("cs-bytes", "requestbytes"),
  /** Milliseconds taken. */
  TIME_TAKEN("time-taken", "totalrequesttime"),
  /** When, one column for both: HttpProxy; {@code TimeStamp} in ECP logs. */
  DATE_TIME("datetime", "timestamp", "mytimestamp", "date-time"),
  /** Which front end: HttpProxy. */
  PROTOCOL("protocol"),
  /** Kind of authentication: HttpProxy. */
  AUTHENTICATION_TYPE("authenticationtype"),
  /** Whether authenticated: HttpProxy. */
  IS_AUTHENTICATED("isauthenticated"),
  /** Whose mailbox decides where a request goes: HttpProxy. */
  ANCHOR_MAILBOX("anchormailbox"),
  /** Back end told by a cookie: HttpProxy. */
  BACK_END_COOKIE("backendcookie"),
  /** Status of the back end: HttpProxy. */
  BACK_END_STATUS("backendstatus"),
  /** Back end asked: HttpProxy. */
  TARGET_SERVER("targetserver"),
  /** Free information: HttpProxy and ECP. */
  GENERIC_INFO("genericinfo", "eventdata"),
  /** Free errors: HttpProxy and ECP. */
  GENERIC_ERRORS("genericerrors");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  WebField(String... names) {
    this.names = List.of(names);
  }

  /** Lower-case names in headers; the first is the usual one. */
  public List<String> names() {
    return names;
  }
}
