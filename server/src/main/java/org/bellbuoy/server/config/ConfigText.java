package org.bellbuoy.server.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a configuration with its keys taken out before any parser sees them, so that no
 * parser, message or dump of memory can hold one in a text. Wiped when closed.
 */
final class ConfigText implements AutoCloseable {
  private static final char BLOT = '*';

  /** A key's value and where it stood. */
  static final class KeySpan {
    final int from;
    final boolean validation;
    final char[] value;

    private KeySpan(int from, boolean validation, char[] value) {
      this.from = from;
      this.validation = validation;
      this.value = value;
    }
  }

  final char[] chars;
  final List<KeySpan> keys = new ArrayList<>();
  private final int mark;
  private final int stride;
  private final int[] offsets;

  private ConfigText(char[] chars, int mark, int stride, int[] offsets) {
    this.chars = chars;
    this.mark = mark;
    this.stride = stride;
    this.offsets = offsets;
  }

  /** Reads UTF-8 or UTF-16, else Windows-1252 byte by byte. */
  static ConfigText of(byte[] file) {
    int first = file.length > 0 ? file[0] & 0xFF : 0;
    int second = file.length > 1 ? file[1] & 0xFF : 0;
    ConfigText text;
    if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
      text = wide(file, first == 0xFF ? 2 : 0, StandardCharsets.UTF_16LE);
    } else if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
      text = wide(file, first == 0xFE ? 2 : 0, StandardCharsets.UTF_16BE);
    } else {
      text = narrow(file, first == 0xEF && second == 0xBB ? 3 : 0);
    }
    text.takeKeys();
    return text;
  }

  private static ConfigText wide(byte[] file, int mark, Charset charset) {
    int from = Math.min(mark, file.length);
    CharBuffer decoded = charset.decode(ByteBuffer.wrap(file, from, file.length - from));
    return new ConfigText(take(decoded), from, 2, new int[0]);
  }

  private static ConfigText narrow(byte[] file, int mark) {
    int from = Math.min(mark, file.length);
    ByteBuffer bytes = ByteBuffer.wrap(file, from, file.length - from);
    try {
      char[] chars = take(StandardCharsets.UTF_8.newDecoder().decode(bytes));
      if (chars.length == file.length - from) {
        return new ConfigText(chars, from, 1, new int[0]);
      }
      int[] offsets = new int[chars.length + 1];
      int at = from;
      for (int i = 0; i < chars.length; i++) {
        offsets[i] = at;
        char c = chars[i];
        at += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
      offsets[chars.length] = at;
      return new ConfigText(chars, from, 1, offsets);
    } catch (CharacterCodingException e) {
      bytes.position(from);
      return new ConfigText(take(StandardCharsets.ISO_8859_1.decode(bytes)), from, 1, new int[0]);
    }
  }

  private static char[] take(CharBuffer decoded) {
    char[] chars = new char[decoded.remaining()];
    decoded.get(chars);
    if (decoded.hasArray()) {
      Arrays.fill(decoded.array(), '\0');
    }
    return chars;
  }

  /**
   * First and behind-last character of the next start tag from a place on; null where there is
   * none. The parser's own offsets go wrong once its buffer was refilled, so tags are found again
   * here.
   */
  int @Nullable [] nextTag(int from) {
    int i = from;
    while (i + 1 < chars.length) {
      if (chars[i] != '<') {
        i++;
      } else if (goesOn(i, "<!--")) {
        i = behind(i + 4, "-->");
      } else if (chars[i + 1] == '?') {
        i = behind(i + 2, "?>");
      } else if (goesOn(i, "<![cdata[")) {
        i = behind(i + 9, "]]>");
      } else if (chars[i + 1] == '!' || chars[i + 1] == '/') {
        i = tagEnd(i + 2, chars[i + 1] == '!');
      } else {
        return new int[] {i, tagEnd(i + 1, false)};
      }
    }
    return null;
  }

  private int behind(int from, String closing) {
    int i = from;
    while (i < chars.length && !goesOn(i, closing)) {
      i++;
    }
    return Math.min(chars.length, i + closing.length());
  }

  /** Behind the next {@code >} outside quotes and, in a document type, outside its brackets. */
  private int tagEnd(int from, boolean type) {
    char quote = 0;
    int depth = 0;
    for (int i = from; i < chars.length; i++) {
      char c = chars[i];
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (type && (c == '[' || c == ']')) {
        depth += c == '[' ? 1 : -1;
      } else if (c == '>' && depth == 0) {
        return i + 1;
      }
    }
    return chars.length;
  }

  int byteOffset(int index) {
    if (offsets.length > 0) {
      return offsets[Math.clamp(index, 0, offsets.length - 1)];
    }
    return mark + index * stride;
  }

  /** Line of a character, from 1. */
  long line(int index) {
    return 1 + lines(0, index);
  }

  /** Line ends from one character to another. */
  long lines(int from, int to) {
    long lines = 0;
    for (int i = from; i < Math.min(to, chars.length); i++) {
      lines += chars[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private void takeKeys() {
    for (int i = 0; i < chars.length; i++) {
      boolean validation = goesOn(i, "validationkey");
      if (validation || goesOn(i, "decryptionkey")) {
        int at = skipSpace(i + "validationkey".length());
        if (at < chars.length && chars[at] == '=') {
          at = skipSpace(at + 1);
          if (at < chars.length && (chars[at] == '"' || chars[at] == '\'')) {
            int end = at + 1;
            while (end < chars.length && chars[end] != chars[at] && chars[end] != '<') {
              end++;
            }
            keys.add(new KeySpan(i, validation, resolved(at + 1, end)));
            Arrays.fill(chars, at + 1, end, BLOT);
            i = end - 1;
          }
        }
      }
    }
    KeyBlot.blotHex(chars, 0, chars.length, BLOT);
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < chars.length && Character.isWhitespace(chars[at])) {
      at++;
    }
    return at;
  }

  private boolean goesOn(int from, String word) {
    if (from + word.length() > chars.length) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (Character.toLowerCase(chars[from + k]) != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** The value with numeric character references resolved; named ones stand for no hex digit. */
  private char[] resolved(int from, int to) {
    char[] value = new char[to - from];
    int n = 0;
    int i = from;
    while (i < to) {
      int semicolon = i;
      if (chars[i] == '&' && i + 1 < to && chars[i + 1] == '#') {
        while (semicolon < to && chars[semicolon] != ';') {
          semicolon++;
        }
      }
      int code = semicolon > i && semicolon < to ? number(i + 2, semicolon) : -1;
      if (code >= 0) {
        value[n++] = (char) code;
        i = semicolon + 1;
      } else {
        value[n++] = chars[i++];
      }
    }
    char[] exact = Arrays.copyOf(value, n);
    Arrays.fill(value, '\0');
    return exact;
  }

  private int number(int from, int to) {
    boolean hex = from < to && (chars[from] | 0x20) == 'x';
    int value = 0;
    for (int i = hex ? from + 1 : from; i < to; i++) {
      int digit = Character.digit(chars[i], hex ? 16 : 10);
      if (digit < 0 || value > 0xFFF) {
        return -1;
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    return value > 0xFFFF ? -1 : value;
  }

  @Override
  public void close() {
    Arrays.fill(chars, '\0');
    for (KeySpan key : keys) {
      Arrays.fill(key.value, '\0');
    }
  }
}
