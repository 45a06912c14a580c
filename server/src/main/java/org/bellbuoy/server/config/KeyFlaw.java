package org.bellbuoy.server.config;

import java.util.Locale;

/** What is wrong with a key. */
public enum KeyFlaw {
  /** The user's list says that all know it. */
  PUBLIC,
  /** Fewer digits than the least that ASP.NET generates. */
  TOO_SHORT,
  /** A pattern repeats, or hardly any digit differs. */
  REPEATED_PATTERN,
  /** Not written in hex digits. */
  NOT_HEX;

  /** As it stands in findings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
