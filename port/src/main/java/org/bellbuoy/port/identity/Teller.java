package org.bellbuoy.port.identity;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.AttributeSink;

/** Where the readers put facts, and messages that they could not read. */
final class Teller {
  /** Texts are cut to this. */
  static final int LONGEST_TEXT = 250;

  private final AttributeSink attributes;
  private final Consumer<Reject> rejects;

  Teller(AttributeSink attributes, Consumer<Reject> rejects) {
    this.attributes = attributes;
    this.rejects = rejects;
  }

  void reject(String reason, FrameMark mark, String detail) {
    rejects.accept(
        new Reject(
            reason, mark.source(), mark.offset(), 0, 0, "frame " + mark.frame() + ": " + detail));
  }

  /** Tells a fact of whoever has that endpoint. */
  void tell(FrameMark mark, Endpoint device, AttributeName name, String value, Protocol protocol) {
    tell(mark, device.address(), device.mac(), -1, name, value, protocol);
  }

  /** Tells a fact; an empty text is none. */
  void tell(
      FrameMark mark,
      IpAddress address,
      long mac,
      int unit,
      AttributeName name,
      String value,
      Protocol protocol) {
    String text = value.strip();
    if (text.isEmpty()) {
      return;
    }
    attributes.attribute(Attribute.at(mark, address, mac, unit, name, cut(text), protocol));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /**
   * Bytes as text: UTF-8, up to the first NUL. Of longer ones only the beginning is read. Line ends
   * become blanks.
   */
  static String text(byte[] b, int at, int length) {
    int end = at;
    int most = at + Math.min(Math.max(0, length), 2 * LONGEST_TEXT);
    while (end < most && b[end] != 0) {
      end++;
    }
    return new String(b, at, end - at, StandardCharsets.UTF_8)
        .replace("\r\n", " ")
        .replace('\n', ' ')
        .replace('\r', ' ');
  }

  /** Six bytes as a hardware address. */
  static long mac(byte[] b, int at) {
    long mac = 0;
    for (int i = 0; i < 6; i++) {
      mac = mac << 8 | b[at + i] & 0xff;
    }
    return mac;
  }

  /** Whether a hardware address is one device's: neither of a group nor zero. */
  static boolean single(long mac) {
    return mac > 0 && (mac >> 40 & 1) == 0;
  }

  /** Whether an IPv4 address can be one device's. */
  static boolean single(int ipv4) {
    int first = ipv4 >>> 24;
    return first != 0 && first != 127 && first < 224;
  }
}
