package org.bellbuoy.port.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.conversation.IpAddress;

/** Writes a capture of hosts with addresses of their own, packet by packet; for tests. */
public final class Wire {
  private final Captures capture = Captures.pcap();
  private long nanos = 1_700_000_000_000_000_000L;
  private int id = 1;
  private int ttl = 64;

  /** A host: its address and the hardware address at which this network reaches it. */
  public record Host(String ip, long mac) {
    private int address() {
      return IpAddress.parseIpv4(ip).asIpv4();
    }
  }

  /** Lets time pass. */
  public Wire later(long millis) {
    nanos += millis * 1_000_000;
    return this;
  }

  /** Time of the next packet, nanoseconds since 1970. */
  public long nanos() {
    return nanos;
  }

  /** The hop limit of the packets from here on. */
  public Wire ttl(int hops) {
    ttl = hops;
    return this;
  }

  /** The IPv4 identification of the next packet. */
  public Wire id(int identification) {
    id = identification;
    return this;
  }

  /** An Ethernet frame. */
  public Wire frame(long from, long to, int type, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    mac(frame, to);
    mac(frame, from);
    capture.packet(nanos, frame.putShort((short) type).put(payload).array());
    nanos += 10_000_000;
    return this;
  }

  private static void mac(ByteBuffer into, long mac) {
    into.putShort((short) (mac >>> 32)).putInt((int) mac);
  }

  /** An IPv4 packet. */
  public Wire ip(Host from, Host to, int protocol, byte[] payload) {
    byte[] packet =
        ByteBuffer.allocate(20 + payload.length)
            .put((byte) 0x45)
            .put((byte) 0)
            .putShort((short) (20 + payload.length))
            .putShort((short) id++)
            .putShort((short) 0)
            .put((byte) ttl)
            .put((byte) protocol)
            .putShort((short) 0)
            .putInt(from.address())
            .putInt(to.address())
            .put(payload)
            .array();
    return frame(from.mac(), to.mac(), 0x0800, packet);
  }

  /** A UDP datagram. */
  public Wire udp(Host from, int fromPort, Host to, int toPort, byte[] payload) {
    return ip(from, to, 17, Frames.udp(fromPort, toPort, payload));
  }

  /** Only the opening of a TCP connection. */
  public Wire syn(Host from, int fromPort, Host to, int toPort) {
    return ip(from, to, 6, Frames.tcp(fromPort, toPort, 1000, 0, PacketView.SYN, new byte[0]));
  }

  /** A TCP connection that is opened at once and spoken over. */
  public Connection connect(Host from, int fromPort, Host to, int toPort) {
    return new Connection(from, fromPort, to, toPort);
  }

  /** One TCP connection. */
  public final class Connection {
    private final Host client;
    private final int clientPort;
    private final Host server;
    private final int serverPort;
    private int clientNext = 1001;
    private int serverNext = 5001;

    private Connection(Host client, int clientPort, Host server, int serverPort) {
      this.client = client;
      this.clientPort = clientPort;
      this.server = server;
      this.serverPort = serverPort;
      segment(true, 1000, 0, PacketView.SYN, new byte[0]);
      segment(false, 5000, 1001, PacketView.SYN | PacketView.ACK, new byte[0]);
      segment(true, 1001, 5001, PacketView.ACK, new byte[0]);
    }

    private void segment(boolean fromClient, int sequence, int ack, int flags, byte[] payload) {
      if (fromClient) {
        ip(client, server, 6, Frames.tcp(clientPort, serverPort, sequence, ack, flags, payload));
      } else {
        ip(server, client, 6, Frames.tcp(serverPort, clientPort, sequence, ack, flags, payload));
      }
    }

    /** The client sends. */
    public Connection ask(byte[] payload) {
      segment(true, clientNext, serverNext, PacketView.ACK | PacketView.PSH, payload);
      clientNext += payload.length;
      return this;
    }

    /** The client sends text. */
    public Connection ask(String text) {
      return ask(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The server sends. */
    public Connection answer(byte[] payload) {
      segment(false, serverNext, clientNext, PacketView.ACK | PacketView.PSH, payload);
      serverNext += payload.length;
      return this;
    }

    /** The server sends text. */
    public Connection answer(String text) {
      return answer(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Lets time pass. */
    public Connection later(long millis) {
      Wire.this.later(millis);
      return this;
    }

    /** Ends the connection in order. */
    public Wire close() {
      segment(true, clientNext++, serverNext, PacketView.FIN | PacketView.ACK, new byte[0]);
      segment(false, serverNext, clientNext, PacketView.FIN | PacketView.ACK, new byte[0]);
      return Wire.this;
    }
  }

  /** Bytes written as hexadecimal digits; spaces are passed over. */
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** The capture. */
  public byte[] bytes() {
    return capture.bytes();
  }
}
