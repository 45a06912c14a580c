package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text of a rule with its wildcards, as the specification's section on escaping reads it. Codes
 * are characters, or one of the constants. Immutable.
 */
final class Wildcard {
  /** Any number of characters. */
  static final int STAR = -1;

  /** One character. */
  static final int ANY = -2;

  /** One of the characters that begin an option on Windows. */
  static final int DASH = -3;

  private static final String DASHES = "-/\u2013\u2014\u2015";

  @SuppressWarnings("ImmutableMember") // never changed
  private final int[] codes;

  private Wildcard(int[] codes) {
    this.codes = codes;
  }

  /** Reads wildcards and escapes. */
  static Wildcard parse(String text) {
    int[] codes = new int[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (c == '\\' && (next == '\\' || next == '*' || next == '?')) {
        codes[n++] = next;
        i++;
      } else {
        codes[n++] = c == '*' ? STAR : c == '?' ? ANY : c;
      }
    }
    return new Wildcard(Arrays.copyOf(codes, n));
  }

  /** A text without wildcards. */
  static Wildcard plain(String text) {
    return new Wildcard(text.chars().toArray());
  }

  boolean hasWildcards() {
    return Arrays.stream(codes).anyMatch(code -> code < 0);
  }

  int length() {
    return codes.length;
  }

  /** The text, where there are no wildcards. */
  String text() {
    StringBuilder out = new StringBuilder(codes.length);
    for (int code : codes) {
      out.append(code >= 0 ? (char) code : code == STAR ? '*' : code == ANY ? '?' : '-');
    }
    return out.toString();
  }

  /** With a star before, unless there is one. */
  Wildcard openAtStart() {
    if (codes.length > 0 && codes[0] == STAR) {
      return this;
    }
    int[] opened = new int[codes.length + 1];
    opened[0] = STAR;
    System.arraycopy(codes, 0, opened, 1, codes.length);
    return new Wildcard(opened);
  }

  /** With a star behind, unless there is one. */
  Wildcard openAtEnd() {
    if (codes.length > 0 && codes[codes.length - 1] == STAR) {
      return this;
    }
    int[] opened = Arrays.copyOf(codes, codes.length + 1);
    opened[codes.length] = STAR;
    return new Wildcard(opened);
  }

  /** With plus signs for spaces, as IIS writes user agents; itself where it has no space. */
  Wildcard plusForSpace() {
    int[] plus = Arrays.stream(codes).map(code -> code == ' ' ? '+' : code).toArray();
    return Arrays.equals(plus, codes) ? this : new Wildcard(plus);
  }

  /** With each dash that begins a word standing for all that Windows takes for one. */
  Wildcard anyDash() {
    int[] dashed = codes.clone();
    for (int i = 0; i + 1 < dashed.length; i++) {
      boolean begins = i == 0 || !isWord(codes[i - 1]);
      if (codes[i] >= 0 && DASHES.indexOf(codes[i]) >= 0 && begins && isWord(codes[i + 1])) {
        dashed[i] = DASH;
      }
    }
    return new Wildcard(dashed);
  }

  private static boolean isWord(int code) {
    return code == '_' || code >= 0 && Character.isLetterOrDigit(code);
  }

  /** With another text for each code, wildcards kept. */
  Wildcard wide(boolean bigEndian, boolean mark) {
    List<Integer> wide = new ArrayList<>();
    if (mark) {
      wide.add(0xff);
      wide.add(0xfe);
    }
    for (int code : codes) {
      if (code < 0) {
        wide.add(code);
      } else {
        wide.add(bigEndian ? code >> 8 : code & 0xff);
        wide.add(bigEndian ? code & 0xff : code >> 8);
      }
    }
    return new Wildcard(wide.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Whether a value may begin with something else than the first text. */
  boolean opensAtStart() {
    return codes.length > 0 && codes[0] < 0;
  }

  /** Whether a value may end with something else than the last text. */
  boolean opensAtEnd() {
    return codes.length > 0 && codes[codes.length - 1] < 0;
  }

  /** The texts between wildcards, in order, none of them empty. */
  List<String> literals() {
    List<String> literals = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int code : codes) {
      if (code >= 0) {
        run.append((char) code);
      } else if (!run.isEmpty()) {
        literals.add(run.toString());
        run.setLength(0);
      }
    }
    if (!run.isEmpty()) {
      literals.add(run.toString());
    }
    return literals;
  }

  /** The test of a whole text. */
  Glob glob(boolean cased) {
    int[] folded = codes.clone();
    for (int i = 0; i < folded.length && !cased; i++) {
      folded[i] = folded[i] < 0 ? folded[i] : Folding.fold((char) folded[i]);
    }
    return new Glob(this, folded, cased);
  }

  /**
   * Tests whole texts against codes. Time grows with the product of both lengths at worst, and
   * nothing is made.
   */
  static final class Glob {
    private final Wildcard source;

    @SuppressWarnings("ImmutableMember") // never changed
    private final int[] codes;

    private final boolean cased;

    private Glob(Wildcard source, int[] codes, boolean cased) {
      this.source = source;
      this.codes = codes;
      this.cased = cased;
    }

    Wildcard source() {
      return source;
    }

    boolean cased() {
      return cased;
    }

    boolean matches(String text) {
      int at = 0;
      int code = 0;
      int star = -1;
      int retry = 0;
      while (at < text.length()) {
        if (code < codes.length && codes[code] == STAR) {
          star = code++;
          retry = at;
        } else if (code < codes.length && isOne(codes[code], text.charAt(at))) {
          code++;
          at++;
        } else if (star >= 0) {
          if (code == codes.length && codes[star] == STAR && star == codes.length - 1) {
            return true;
          }
          code = star + 1;
          at = ++retry;
        } else {
          return false;
        }
      }
      while (code < codes.length && codes[code] == STAR) {
        code++;
      }
      return code == codes.length;
    }

    private boolean isOne(int code, char c) {
      return code >= 0
          ? code == (cased ? c : Folding.fold(c))
          : code == ANY || code == DASH && DASHES.indexOf(c) >= 0;
    }
  }
}
