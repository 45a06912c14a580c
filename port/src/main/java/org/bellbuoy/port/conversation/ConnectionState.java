package org.bellbuoy.port.conversation;

/** How far a conversation came, as far as the capture shows. */
public enum ConnectionState {
  /** Only the opening was seen, no answer. */
  ATTEMPTED,
  /** The opening was answered with a reset. */
  REJECTED,
  /** Opened and not yet ended. */
  ESTABLISHED,
  /** Its beginning was not captured. */
  MIDSTREAM,
  /** Ended in order. */
  CLOSED,
  /** Ended by a reset. */
  RESET,
  /** Without connections: UDP and others. */
  DATAGRAMS
}
