package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;

/** What applications tell of themselves (OPC 10000-4, 7.2 and 7.14). */
final class UaIdentity {
  private static final int MOST_ENDPOINTS = 32;

  private final Conversation conversation;
  private final DecodeContext context;

  UaIdentity(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
  }

  /**
   * Application, product, name, kind, gateway, profile, addresses; told of who sends that way. A
   * server that lists others is told by these too, for nothing says which of them is itself.
   */
  void application(Direction direction, UaReader in, FrameMark mark) {
    String application = in.text();
    String product = in.text();
    String name = in.localizedText();
    in.skip(4);
    in.bytes();
    in.bytes();
    in.texts();
    if (in.cut) {
      return;
    }
    tell(direction, AttributeName.NAME, application, mark);
    tell(direction, AttributeName.SOFTWARE, product, mark);
    tell(direction, AttributeName.DESCRIPTION, name, mark);
  }

  /** Address, application, certificate, security mode and policy, tokens, transport, level. */
  void endpoints(Direction direction, UaReader in, FrameMark mark) {
    int count = in.count(4);
    for (int i = 0; i < count && !in.cut; i++) {
      in.bytes();
      if (i == 0) {
        application(direction, in, mark);
      } else {
        skipApplication(in);
      }
      in.bytes();
      int mode = in.s32();
      String policy = policy(in.text());
      for (int left = in.count(20); left > 0 && !in.cut; left--) {
        in.bytes();
        in.skip(4);
        in.bytes();
        in.bytes();
        in.bytes();
      }
      in.bytes();
      in.skip(1);
      if (!in.cut && i < MOST_ENDPOINTS) {
        tell(
            direction,
            AttributeName.SERVICE,
            "opcua security " + mode(mode) + " policy " + policy,
            mark);
      }
    }
  }

  private static void skipApplication(UaReader in) {
    in.bytes();
    in.bytes();
    in.localizedText();
    in.skip(4);
    in.bytes();
    in.bytes();
    in.texts();
  }

  static String mode(int mode) {
    return switch (mode) {
      case 1 -> "none";
      case 2 -> "sign";
      case 3 -> "sign-and-encrypt";
      default -> "unknown";
    };
  }

  /** The last part of a policy's address, for example {@code Basic256Sha256}. */
  static String policy(String address) {
    return address.substring(address.lastIndexOf('#') + 1);
  }

  void tell(Direction direction, AttributeName name, String value, FrameMark mark) {
    if (value.isEmpty()) {
      return;
    }
    Endpoint device = conversation.source(direction);
    context
        .attributes()
        .attribute(
            Attribute.at(mark, device.address(), device.mac(), -1, name, value, Protocol.OPC_UA));
  }
}
