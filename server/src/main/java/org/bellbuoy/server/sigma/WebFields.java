package org.bellbuoy.server.sigma;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.log.WebField;
import org.jspecify.annotations.Nullable;

/**
 * Names of the Sigma taxonomy for {@code webserver} and {@code proxy} as values of a web row. Slots
 * below {@link #COLUMNS} are columns, by ordinal; those above are made of columns.
 */
final class WebFields {
  static final int COLUMNS = WebField.values().length;

  /** Path, question mark and query. */
  static final int URI = COLUMNS;

  /** What stands after the last dot of the path's last part. */
  static final int EXTENSION = COLUMNS + 1;

  /** A field that web logs may have but rows do not keep: never there. */
  static final int NEVER = COLUMNS + 2;

  static final int SLOTS = COLUMNS + 3;

  private static final Map<String, Integer> NAMES = new HashMap<>();
  private static final Set<String> UNKEPT =
      Set.of(
          "cs-content-type",
          "sc-content-type",
          "cs-accept",
          "cs-accept-encoding",
          "cs-accept-language",
          "sc-header",
          "s-action",
          "s-hierarchy",
          "rs-content-type",
          "r-ip",
          "c-port",
          "src_port",
          "cs-uri-scheme",
          "s-event",
          "s-process-type");

  static {
    for (WebField field : WebField.values()) {
      for (String name : field.names()) {
        name(name, field.ordinal());
      }
    }
    name("cs-user-agent", WebField.USER_AGENT.ordinal());
    name("c-useragent", WebField.USER_AGENT.ordinal());
    name("cs-useragent", WebField.USER_AGENT.ordinal());
    name("c-user-agent", WebField.USER_AGENT.ordinal());
    name("cs-referer", WebField.REFERER.ordinal());
    name("cs-referrer", WebField.REFERER.ordinal());
    name("cs(referrer)", WebField.REFERER.ordinal());
    name("referer", WebField.REFERER.ordinal());
    name("referrer", WebField.REFERER.ordinal());
    name("cs-cookie", WebField.COOKIE.ordinal());
    name("cs-cookies", WebField.COOKIE.ordinal());
    name("cs(host)", WebField.HOST.ordinal());
    name("r-dns", WebField.HOST.ordinal());
    name("c-win32-status", WebField.WIN32_STATUS.ordinal());
    name("src_ip", WebField.CLIENT_IP.ordinal());
    name("clientip", WebField.CLIENT_IP.ordinal());
    name("dst_ip", WebField.SERVER_IP.ordinal());
    name("dst_port", WebField.PORT.ordinal());
    name("c-uri-stem", WebField.STEM.ordinal());
    name("c-uri-query", WebField.QUERY.ordinal());
    name("c-uri", URI);
    name("cs-uri", URI);
    name("cs-url", URI);
    name("c-uri-extension", EXTENSION);
    name("cs-uri-extension", EXTENSION);
  }

  private WebFields() {}

  private static void name(String name, int slot) {
    NAMES.put(name, slot);
  }

  /** The field of that name, null where web logs have none. */
  static @Nullable SigmaField of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Integer slot = NAMES.get(lower);
    if (slot != null) {
      return new SigmaField(name, slot);
    }
    return UNKEPT.contains(lower) ? new SigmaField(name, NEVER) : null;
  }

  static boolean isQuery(SigmaField field) {
    return field.slot() == WebField.QUERY.ordinal();
  }

  static boolean isUserAgent(SigmaField field) {
    return field.slot() == WebField.USER_AGENT.ordinal();
  }

  static boolean isStatus(SigmaField field) {
    return field.slot() == WebField.STATUS.ordinal();
  }
}
