package org.bellbuoy.register.folder;

/**
 * What a row said, with the row's bytes for rejects that show only beside other rows.
 *
 * @param source index of the file
 * @param offset first byte
 * @param length bytes
 * @param line line from 1
 */
record Placed<T>(T value, int source, long offset, int length, long line) {
  static <T> Placed<T> of(T value, Row row) {
    return new Placed<>(value, row.source(), row.offset(), row.length(), row.line());
  }
}
