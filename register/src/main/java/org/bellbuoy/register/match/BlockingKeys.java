package org.bellbuoy.register.match;

import java.util.HashMap;
import java.util.Map;
import org.agrona.collections.IntHashSet;

/**
 * What a name can be found by: its words, their sounds, their three-letter parts and the letters
 * that begin its words. Keys are hashes; two that fall together only bring a candidate too many.
 */
final class BlockingKeys {
  private static final float WORD = 1f;
  private static final float SOUND = 0.6f;
  private static final float PART = 0.2f;
  private static final int SHORTEST_SOUND = 2;

  private BlockingKeys() {}

  /** Keys of a name with what each counts. */
  static Map<Integer, Float> of(ParsedName name) {
    Map<Integer, Float> keys = new HashMap<>();
    StringBuilder initials = new StringBuilder();
    Token last = null;
    for (Token token : name.tokens()) {
      initials.append(token.text().charAt(0));
      add(keys, token);
      if (last != null) {
        parts(keys, last.text() + token.text(), last.text().length() - 1, last.text().length() + 1);
      }
      last = token;
    }
    if (initials.length() >= 3) {
      keys.merge(hash('a', initials.toString(), 0, initials.length()), WORD, Math::max);
    }
    return keys;
  }

  /** The same keys without their weights. */
  static void into(ParsedName name, IntHashSet keys) {
    for (int key : of(name).keySet()) {
      keys.add(key);
    }
  }

  private static void add(Map<Integer, Float> keys, Token token) {
    String text = token.text();
    if (token.kind() == Token.Kind.PARTICLE) {
      return;
    }
    keys.merge(hash('t', text, 0, text.length()), WORD, Math::max);
    if (text.length() >= 3) {
      keys.merge(hash('a', text, 0, text.length()), WORD, Math::max);
    }
    if (token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.INITIAL) {
      return;
    }
    if (token.sound().length() >= SHORTEST_SOUND) {
      keys.merge(hash('s', token.sound(), 0, token.sound().length()), SOUND, Math::max);
    }
    String padded = "^" + text + "$";
    parts(keys, padded, 0, padded.length());
  }

  private static void parts(Map<Integer, Float> keys, String text, int from, int to) {
    for (int i = Math.max(0, from); i + 3 <= Math.min(text.length(), to + 1); i++) {
      keys.merge(hash('g', text, i, i + 3), PART, Math::max);
    }
  }

  private static int hash(char kind, String text, int from, int to) {
    int hash = kind * 0x9E3779B9;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
