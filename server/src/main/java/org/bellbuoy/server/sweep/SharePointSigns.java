package org.bellbuoy.server.sweep;

import java.util.Locale;
import org.bellbuoy.server.tree.FileRole;

/**
 * Whether what was read of a server that nobody named shows it to run SharePoint: its web
 * applications' folders, or pages under {@code _layouts} that answered. Pure.
 */
final class SharePointSigns {
  private SharePointSigns() {}

  static boolean in(ServerRead read) {
    boolean exchange =
        read.tree().files().stream()
            .anyMatch(
                f ->
                    f.role() == FileRole.HTTP_PROXY_LOG
                        || f.role() == FileRole.ECP_LOG
                        || f.role() == FileRole.OAB_LOG);
    if (exchange) {
      return false;
    }
    return read.tree().files().stream()
            .map(f -> f.path().replace('\\', '/').toLowerCase(Locale.ROOT))
            .anyMatch(p -> p.contains("wss/virtualdirectories/"))
        || !read.eyes()
            .pages
            .pages(p -> p.isScript() && p.path().contains("/_layouts/") && p.succeeded() > 0)
            .isEmpty();
  }
}
