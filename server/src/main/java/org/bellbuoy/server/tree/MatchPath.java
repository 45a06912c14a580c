package org.bellbuoy.server.tree;

import java.util.Locale;

/**
 * A path as Windows would compare it: lower case, one slash between parts, percent signs of
 * Velociraptor's uploads decoded. Only for comparing; nothing is opened by it.
 *
 * @param text with a slash before each part, for example {@code /c/inetpub/wwwroot/web.config}
 * @param name last part without a compression suffix
 */
record MatchPath(String text, String name) {
  static MatchPath of(String path) {
    String plain = decoded(path.replace('\\', '/')).replace('\\', '/').toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    for (String part : plain.split("/")) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      // A drive is a letter with or without a colon.
      out.append('/').append(part.length() == 2 && part.charAt(1) == ':' ? part.charAt(0) : part);
    }
    String text = out.toString();
    return new MatchPath(text, withoutSuffix(text.substring(text.lastIndexOf('/') + 1)));
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(path.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        out.append((char) (high * 16 + low));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  static String withoutSuffix(String name) {
    for (String suffix : new String[] {".gz", ".zst"}) {
      if (name.length() > suffix.length()
          && name.regionMatches(
              true, name.length() - suffix.length(), suffix, 0, suffix.length())) {
        return withoutSuffix(name.substring(0, name.length() - suffix.length()));
      }
    }
    return name;
  }

  /** Extension of the name without a dot, empty where there is none. */
  String extension() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  boolean has(String part) {
    return text.contains(part);
  }

  /** Whether it lies in folders as Windows has them, where names tell and bytes need not. */
  boolean inWindowsLayout() {
    return has("/inetpub/")
        || has("/program files")
        || has("/progra~")
        || has("/programdata/")
        || has("/windows/")
        || has("/users/")
        || has("/wwwroot/")
        || has("/virtualdirectories/")
        || has("/web server extensions/");
  }
}
