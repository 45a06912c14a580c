package org.bellbuoy.port.protocol.bacnet;

/**
 * The header of an application message (ASHRAE 135, 20.1). Reused. Which fields there are depends
 * on the type.
 */
final class Apdu {
  static final int CONFIRMED = 0;
  static final int UNCONFIRMED = 1;
  static final int SIMPLE_ACK = 2;
  static final int COMPLEX_ACK = 3;
  static final int SEGMENT_ACK = 4;
  static final int ERROR = 5;
  static final int REJECT = 6;
  static final int ABORT = 7;

  private int type;
  private boolean segmented;
  private boolean more;
  private boolean fromServer;
  private int invoke;
  private int sequence;
  private int choice;
  private int bodyAt;

  /**
   * Reads the header.
   *
   * @return false where bytes are missing or the type is reserved
   */
  boolean read(byte[] b, int at, int end) {
    int first = b[at] & 0xff;
    type = first >> 4;
    segmented = false;
    more = false;
    fromServer = (first & 1) != 0;
    sequence = 0;
    invoke = 0;
    if (type == UNCONFIRMED) {
      return body(b, at + 1, end);
    }
    if (type > ABORT) {
      return false;
    }
    int i = at + (type == CONFIRMED ? 2 : 1);
    if (i >= end) {
      return false;
    }
    invoke = b[i++] & 0xff;
    if (type == CONFIRMED || type == COMPLEX_ACK) {
      segmented = (first & 8) != 0;
      more = segmented && (first & 4) != 0;
      if (segmented) {
        if (end - i < 2) {
          return false;
        }
        sequence = b[i] & 0xff;
        i += 2;
      }
    }
    return body(b, i, end);
  }

  private boolean body(byte[] b, int at, int end) {
    if (at >= end) {
      return false;
    }
    choice = b[at] & 0xff;
    bodyAt = at + 1;
    return true;
  }

  int type() {
    return type;
  }

  /** Whether this is a part of a message. */
  boolean segmented() {
    return segmented;
  }

  /** Whether parts follow. */
  boolean more() {
    return more;
  }

  /** Of an abort: whether who answers sent it. */
  boolean fromServer() {
    return fromServer;
  }

  /** The number that pairs an answer with its request. */
  int invoke() {
    return invoke;
  }

  /** Number of a part, from 0, modulo 256. */
  int sequence() {
    return sequence;
  }

  /** The service; of a reject or abort the reason. */
  int choice() {
    return choice;
  }

  /** Index of what follows the header. */
  int bodyAt() {
    return bodyAt;
  }
}
