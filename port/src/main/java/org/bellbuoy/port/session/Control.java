package org.bellbuoy.port.session;

/** Who works whom in a session. */
public enum Control {
  /** Who opened the connection controls who was called. */
  BY_OPENER,
  /** Who was called controls who opened: reverse access, which goes out through a firewall. */
  BY_ACCEPTOR,
  /** Either may reach the other: a tunnel. */
  EITHER,
  /** It does not show in what was captured. */
  UNKNOWN;

  /** What the direction rests on. */
  public enum Basis {
    /** Roles that the protocol itself tells. */
    PROTOCOL,
    /** Sizes and times of packets: who types, who shows. An estimate. */
    PACKETS,
    /** Who opened a direct connection. An estimate. */
    OPENING,
    /** Nothing. */
    NONE
  }
}
