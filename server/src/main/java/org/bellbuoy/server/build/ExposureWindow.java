package org.bellbuoy.server.build;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long somebody could have entered or come back: from the first entry, or the first public
 * exploitation where none is known, to the later of patch and key change. A key changed before the
 * patch closes nothing, for the new one could be taken the same way.
 *
 * @param from when it opened, null where not known
 * @param to when it closed, null while open or not known
 * @param state how it stands
 * @param sentence why
 */
public record ExposureWindow(
    @Nullable Instant from, @Nullable Instant to, State state, String sentence) {
  /** How a window stands. */
  public enum State {
    /** Patched before it could open. */
    NEVER_OPEN,
    /** Patched, and the key changed after it. */
    CLOSED,
    /** Not patched, or not known to be. */
    OPEN_UNPATCHED,
    /** Patched after it opened, with the key as it was. */
    OPEN_KEY,
    /** When it opened is not known. */
    UNKNOWN
  }

  /**
   * Works out a window. Pure.
   *
   * @param firstSuccess first entry that is known, null where none
   * @param firstExploited first public exploitation, null where not known
   * @param patched when the fix was installed; null where it is not or is not known
   * @param keyChanged last change of the machine key; null where it was not or is not known
   */
  public static ExposureWindow of(
      @Nullable Instant firstSuccess,
      @Nullable Instant firstExploited,
      @Nullable Instant patched,
      @Nullable Instant keyChanged) {
    Instant from = firstSuccess != null ? firstSuccess : firstExploited;
    if (from == null) {
      return new ExposureWindow(
          null,
          null,
          State.UNKNOWN,
          "Neither an entry nor the first public exploitation is known, so when the exposure began"
              + " is not.");
    }
    String since =
        firstSuccess != null
            ? "Exposed since the first entry at " + from
            : "Exposed since the first public exploitation at " + from;
    if (patched == null) {
      return new ExposureWindow(
          from, null, State.OPEN_UNPATCHED, since + "; no time of a patch is known.");
    }
    if (firstSuccess == null && !patched.isAfter(from)) {
      return new ExposureWindow(
          from,
          from,
          State.NEVER_OPEN,
          "Patched at %s, not after the first public exploitation at %s.".formatted(patched, from));
    }
    if (keyChanged == null) {
      return new ExposureWindow(
          from,
          null,
          State.OPEN_KEY,
          since
              + "; patched at "
              + patched
              + ", but no change of the machine key is known: who took it can still come back.");
    }
    if (keyChanged.isBefore(patched) || !keyChanged.isAfter(from)) {
      return new ExposureWindow(
          from,
          null,
          State.OPEN_KEY,
          since
              + "; patched at "
              + patched
              + ", but the machine key was last changed at "
              + keyChanged
              + ", before the exposure ended: the key in use could be taken.");
    }
    Instant to = keyChanged;
    return new ExposureWindow(
        from,
        to,
        State.CLOSED,
        since + "; patched at " + patched + " and the key changed at " + keyChanged + ".");
  }
}
