package org.bellbuoy.server.simulate;

import java.util.Locale;

/** How far a staged act really came. */
public enum ActState {
  /** Nobody meant harm: it only looks alike. */
  BENIGN,
  /** It happened, but what the logs hold cannot tell how. */
  CANNOT_TELL,
  /** Tried; nothing there to answer. */
  ATTEMPTED,
  /** Tried and refused. */
  BLOCKED,
  /** Done. */
  SUCCEEDED,
  /** Done, and something was left behind. */
  PERSISTED;

  /** The word in {@code truth.json}, for example {@code cannot-tell}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
