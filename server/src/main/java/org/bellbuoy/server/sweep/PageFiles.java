package org.bellbuoy.server.sweep;

import java.util.Locale;
import org.bellbuoy.server.content.WebPath;

/** Which file a page of a log is, as far as paths tell. */
final class PageFiles {
  private static final String LAYOUTS_PAGE = "/_layouts/";
  private static final String LAYOUTS_FOLDER = "/template/layouts/";

  private PageFiles() {}

  /**
   * Whether a file is what a page serves. SharePoint serves one folder under each site's {@code
   * _layouts}, with the version in between; elsewhere the page's path is the end of the file's.
   *
   * @param page path of the request, in one form, lower case
   * @param file path within the tree
   */
  static boolean serves(String page, String file) {
    String lower = "/" + WebPath.of(file).toLowerCase(Locale.ROOT);
    int layouts = page.indexOf(LAYOUTS_PAGE);
    int folder = lower.indexOf(LAYOUTS_FOLDER);
    if (layouts >= 0) {
      String below = page.substring(layouts + LAYOUTS_PAGE.length());
      int slash = below.indexOf('/');
      if (slash > 0 && below.substring(0, slash).chars().allMatch(Character::isDigit)) {
        below = below.substring(slash + 1);
      }
      return folder >= 0
          && !below.isEmpty()
          && lower.substring(folder + LAYOUTS_FOLDER.length()).equals(below);
    }
    return page.length() > 1 && lower.endsWith(page.startsWith("/") ? page : "/" + page);
  }
}
