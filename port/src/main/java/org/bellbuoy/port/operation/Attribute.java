package org.bellbuoy.port.operation;

import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;

/**
 * One fact about a device with the frame that shows it.
 *
 * @param address the device's IP address, {@link IpAddress#NONE} where only its hardware address is
 *     known
 * @param mac the hardware address of the frame or of the device itself, {@link
 *     org.bellbuoy.port.conversation.Endpoint#NO_MAC} where unknown; of a device behind a router it
 *     is the router's
 * @param unit unit, slot or station behind the address, −1 for the device itself
 * @param name which attribute
 * @param value as the device tells it, not cleaned: treat as hostile
 * @param protocol what told it
 * @param epochNanos when, nanoseconds since 1970
 * @param source index of the source
 * @param frame number of the packet in it
 * @param offset of the packet's record in it
 */
public record Attribute(
    IpAddress address,
    long mac,
    int unit,
    AttributeName name,
    String value,
    Protocol protocol,
    long epochNanos,
    int source,
    long frame,
    long offset) {
  /** A fact shown by the packet at that mark. */
  public static Attribute at(
      FrameMark mark,
      IpAddress address,
      long mac,
      int unit,
      AttributeName name,
      String value,
      Protocol protocol) {
    return new Attribute(
        address,
        mac,
        unit,
        name,
        value,
        protocol,
        mark.epochNanos(),
        mark.source(),
        mark.frame(),
        mark.offset());
  }
}
