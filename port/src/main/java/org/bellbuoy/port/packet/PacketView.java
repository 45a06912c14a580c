package org.bellbuoy.port.packet;

import org.bellbuoy.port.capture.Packet;

/**
 * The headers of one packet, taken apart. Reused: valid until the next packet. Offsets are into
 * {@link #buffer}. Of packets in tunnels the innermost headers are told. Not thread safe.
 */
public final class PacketView {
  /** No hardware address, VLAN or other number. */
  public static final int NONE = -1;

  /** EtherType told for frames with an LLC header instead of one; SNAP frames tell their own. */
  public static final int ETHER_LLC = 0;

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;

  /** How far a packet could be taken apart. */
  public enum Kind {
    /** A frame that carries neither IP nor anything known: payload follows the link header. */
    FRAME,
    /** IP with neither TCP, UDP nor ICMP, or a fragment that does not complete a packet. */
    IP,
    ICMP,
    UDP,
    TCP
  }

  Packet packet = new Packet();
  byte[] buffer = new byte[0];
  Kind kind = Kind.FRAME;
  long sourceMac;
  long destinationMac;
  int vlan;
  int innerVlan;
  int etherType;
  int linkPayloadOffset;
  int linkPayloadEnd;
  boolean ip;
  boolean ipv6;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int ttl;
  int ipId;
  int ipProtocol;
  boolean fragment;
  int tunnels;
  int sourcePort;
  int destinationPort;
  int sequence;
  int acknowledgment;
  int flags;
  int window;
  int checksum;
  int tcpOptionsOffset;
  int tcpOptionsLength;
  int payloadOffset;
  int payloadLength;
  int payloadMissing;

  /** An empty view. */
  public PacketView() {}

  /** Forgets the packet before. */
  void reset(Packet next) {
    packet = next;
    buffer = next.buffer();
    kind = Kind.FRAME;
    sourceMac = NONE;
    destinationMac = NONE;
    vlan = NONE;
    innerVlan = NONE;
    etherType = ETHER_LLC;
    ip = false;
    ipv6 = false;
    sourceHigh = 0;
    sourceLow = 0;
    destinationHigh = 0;
    destinationLow = 0;
    ttl = 0;
    ipId = NONE;
    ipProtocol = NONE;
    fragment = false;
    tunnels = 0;
    sourcePort = 0;
    destinationPort = 0;
    sequence = 0;
    acknowledgment = 0;
    flags = 0;
    window = 0;
    checksum = 0;
    tcpOptionsOffset = 0;
    tcpOptionsLength = 0;
    payload(next.offset(), next.offset(), 0);
  }

  /** Says where the payload is. */
  void payload(int from, int end, int missing) {
    payloadOffset = from;
    payloadLength = Math.max(0, end - from);
    payloadMissing = Math.max(0, missing);
  }

  /** The packet that was taken apart. */
  public Packet packet() {
    return packet;
  }

  /** Where the bytes are: the packet's buffer, or that of a datagram put together of fragments. */
  public byte[] buffer() {
    return buffer;
  }

  /** How far the packet could be taken apart. */
  public Kind kind() {
    return kind;
  }

  /** Hardware address it came from, −1 where the link tells none. */
  public long sourceMac() {
    return sourceMac;
  }

  /** Hardware address it goes to, −1 where the link tells none. */
  public long destinationMac() {
    return destinationMac;
  }

  /** Outermost VLAN, −1 without. */
  public int vlan() {
    return vlan;
  }

  /** Second VLAN (QinQ), −1 without. */
  public int innerVlan() {
    return innerVlan;
  }

  /** EtherType behind VLAN tags, or the SNAP protocol; {@link #ETHER_LLC} for other LLC frames. */
  public int etherType() {
    return etherType;
  }

  /** First byte behind the link header of the outermost frame; behind LLC and SNAP, if any. */
  public int linkPayloadOffset() {
    return linkPayloadOffset;
  }

  /** Captured bytes behind the link header; padding may be among them. */
  public int linkPayloadLength() {
    return linkPayloadEnd - linkPayloadOffset;
  }

  /** Whether IP addresses were read. */
  public boolean isIp() {
    return ip;
  }

  /** Whether it is IPv6. */
  public boolean isIpv6() {
    return ipv6;
  }

  /** First half of the source address, see {@link org.bellbuoy.port.conversation.IpAddress}. */
  public long sourceHigh() {
    return sourceHigh;
  }

  /** Second half of the source address. */
  public long sourceLow() {
    return sourceLow;
  }

  /** First half of the destination address. */
  public long destinationHigh() {
    return destinationHigh;
  }

  /** Second half of the destination address. */
  public long destinationLow() {
    return destinationLow;
  }

  /** Time to live, or hop limit. */
  public int ttl() {
    return ttl;
  }

  /** IPv4 identification, −1 for IPv6. */
  public int ipId() {
    return ipId;
  }

  /** Protocol over IP, behind extension headers; −1 without IP. */
  public int ipProtocol() {
    return ipProtocol;
  }

  /** Whether it came in fragments; where it is complete, of several packets. */
  public boolean isFragment() {
    return fragment;
  }

  /** Tunnels it came through: GRE, IP in IP. */
  public int tunnels() {
    return tunnels;
  }

  /** TCP or UDP source port; the type of ICMP. */
  public int sourcePort() {
    return sourcePort;
  }

  /** TCP or UDP destination port; the code of ICMP. */
  public int destinationPort() {
    return destinationPort;
  }

  /** TCP sequence number. */
  public int sequence() {
    return sequence;
  }

  /** TCP acknowledgment number. */
  public int acknowledgment() {
    return acknowledgment;
  }

  /** TCP flags. */
  public int flags() {
    return flags;
  }

  /** Whether all of these TCP flags are set. */
  public boolean hasFlags(int wanted) {
    return (flags & wanted) == wanted;
  }

  /** TCP window as sent, not scaled. */
  public int window() {
    return window;
  }

  /** First byte of the TCP options. */
  public int tcpOptionsOffset() {
    return tcpOptionsOffset;
  }

  /** Bytes of TCP options that were captured. */
  public int tcpOptionsLength() {
    return tcpOptionsLength;
  }

  /** First byte of the payload of the innermost header that was read. */
  public int payloadOffset() {
    return payloadOffset;
  }

  /** Payload bytes that were captured; padding of short frames is not among them. */
  public int payloadLength() {
    return payloadLength;
  }

  /** Payload bytes that were sent but cut off by the capture. */
  public int payloadMissing() {
    return payloadMissing;
  }
}
