package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.jspecify.annotations.Nullable;

/**
 * What devices tell of themselves: I-Am, and answers with properties of their device object. A
 * device behind a router is told apart by its instance, which is unique in an internetwork.
 */
final class BacnetIdentity {
  static final int DEVICE = 8;
  static final int SERIAL_NUMBER = 372;

  private final Conversation conversation;
  private final DecodeContext context;
  private final Tags tags = new Tags();
  private final Values values = new Values();

  // Who tells: the sender of the datagram, or who had it forwarded.
  private Direction direction = Direction.TO_SERVER;
  private boolean routed;
  private boolean forwarded;
  private int origin;

  BacnetIdentity(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
  }

  /** Whose facts come next: the sender's, or those of a device behind it. */
  void tellerIs(Direction direction, boolean routed) {
    this.direction = direction;
    this.routed = routed;
    forwarded = false;
  }

  /** They are of whom had the message forwarded (J.2.5): its IPv4 address. */
  void forwardedFor(int address) {
    forwarded = true;
    origin = address;
  }

  /** Object identifier, longest message, segmentation, vendor. */
  void iAm(byte[] b, int at, int end, FrameMark mark) {
    tags.over(b, at, end);
    if (!tags.next() || !tags.application(Tags.OBJECT)) {
      return;
    }
    long device = tags.object();
    if (device >> 22 != DEVICE) {
      return;
    }
    int unit = unit(device);
    tell(unit, AttributeName.DEVICE_ID, Long.toString(device & 0x3f_ffff), mark);
    if (tags.next(3) && tags.application(Tags.UNSIGNED)) {
      tell(unit, AttributeName.VENDOR_ID, Long.toString(tags.unsigned()), mark);
    }
  }

  /** Who routes to other networks is a gateway. */
  void router(FrameMark mark) {
    tell(-1, AttributeName.ROLE, "gateway", mark);
  }

  /** Answer to ReadProperty: object, property, index, value. */
  void readProperty(byte[] b, int at, int end, FrameMark mark) {
    long object = 0;
    long property = -1;
    tags.over(b, at, end);
    while (tags.next()) {
      if (tags.context(0)) {
        object = tags.object();
      } else if (tags.context(1)) {
        property = tags.unsigned();
      } else if (tags.opens(3)) {
        int from = tags.at();
        property(object, property, b, from, tags.skipEnclosed(), mark);
      }
    }
  }

  /** Answer to ReadPropertyMultiple: for each object a list of properties with values. */
  void readPropertyMultiple(byte[] b, int at, int end, FrameMark mark) {
    long object = 0;
    long property = -1;
    tags.over(b, at, end);
    while (tags.next()) {
      if (tags.context(0)) {
        object = tags.object();
      } else if (tags.context(2)) {
        property = tags.unsigned();
      } else if (tags.opens(4)) {
        int from = tags.at();
        property(object, property, b, from, tags.skipEnclosed(), mark);
      } else if (tags.opens(5)) {
        tags.skipEnclosed();
      }
    }
  }

  private void property(long object, long property, byte[] b, int from, int to, FrameMark mark) {
    AttributeName name = object >> 22 == DEVICE ? name(property) : null;
    if (name == null) {
      return;
    }
    String text = values.text(b, from, to);
    if (text != null) {
      tell(unit(object), name, text, mark);
    }
  }

  private static @Nullable AttributeName name(long property) {
    return switch ((int) property) {
      case 12 -> AttributeName.SOFTWARE;
      case 28 -> AttributeName.DESCRIPTION;
      case 44 -> AttributeName.FIRMWARE;
      case 58 -> AttributeName.LOCATION;
      case 70 -> AttributeName.MODEL;
      case 77 -> AttributeName.NAME;
      case 120 -> AttributeName.VENDOR_ID;
      case 121 -> AttributeName.VENDOR;
      case SERIAL_NUMBER -> AttributeName.SERIAL_NUMBER;
      default -> null;
    };
  }

  private int unit(long device) {
    return routed ? (int) (device & 0x3f_ffff) : -1;
  }

  private void tell(int unit, AttributeName name, String value, FrameMark mark) {
    Endpoint sender = conversation.source(direction);
    IpAddress address = forwarded ? IpAddress.ipv4(origin) : sender.address();
    long mac = forwarded ? Endpoint.NO_MAC : sender.mac();
    context
        .attributes()
        .attribute(Attribute.at(mark, address, mac, unit, name, value, Protocol.BACNET));
  }
}
