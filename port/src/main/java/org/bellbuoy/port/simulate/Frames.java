package org.bellbuoy.port.simulate;

import java.util.Arrays;

/** Ethernet frames with valid lengths and checksums (RFC 1071). Moves the senders' counters. */
final class Frames {
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP = 1;
  static final int VRRP = 112;
  static final long BROADCAST = 0xffff_ffff_ffffL;
  private static final int SHORTEST = 60;

  private final Terminal terminal;

  Frames(Terminal terminal) {
    this.terminal = terminal;
  }

  /** An IPv4 packet between two hosts, with the hardware addresses of the way between them. */
  byte[] ip(Host from, Host to, int protocol, byte[] payload) {
    long source = from.local ? from.mac : terminal.way(from).from;
    long destination = to.local ? to.mac : terminal.way(to).towards;
    int hops = from.local ? from.role.hops : from.role.hops - hops(from);
    return ip(source, destination, from, to.ip, hops, protocol, payload);
  }

  private int hops(Host from) {
    return from.zone.equals(Terminal.OFFICE) ? 1 : terminal.way(from).hops;
  }

  byte[] ip(
      long source, long destination, Host from, int toIp, int hops, int protocol, byte[] payload) {
    ByteWriter out = new ByteWriter(34 + payload.length);
    out.u48(destination).u48(source).u16(0x0800);
    out.u8(0x45).u8(0).u16(20 + payload.length);
    out.u16(from.nextIdentification()).u16(0x4000).u8(hops).u8(protocol).u16(0);
    out.u32(from.ip).u32(toIp);
    byte[] header = Arrays.copyOfRange(out.bytes(), 14, 34);
    out.set16(24, checksum(header, 0));
    return padded(out.add(payload));
  }

  static byte[] udp(int fromIp, int toIp, int fromPort, int toPort, byte[] data) {
    int length = 8 + data.length;
    ByteWriter out = new ByteWriter(length);
    out.u16(fromPort).u16(toPort).u16(length).u16(0).add(data);
    int sum = checksum(out.bytes(), pseudo(fromIp, toIp, UDP, length));
    return out.set16(6, sum == 0 ? 0xffff : sum).bytes();
  }

  byte[] udp(Host from, Host to, int fromPort, int toPort, byte[] data) {
    return ip(from, to, UDP, udp(from.ip, to.ip, fromPort, toPort, data));
  }

  /** A datagram to everybody on the crane network, or to a group. */
  byte[] udpTo(Host from, int fromIp, long mac, int ip, int fromPort, int toPort, byte[] data) {
    Host as = fromIp == from.ip ? from : unnumbered(from, fromIp);
    byte[] datagram = udp(fromIp, ip, fromPort, toPort, data);
    return ip(from.mac, mac, as, ip, from.role.hops, UDP, datagram);
  }

  /** A host that has no address yet. */
  private static Host unnumbered(Host host, int ip) {
    return new Host(host.name, ip, host.role, host.zone, host.crane, true);
  }

  byte[] icmp(Host from, Host to, int type, int sequence) {
    ByteWriter out = new ByteWriter(48);
    out.u8(type).u8(0).u16(0).u16(from.ip & 0xffff).u16(sequence).text("SIMULATED", 32, '.');
    return ip(from, to, ICMP, out.set16(2, checksum(out.bytes(), 0)).bytes());
  }

  byte[] tcp(
      Host from, Host to, int fromPort, int toPort, long seq, long ack, int flags, byte[] data) {
    boolean syn = (flags & Tcp.SYN) != 0;
    int header = syn ? 28 : 20;
    ByteWriter out = new ByteWriter(header + data.length);
    out.u16(fromPort).u16(toPort).u32(seq).u32((flags & Tcp.ACK) == 0 ? 0 : ack);
    out.u8(header << 2).u8(flags).u16((flags & Tcp.RST) == 0 ? 64240 : 0).u16(0).u16(0);
    if (syn) {
      out.u8(2).u8(4).u16(1460).u8(1).u8(1).u8(4).u8(2);
    }
    out.add(data);
    int sum = checksum(out.bytes(), pseudo(from.ip, to.ip, TCP, header + data.length));
    return ip(from, to, TCP, out.set16(16, sum).bytes());
  }

  /** ARP for Ethernet and IPv4 (RFC 826): operation 1 asks, 2 answers. */
  static byte[] arp(int operation, long mac, int ip, long targetMac, int targetIp) {
    ByteWriter out = new ByteWriter(SHORTEST);
    out.u48(operation == 1 || targetMac == BROADCAST ? BROADCAST : targetMac).u48(mac);
    out.u16(0x0806).u16(1).u16(0x0800).u8(6).u8(4).u16(operation).u48(mac).u32(ip);
    return padded(out.u48(operation == 1 ? 0 : targetMac).u32(targetIp));
  }

  static byte[] link(long mac, long to, int type, byte[] data) {
    return padded(new ByteWriter(14 + data.length).u48(to).u48(mac).u16(type).add(data));
  }

  private static byte[] padded(ByteWriter out) {
    return out.size() < SHORTEST ? out.zeros(SHORTEST - out.size()).bytes() : out.bytes();
  }

  private static long pseudo(int fromIp, int toIp, int protocol, int length) {
    return (fromIp >>> 16)
        + (fromIp & 0xffffL)
        + (toIp >>> 16)
        + (toIp & 0xffffL)
        + protocol
        + length;
  }

  /** Ones' complement sum of 16-bit words; an odd byte counts as the upper half of a word. */
  static int checksum(byte[] bytes, long start) {
    long sum = start;
    for (int i = 0; i < bytes.length; i++) {
      sum += (i & 1) == 0 ? (bytes[i] & 255) << 8 : bytes[i] & 255;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (int) ~sum & 0xffff;
  }
}
