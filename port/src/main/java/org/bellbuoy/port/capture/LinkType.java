package org.bellbuoy.port.capture;

import org.jspecify.annotations.Nullable;

/** Link layers that are read, by their number in captures (tcpdump.org/linktypes). */
public enum LinkType {
  /** BSD loopback: four bytes of address family in the order of the machine that captured. */
  NULL,
  ETHERNET,
  /** PPP, with or without its HDLC address and control. */
  PPP,
  /** IPv4 or IPv6 with nothing before it. */
  RAW_IP,
  /** OpenBSD loopback: four bytes of address family, high byte first. */
  LOOP,
  /** Linux "any" device. */
  LINUX_SLL,
  /** Linux "any" device, second form. */
  LINUX_SLL2;

  /** The link type of that number; null where it is not read. */
  public static @Nullable LinkType of(int number) {
    return switch (number) {
      case 0 -> NULL;
      case 1 -> ETHERNET;
      case 9, 50 -> PPP;
      case 12, 14, 101, 228, 229 -> RAW_IP;
      case 108 -> LOOP;
      case 113 -> LINUX_SLL;
      case 276 -> LINUX_SLL2;
      default -> null;
    };
  }
}
