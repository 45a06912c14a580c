package org.bellbuoy.server.detect;

import java.util.Locale;

/** How far an attempt came. Order: the later, the worse. */
public enum EntryState {
  /** The logs lack what would tell. */
  CANNOT_TELL,
  /** Tried; whether it got through is not shown. */
  ATTEMPTED,
  /** Tried and refused. */
  BLOCKED,
  /** The server did what was asked. */
  SUCCEEDED,
  /** Something was left behind that lets them come back. */
  PERSISTED;

  /** The state as it stands in reasons, for example {@code cannot-tell}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
