package org.bellbuoy.server.content;

import java.util.List;
import java.util.Locale;

/**
 * Where a file lies as a web server sees it, whatever folder the tree was collected into: lower
 * case, slashes, short names of the SharePoint folder written out, all before the web root cut off.
 */
public final class WebPath {
  /** Tried in order; what is kept begins with the anchor. */
  private static final List<String> ANCHORS =
      List.of(
          "/web server extensions/",
          "/frontend/httpproxy/",
          "/clientaccess/",
          "/wss/virtualdirectories/",
          "/temporary asp.net files/",
          "/inetpub/",
          "/wwwroot/",
          "/htdocs/",
          "/webapps/",
          "/var/www/",
          "/aspnet_client/");

  private WebPath() {}

  /** That place; a path without a known web root as it is but for case and slashes. */
  public static String of(String path) {
    String plain = "/" + plain(path);
    for (String anchor : ANCHORS) {
      int at = plain.indexOf(anchor);
      if (at >= 0) {
        return plain.substring(at + 1);
      }
    }
    return plain.replaceFirst("^/+(?:[a-z][:_]?/)?", "");
  }

  /** Lower case, with slashes and long names. */
  static String plain(String path) {
    return path.toLowerCase(Locale.ROOT)
        .replace('\\', '/')
        .replace(
            "progra~1/common~1/micros~1/webser~1",
            "program files/common files/microsoft shared/web server extensions");
  }
}
