package org.bellbuoy.port.simulate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One interface on the network, or a host beyond its gateway. Counters move as it sends. */
final class Host {
  final String name;
  final int ip;
  final Role role;
  final String zone;

  /** The number of its crane from 1, 0 where it belongs to none. */
  final int crane;

  /** Whether it is on the crane network itself, so that no gateway stands before it. */
  final boolean local;

  /** Changes when the device is replaced. */
  long mac;

  /** For a host beyond the crane network: how it is reached; null for the known gateway. */
  @Nullable Gateway way;

  private int identification;
  private int port = 49152;

  Host(String name, int ip, Role role, String zone, int crane, boolean local) {
    this.name = name;
    this.ip = ip;
    this.role = role;
    this.zone = zone;
    this.crane = crane;
    this.local = local;
    this.mac = (long) role.vendor << 24 | (ip & 0xffff) << 4 | 1;
    this.identification = ip * 31 & 0xffff;
  }

  /** Identification of its next packet; never zero. */
  int nextIdentification() {
    identification = identification >= 0xffff ? 1 : identification + 1;
    return identification;
  }

  /** A port for its next connection. */
  int nextPort() {
    port = port >= 65535 ? 49152 : port + 1;
    return port;
  }

  boolean s7() {
    return role == Role.S7_CONTROLLER;
  }

  static int ip(int a, int b, int c, int d) {
    return a << 24 | b << 16 | c << 8 | d;
  }

  static String text(int ip) {
    return (ip >>> 24) + "." + (ip >> 16 & 255) + "." + (ip >> 8 & 255) + "." + (ip & 255);
  }

  static String macText(long mac) {
    StringBuilder text = new StringBuilder();
    for (int shift = 40; shift >= 0; shift -= 8) {
      text.append(String.format(Locale.ROOT, "%02x", mac >> shift & 255));
      text.append(shift == 0 ? "" : ":");
    }
    return text.toString();
  }

  String address() {
    return text(ip);
  }

  @Override
  public String toString() {
    return name;
  }
}
