package org.bellbuoy.server.config;

import java.util.List;
import java.util.Locale;

/** What kind of folder a virtual directory serves. */
enum ServedFolder {
  /** Where the products put what they serve. */
  USUAL("where the products put what they serve"),
  /** Elsewhere; many administrators do that. */
  OUTSIDE("outside the usual roots"),
  /** Where programs of any user write: nothing is served from there but by mistake or by intent. */
  ODD("where any program may write, as entries through ProxyShell did");

  private static final List<String> ODD_ROOTS =
      List.of(
          "/programdata/",
          "/users/",
          "/documents and settings/",
          "/windows/temp/",
          "/temp/",
          "/$recycle.bin/",
          "/perflogs/",
          "/system volume information/",
          "%programdata%/",
          "%temp%/",
          "%allusersprofile%/",
          "%public%/",
          "%appdata%/");

  private static final List<String> USUAL_PARTS =
      List.of(
          "/inetpub/",
          "/web server extensions/",
          "/exchange server/",
          "%systemdrive%/inetpub/",
          "%windir%/",
          "%exchangeinstalldir%",
          "/program files/",
          "/program files (x86)/",
          "/windows/",
          "%programfiles%/");

  private final String why;

  ServedFolder(String why) {
    this.why = why;
  }

  String why() {
    return why;
  }

  static ServedFolder of(String path) {
    String plain = path.toLowerCase(Locale.ROOT).replace('\\', '/').replaceAll("/{2,}", "/") + "/";
    String rooted = plain.replaceFirst("^[a-z]:", "").replaceFirst("^%systemdrive%", "");
    if (ODD_ROOTS.stream().anyMatch(rooted::startsWith)) {
      return ODD;
    }
    return USUAL_PARTS.stream().anyMatch(plain::contains) ? USUAL : OUTSIDE;
  }
}
