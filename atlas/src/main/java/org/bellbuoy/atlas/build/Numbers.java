package org.bellbuoy.atlas.build;

import java.util.Arrays;

/** A growing list of whole numbers. */
final class Numbers {
  private int[] values = new int[8];
  private int size;

  void add(int value) {
    values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
