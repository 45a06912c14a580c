package org.bellbuoy.port.conversation;

/** What carries a conversation. */
public enum Transport {
  TCP,
  UDP,
  ICMP,
  /** Another protocol over IP. */
  IP,
  /** No IP: frames between hardware addresses. */
  LINK
}
