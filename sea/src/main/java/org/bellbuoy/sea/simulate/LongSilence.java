package org.bellbuoy.sea.simulate;

/**
 * One act to stage.
 *
 * @param kind what happens
 * @param startMinutes from the scenario's start
 * @param durationMinutes how long it lasts; it may run past the scenario's end
 */
public record LongSilence(ActKind kind, int startMinutes, int durationMinutes) {
  /** Checks the numbers. */
  public LongSilence {
    if (startMinutes < 0 || durationMinutes <= 0) {
      throw new IllegalArgumentException(
          "an act needs a start of 0 or more and a duration above 0");
    }
  }
}
