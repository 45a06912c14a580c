package org.bellbuoy.port.simulate;

/**
 * Bytes of protocols that are only recognised, not decoded: openings, and stand-ins behind them.
 */
final class AppBytes {
  private AppBytes() {}

  /** RDP's connection request with its cookie (MS-RDPBCGR 2.2.1.1). */
  static byte[] rdpRequest(String account) {
    String cookie = "Cookie: mstshash=" + account + "\r\n";
    int x224 = 6 + cookie.length() + 8;
    ByteWriter out = new ByteWriter().u16(0x0300).u16(5 + x224).u8(x224).hex("e00000000000");
    return out.text(cookie).hex("0100080003000000").bytes();
  }

  /** RDP's answer: TLS is chosen. */
  static byte[] rdpConfirm() {
    return new ByteWriter().hex("030000130ed000001234000200080001000000").bytes();
  }

  /** A TLS 1.2 ClientHello with a server name (RFC 5246, RFC 6066). */
  static byte[] clientHello(String name, Chance chance) {
    ByteWriter sni = new ByteWriter().u16(0).u16(name.length() + 5).u16(name.length() + 3);
    sni.u8(0).u16(name.length()).text(name);
    ByteWriter body = new ByteWriter().u16(0x0303).add(chance.bytes(32)).u8(0);
    body.u16(4).hex("c02fc030").u8(1).u8(0).u16(sni.size()).add(sni.bytes());
    return handshake(1, body);
  }

  static byte[] serverHello(Chance chance) {
    ByteWriter body = new ByteWriter().u16(0x0303).add(chance.bytes(32)).u8(0).hex("c02f00");
    return handshake(2, body);
  }

  private static byte[] handshake(int type, ByteWriter body) {
    ByteWriter out = new ByteWriter().u8(22).u16(0x0303).u16(4 + body.size());
    return out.u8(type).u24(body.size()).add(body.bytes()).bytes();
  }

  /** A TLS record whose content nobody can read: chance here. */
  static byte[] tlsData(int length, Chance chance) {
    return new ByteWriter().u8(23).u16(0x0303).u16(length).add(chance.bytes(length)).bytes();
  }

  /** DNS (RFC 1035): the question for a name's address, or its answer. */
  static byte[] dns(int id, String name, int address) {
    boolean answers = address != 0;
    ByteWriter out = new ByteWriter().u16(id).u16(answers ? 0x8180 : 0x0100);
    out.u16(1).u16(answers ? 1 : 0).u32(0);
    for (String label : name.split("\\.")) {
      out.u8(label.length()).text(label);
    }
    out.u8(0).u16(1).u16(1);
    return (answers ? out.u16(0xc00c).u16(1).u16(1).u32(300).u16(4).u32(address) : out).bytes();
  }

  /** NTP (RFC 5905): mode 3 asks, 4 answers. */
  static byte[] ntp(boolean answers, long epochNanos) {
    ByteWriter out = new ByteWriter().u8(answers ? 0x24 : 0x23).u8(answers ? 2 : 0).u8(10).u8(0xec);
    out.u32(0).u32(0x10).u32(answers ? 0x0a146405L : 0);
    long time = (epochNanos / 1_000_000_000L + 2_208_988_800L) << 32;
    return out.u64(answers ? time : 0).u64(0).u64(answers ? time : 0).u64(time).bytes();
  }

  /** SNMPv2c (RFC 3416): asks for, or answers with, the system's description. */
  static byte[] snmp(int id, String community, String description) {
    ByteWriter bind = new ByteWriter().hex("06082b06010201010100");
    bind.u8(description.isEmpty() ? 5 : 4).u8(description.length()).text(description);
    ByteWriter list = tlv(0x30, bind.bytes());
    ByteWriter pdu = new ByteWriter().u8(2).u8(4).u32(id & 0x7fffffffL).hex("020100020100");
    pdu.add(tlv(0x30, list.bytes()).bytes());
    ByteWriter message = new ByteWriter().hex("020101").u8(4).u8(community.length());
    message.text(community).add(tlv(description.isEmpty() ? 0xa0 : 0xa2, pdu.bytes()).bytes());
    return tlv(0x30, message.bytes()).bytes();
  }

  /** All values here are shorter than 128 bytes. */
  private static ByteWriter tlv(int tag, byte[] value) {
    return new ByteWriter().u8(tag).u8(value.length).add(value);
  }

  /** DHCP (RFC 2131, 2132): type 1 discover, 2 offer, 3 request, 5 ack. */
  static byte[] dhcp(int type, int id, long mac, int address, int server, int router, String name) {
    boolean answers = type == 2 || type == 5;
    ByteWriter out = new ByteWriter(300).u8(answers ? 2 : 1).u8(1).u8(6).u8(0).u32(id).u32(0);
    out.u32(0).u32(answers ? address : 0).u32(0).u32(0).u48(mac).zeros(10 + 192);
    out.hex("63825363").u8(53).u8(1).u8(type);
    if (answers) {
      out.u8(54).u8(4).u32(server).u8(51).u8(4).u32(43_200).u8(1).u8(4).u32(0xffff0000L);
      out.u8(3).u8(4).u32(router).u8(6).u8(4).u32(server);
    } else {
      out.u8(12).u8(name.length()).text(name).u8(55).u8(4).u8(1).u8(3).u8(6).u8(42);
      if (type == 3) {
        out.u8(50).u8(4).u32(address).u8(54).u8(4).u32(server);
      }
    }
    return out.u8(255).bytes();
  }

  /** LLDP (IEEE 802.1AB): chassis, port, lifetime, name, description. */
  static byte[] lldp(Host host) {
    ByteWriter out = new ByteWriter().u16(1 << 9 | 7).u8(4).u48(host.mac);
    out.u16(2 << 9 | 7).u8(5).text("port-1").u16(3 << 9 | 2).u16(120);
    out.u16(5 << 9 | host.name.length()).text(host.name);
    String description = "SIMULATED switch V3.1";
    return out.u16(6 << 9 | description.length()).text(description).u16(0).bytes();
  }

  /** RTP (RFC 3550) with a payload of chance. */
  static byte[] rtp(int sequence, long time, int source, int length, Chance chance) {
    ByteWriter out = new ByteWriter().u8(0x80).u8(96).u16(sequence).u32(time).u32(source);
    return out.add(chance.bytes(length)).bytes();
  }

  /** VRRP version 3 (RFC 5798, 5.2) for one address. */
  static byte[] vrrp(int priority, int from, int address) {
    ByteWriter out = new ByteWriter().u8(0x31).u8(20).u8(priority).u8(1).u16(100).u16(0);
    out.u32(address);
    int group = Host.ip(224, 0, 0, 18);
    long pseudo =
        (from >>> 16) + (from & 0xffffL) + (group >>> 16) + (group & 0xffffL) + Frames.VRRP + 12;
    return out.set16(6, Frames.checksum(out.bytes(), pseudo)).bytes();
  }
}
