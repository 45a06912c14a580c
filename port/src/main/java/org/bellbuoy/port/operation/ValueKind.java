package org.bellbuoy.port.operation;

/** How the bytes of a value are to be read. */
public enum ValueKind {
  /** There is no value. */
  NONE,
  /** Single bits, lowest bit of the first byte first. */
  BITS,
  /** Unsigned 16-bit words, high byte first. */
  WORDS,
  /** Unsigned 16-bit words, low byte first. */
  WORDS_LITTLE,
  /** Bytes of unknown meaning, written as hexadecimal digits. */
  BYTES,
  /** Characters, one byte each or UTF-8. */
  TEXT,
  /** One whole number. */
  NUMBER,
  /** One floating-point number. */
  REAL
}
