package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Bytes that a record stands in: a reference, resolved to evidence when the sources are known.
 *
 * @param source index of the source among those of the run
 * @param offset first byte in the content
 * @param length bytes
 * @param line line number from 1
 */
public record Place(int source, long offset, int length, long line) {
  /** Writes it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(source);
    out.writeLong(offset);
    out.writeInt(length);
    out.writeLong(line);
  }

  /** Reads what {@link #write} wrote. */
  public static Place read(DataInput in) throws IOException {
    return new Place(in.readInt(), in.readLong(), in.readInt(), in.readLong());
  }
}
