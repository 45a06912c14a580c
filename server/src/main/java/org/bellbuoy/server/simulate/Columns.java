package org.bellbuoy.server.simulate;

import java.io.IOException;

/** Which columns a W3C log has. Farms differ. */
enum Columns {
  /** What IIS 10 logs unless told otherwise. */
  USUAL(
      "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent)"
          + " cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
      "abcdefghijklmno"),
  /** With bytes. */
  BYTES(
      "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent)"
          + " cs(Referer) sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken",
      "abcdefghijklmnpqo"),
  /** Another order, with site, name, version and host. */
  FULL(
      "date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port"
          + " cs-username c-ip cs-version cs(User-Agent) cs(Referer) cs-host sc-status"
          + " sc-substatus sc-win32-status sc-bytes cs-bytes time-taken",
      "abstcdefghiujkvlmnpqo"),
  /** Without a referer: who came from where cannot be told. */
  NO_REFERER(
      "date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken",
      "abscdefghijlmnpqo");

  private static final byte[] SITE = Row.bytes("W3SVC1");
  private static final byte[] VERSION = Row.bytes("HTTP/1.1");

  private final String fields;
  private final String codes;

  Columns(String fields, String codes) {
    this.fields = fields;
    this.codes = codes;
  }

  String fields() {
    return fields;
  }

  boolean hasReferer() {
    return this != NO_REFERER;
  }

  boolean hasBytes() {
    return this != USUAL;
  }

  void write(LineBuffer out, byte[] day, int second, ServerBytes server, Row row)
      throws IOException {
    for (int i = 0; i < codes.length(); i++) {
      if (i > 0) {
        out.put(' ');
      }
      switch (codes.charAt(i)) {
        case 'a' -> out.put(day);
        case 'b' -> out.clock(second);
        case 'c' -> out.put(server.address());
        case 'd' -> out.put(row.method);
        case 'e' -> out.put(row.stem);
        case 'f' -> out.put(row.query);
        case 'g' -> out.put(server.port());
        case 'h' -> out.put(row.user);
        case 'i' -> out.put(row.client);
        case 'j' -> out.put(row.agent);
        case 'k' -> out.put(row.referer);
        case 'l' -> out.number(row.status);
        case 'm' -> out.number(row.substatus);
        case 'n' -> out.number(row.win32);
        case 'o' -> out.number(row.taken);
        case 'p' -> out.number(row.sent);
        case 'q' -> out.number(row.received);
        case 's' -> out.put(SITE);
        case 't' -> out.put(server.name());
        case 'u' -> out.put(VERSION);
        case 'v' -> out.put(server.host());
        default -> throw new IllegalStateException("no column " + codes.charAt(i));
      }
    }
    out.end();
  }
}
