package org.bellbuoy.server.config;

import java.util.Locale;

/** What a setting is about. */
public enum ConfigTopic {
  /** Pages take view state that nobody signed. */
  VIEWSTATE_MAC_OFF,
  /** Whether view state is encrypted. */
  VIEWSTATE_ENCRYPTION,
  /** Errors are shown to everyone, with what they tell of the server. */
  CUSTOM_ERRORS_OFF,
  /** Pages are compiled for finding faults. */
  DEBUG_ON,
  /** A module sees every request. */
  MODULE_ADDED,
  /** A handler answers requests. */
  HANDLER_ADDED,
  /** A file name is given to a program or to a handler of another kind. */
  SCRIPT_MAP,
  /** Requests are not logged. */
  LOGGING_OFF,
  /** A folder outside the usual roots is served. */
  ODD_DIRECTORY,
  /** Scanning of requests for malware. */
  AMSI;

  /** As it stands in findings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
