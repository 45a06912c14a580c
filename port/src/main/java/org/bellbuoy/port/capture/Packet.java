package org.bellbuoy.port.capture;

/**
 * One captured packet: a stretch of the reader's buffer, valid until the reader goes on. Reused.
 * Not thread safe.
 */
public final class Packet {
  byte[] buffer = new byte[0];
  int offset;
  int length;
  int originalLength;
  long epochNanos;
  int interfaceId;
  LinkType linkType = LinkType.ETHERNET;
  int source;
  long frame;
  long fileOffset;
  int recordLength;

  /** An empty packet, to be filled by a reader. */
  public Packet() {}

  /** Fills in a packet that came from no capture: tests, and other ways in. */
  public void set(
      byte[] buffer, int offset, int length, LinkType linkType, long epochNanos, long frame) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
    this.originalLength = length;
    this.linkType = linkType;
    this.epochNanos = epochNanos;
    this.frame = frame;
  }

  /** Where its bytes are, from {@link #offset} on, {@link #length} of them. */
  public byte[] buffer() {
    return buffer;
  }

  /** First byte in the buffer. */
  public int offset() {
    return offset;
  }

  /** Captured bytes. */
  public int length() {
    return length;
  }

  /** Bytes that the packet had on the wire; more than {@link #length} where it was cut. */
  public int originalLength() {
    return originalLength;
  }

  /** Time of capture, nanoseconds since 1970. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Number of the interface within its capture. */
  public int interfaceId() {
    return interfaceId;
  }

  /** How its bytes begin. */
  public LinkType linkType() {
    return linkType;
  }

  /** Index of the source among those of the run. */
  public int source() {
    return source;
  }

  /** Number in its source, from 1, as other tools count. */
  public long frame() {
    return frame;
  }

  /** Where its record begins in the content of its source, in bytes. */
  public long fileOffset() {
    return fileOffset;
  }

  /** Bytes of its record in the source, with the record's own header; 0 where there is none. */
  public int recordLength() {
    return recordLength;
  }
}
