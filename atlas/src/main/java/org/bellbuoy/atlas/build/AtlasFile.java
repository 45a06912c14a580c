package org.bellbuoy.atlas.build;

import java.io.ByteArrayOutputStream;

/** Words and counted arrays, big end first. */
final class AtlasFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void word(int value) {
    bytes.write(value >>> 24);
    bytes.write(value >>> 16);
    bytes.write(value >>> 8);
    bytes.write(value);
  }

  void array(int[] values) {
    word(values.length);
    for (int value : values) {
      word(value);
    }
  }

  /** The array as differences from one value to the next. */
  void differences(int[] values) {
    word(values.length);
    for (int i = 0; i < values.length; i++) {
      word(i == 0 ? values[0] : values[i] - values[i - 1]);
    }
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
