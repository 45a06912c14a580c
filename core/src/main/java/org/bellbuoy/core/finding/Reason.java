package org.bellbuoy.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * One sentence of why, with the number behind it.
 *
 * @param code stable word, for example {@code heard-before}
 * @param text plain sentence
 * @param measured the number the sentence rests on, null where there is none
 * @param unit its unit, null where there is none
 */
public record Reason(String code, String text, @Nullable Double measured, @Nullable String unit) {
  /** Codes that begin so say why poor reception does not explain it; they are shown first. */
  public static final String WHY_NOT_RECEPTION = "why-not-reception";

  /** Codes that begin so say why it cannot be told; they are shown first. */
  public static final String WHY_CANNOT_TELL = "why-cannot-tell";

  /** A reason without a number. */
  public static Reason of(String code, String text) {
    return new Reason(code, text, null, null);
  }

  /** A reason with a number. */
  public static Reason of(String code, String text, double measured, String unit) {
    return new Reason(code, text, measured, unit);
  }
}
