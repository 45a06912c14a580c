package org.bellbuoy.sea.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a JSON document into the objects of its list ({@code vessels}, {@code features} or the
 * document itself) as the bytes come, so that one broken entry costs that entry only and memory
 * stays bounded.
 */
final class JsonEntries {
  static final int LONGEST_ENTRY = 1 << 16;
  private static final int LONGEST_WORD = 64;

  /** Takes what is found. */
  interface Handler {
    /** One object of the list, in the first bytes of a buffer. */
    void entry(byte[] buffer, int length, long offset, long line);

    /** A word beside the list, for example the time of the whole. */
    void header(String name, String value);

    /** What could not be used. */
    void reject(String reason, long offset, int length, long line, String detail);
  }

  private final Handler handler;
  private byte[] entry = new byte[1024];
  private long entryLength;
  private long entryOffset;
  private long entryLine;
  private int entryDepth;
  private final byte[] word = new byte[LONGEST_WORD];
  private int wordLength;
  private String lastWord = "";
  private String key = "";
  private boolean inString;
  private boolean escaped;
  private int depth;
  private int listDepth;
  private long offset;
  private long line = 1;
  private long count;

  JsonEntries(Handler handler) {
    this.handler = handler;
  }

  long count() {
    return count;
  }

  void read(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = buffer[i];
      if (entryDepth > 0) {
        inEntry(c);
      } else {
        outside(c);
      }
      offset++;
      if (c == '\n') {
        line++;
      }
    }
  }

  void finish() {
    if (entryDepth > 0) {
      entryDepth = 0;
      count++;
      int length = (int) Math.min(entryLength, Integer.MAX_VALUE);
      handler.reject("cut-off", entryOffset, length, entryLine, "the content ends in an entry");
    } else if (depth > 0) {
      handler.reject("cut-off", offset, 0, line, "the content ends before its list does");
    }
    depth = 0;
  }

  private void inEntry(byte c) {
    if (entryLength < LONGEST_ENTRY) {
      if (entryLength == entry.length) {
        entry = Arrays.copyOf(entry, entry.length * 2);
      }
      entry[(int) entryLength] = c;
    }
    entryLength++;
    if (inString) {
      string(c);
      return;
    }
    switch (c) {
      case '"' -> inString = true;
      case '{', '[' -> entryDepth++;
      case '}', ']' -> {
        entryDepth--;
        if (entryDepth == 0) {
          endEntry();
        }
      }
      default -> {}
    }
  }

  private void endEntry() {
    count++;
    if (entryLength > LONGEST_ENTRY) {
      int length = (int) Math.min(entryLength, Integer.MAX_VALUE);
      handler.reject(
          "entry-too-long",
          entryOffset,
          length,
          entryLine,
          "entry of " + entryLength + " bytes, limit 65536");
    } else {
      handler.entry(entry, (int) entryLength, entryOffset, entryLine);
    }
  }

  /** True while the string goes on. */
  private boolean string(byte c) {
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = true;
    } else if (c == '"') {
      inString = false;
    }
    return inString;
  }

  private void outside(byte c) {
    if (inString) {
      if (!string(c)) {
        lastWord = new String(word, 0, wordLength, StandardCharsets.UTF_8);
        if (depth == 1 && !key.isEmpty()) {
          handler.header(key, lastWord);
        }
      } else if (wordLength < LONGEST_WORD) {
        word[wordLength++] = c;
      }
      return;
    }
    switch (c) {
      case '"' -> {
        inString = true;
        wordLength = 0;
      }
      case ':' -> key = lastWord;
      case ',' -> key = "";
      case '[' -> {
        depth++;
        boolean named = key.equals("vessels") || key.equals("features");
        if (listDepth == 0 && (depth == 1 || (depth == 2 && named))) {
          listDepth = depth;
        }
      }
      case '{' -> {
        if (listDepth > 0 && depth == listDepth) {
          entryDepth = 1;
          entry[0] = c;
          entryLength = 1;
          entryOffset = offset;
          entryLine = line;
        } else {
          depth++;
        }
        key = "";
      }
      case ']', '}' -> {
        depth = Math.max(0, depth - 1);
        if (depth < listDepth) {
          listDepth = 0;
        }
      }
      default -> {}
    }
  }
}
