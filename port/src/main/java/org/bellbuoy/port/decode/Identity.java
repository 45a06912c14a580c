package org.bellbuoy.port.decode;

/** Whether bytes look like messages of a protocol. */
public enum Identity {
  /** They are not. */
  NO,
  /**
   * They may be. Counts like {@link #MATCH} on a port usual for the protocol, and anywhere when
   * three segments of a conversation say so and none says {@link #NO}.
   */
  MAYBE,
  /** They are: chance would hardly make such bytes. */
  MATCH,
  /** They are, and who sent them is the client. */
  MATCH_FROM_CLIENT,
  /** They are, and who sent them is the server. */
  MATCH_FROM_SERVER;

  /** Whether this says that they are. */
  public boolean certain() {
    return compareTo(MATCH) >= 0;
  }
}
