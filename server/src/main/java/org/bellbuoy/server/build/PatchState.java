package org.bellbuoy.server.build;

import java.util.Locale;

/** How a build stands to a vulnerability. Order: the earlier, the more urgent. */
public enum PatchState {
  /** An update holds the fix and is not installed. */
  VULNERABLE,
  /** The fix is in, and a known way goes round it. */
  FIXED_BUT_BYPASSED,
  /** Only a part of the update is in force. */
  HALF_PATCHED,
  /** No update of this product holds or will hold the fix, or none comes any more. */
  END_OF_LIFE,
  /** What is known does not tell. Never to be read as fixed. */
  UNKNOWN,
  /** The build holds the fix. */
  FIXED;

  /** The state for people, for example {@code fixed but bypassed}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
