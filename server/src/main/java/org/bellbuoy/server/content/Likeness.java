package org.bellbuoy.server.content;

import java.util.Locale;

/**
 * How alike two scripts are.
 *
 * @param way what told it
 * @param distance 0 for the same; TLSH's own scale for {@link Way#TLSH}, else 0 to 1
 * @param near whether one is to be taken for a variant of the other
 */
public record Likeness(Way way, double distance, boolean near) {
  /** Normalised texts of at least so many bytes are compared by TLSH. */
  public static final int TLSH_BYTES = 512;

  /** TLSH distance up to which scripts are near, where their runs of tokens bear it out. */
  public static final int NEAR_TLSH = 100;

  /**
   * Least share of common runs that bears out a TLSH distance. Normalised code has few unlike
   * letters, so TLSH alone takes one page in eight for another of the same interfaces: see
   * docs/server-content.md.
   */
  public static final double BORNE_OUT = 0.45;

  /** Least share of common runs of five tokens for scripts that are near. */
  public static final double NEAR_JACCARD = 0.5;

  /** Fewer tokens say too little without their strings. */
  public static final int TELLING_TOKENS = 16;

  /** What told how alike they are, in the order in which they are tried. */
  public enum Way {
    /** The same bytes. */
    SAME_BYTES,
    /** The same tokens once names, strings, numbers, comments, case and space are left out. */
    SAME_TOKENS,
    /** TLSH of the normalised texts. */
    TLSH,
    /** MinHash over runs of five tokens: short texts, and long ones that TLSH holds apart. */
    MIN_HASH,
    /** Too few tokens to compare. */
    NONE;

    /** As it stands in findings. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Compares two; the same both ways. Cost a few hundred steps. */
  public static Likeness between(ScriptPrint a, ScriptPrint b) {
    if (a.sha256().equals(b.sha256())) {
      return new Likeness(Way.SAME_BYTES, 0, true);
    }
    if (a.identity().equals(b.identity())) {
      return new Likeness(Way.SAME_TOKENS, 0, true);
    }
    if (a.tokens() < TELLING_TOKENS || b.tokens() < TELLING_TOKENS) {
      return new Likeness(Way.NONE, 1, false);
    }
    double jaccard = a.minHash().jaccard(b.minHash());
    Tlsh first = a.tlshOrNull();
    Tlsh second = b.tlshOrNull();
    if (first != null && second != null) {
      int distance = first.distance(second);
      boolean near = distance <= NEAR_TLSH && jaccard >= BORNE_OUT;
      if (near || jaccard < NEAR_JACCARD) {
        return new Likeness(Way.TLSH, distance, near);
      }
    }
    return new Likeness(Way.MIN_HASH, 1 - jaccard, jaccard >= NEAR_JACCARD);
  }
}
