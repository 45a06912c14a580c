package org.bellbuoy.port.conversation;

/** Which way bytes of a conversation go. */
public enum Direction {
  /** From the client, who opened the conversation, to the server. */
  TO_SERVER,
  /** From the server to the client. */
  TO_CLIENT;

  /** The other way. */
  public Direction opposite() {
    return this == TO_SERVER ? TO_CLIENT : TO_SERVER;
  }
}
