package org.bellbuoy.port.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a device is there for. One device may have several roles. */
public enum Role {
  /** Answers control protocols: controller, remote unit, drive, input and output. */
  CONTROLLER,
  /** Polls controllers, and perhaps writes values: operator panel, control centre, master. */
  HMI,
  /** Moves programs or firmware to controllers. */
  ENGINEERING_STATION,
  /** Passes packets or requests on to others. */
  GATEWAY,
  SWITCH,
  CAMERA,
  /** Reaches out by mobile radio, as far as its maker or its own words tell. */
  MODEM;

  /** The word that stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that word; a drive answers as controllers do. Null for another word. */
  static @Nullable Role of(String word) {
    if (word.equals("drive")) {
      return CONTROLLER;
    }
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    return null;
  }
}
