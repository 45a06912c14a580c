package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;

/**
 * Requests to the ledger (OPC 10000-4, chapter 5). Each node that is written and each method that
 * is called is an operation; services that only ask are one, with their first node and how many
 * there are. Not thread safe.
 */
final class UaRequests {
  private static final int VALUE = 13;
  private static final int ANONYMOUS = 321;
  private static final int USER_NAME = 324;
  private static final int CERTIFICATE = 327;
  private static final int ISSUED = 940;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final NodeTexts nodes = new NodeTexts();
  private final UaIdentity identity;
  private final BuildInfoReads builds;

  UaRequests(
      Conversation conversation,
      DecodeContext context,
      PendingRequests pending,
      UaIdentity identity,
      BuildInfoReads builds) {
    this.conversation = conversation;
    this.context = context;
    this.pending = pending;
    this.identity = identity;
    this.builds = builds;
  }

  /**
   * Reads one request; its type is known and passed over.
   *
   * @param channel what the channel's opening says of its security, empty elsewhere
   */
  void request(
      Direction direction, int service, UaReader in, long key, String channel, FrameMark mark) {
    in.requestHeader();
    switch (service) {
      case UaServices.WRITE -> write(direction, in, key, mark);
      case UaServices.CALL -> call(direction, in, key, mark);
      default -> {
        Operation operation = begin(direction, service, mark);
        fill(direction, operation, service, in, key, channel, mark);
        if (service == UaServices.CLOSE_CHANNEL) {
          operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
          context.ledger().emit(operation);
        } else {
          pending.add(key, operation);
        }
      }
    }
    if (in.cut) {
      context.reject(
          "opcua-request",
          mark,
          UaServices.name(service)
              + " ends before its fields do; it is in the ledger as far as it could be read.");
    }
  }

  private Operation begin(Direction direction, int service, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.OPC_UA, mark)
        .function(service, UaServices.name(service), UaServices.classOf(service));
  }

  private void fill(
      Direction direction,
      Operation operation,
      int service,
      UaReader in,
      long key,
      String channel,
      FrameMark mark) {
    switch (service) {
      case UaServices.OPEN_CHANNEL -> openChannel(operation, in, channel);
      case UaServices.CREATE_SESSION -> createSession(direction, operation, in, mark);
      case UaServices.ACTIVATE_SESSION -> activateSession(operation, in);
      case UaServices.READ -> {
        in.skip(12);
        int from = in.at;
        int count = firstOf(operation, in, 4 + 4 + 2, true);
        if (count > 0 && !in.cut) {
          in.at = from + 4;
          builds.request(in, count, key);
        }
      }
      case UaServices.BROWSE -> {
        in.node();
        in.skip(16);
        firstOf(operation, in, 2, false);
      }
      case UaServices.CREATE_MONITORED_ITEMS -> {
        operation.target(TargetPart.INSTANCE, in.u32());
        in.skip(4);
        firstOf(operation, in, 2, true);
      }
      case UaServices.FIND_SERVERS, UaServices.GET_ENDPOINTS -> name(operation, in);
      default -> {}
    }
  }

  private static void openChannel(Operation operation, UaReader in, String channel) {
    in.skip(8);
    int mode = in.s32();
    operation.target(TargetPart.NAME, channel);
    operation.target(
        TargetPart.SUBFUNCTION,
        switch (mode) {
          case 1 -> "none";
          case 2 -> "sign";
          case 3 -> "sign-and-encrypt";
          default -> "unknown-mode";
        });
  }

  private static void name(Operation operation, UaReader in) {
    String text = in.text();
    if (!text.isEmpty()) {
      operation.target(TargetPart.NAME, text);
    }
  }

  /** Who wants a session: what the application says of itself, then the session's name. */
  private void createSession(
      Direction direction, Operation operation, UaReader in, FrameMark mark) {
    identity.application(direction, in, mark);
    in.bytes();
    in.bytes();
    name(operation, in);
  }

  /**
   * Signature, certificates, languages, then the token: who the user says to be. Passwords are not
   * kept.
   */
  private static void activateSession(Operation operation, UaReader in) {
    in.bytes();
    in.bytes();
    for (int left = in.count(8); left > 0 && !in.cut; left--) {
      in.bytes();
      in.bytes();
    }
    in.texts();
    int type = (int) in.extensionObject();
    operation.target(
        TargetPart.SUBFUNCTION,
        switch (type) {
          case ANONYMOUS -> "anonymous";
          case USER_NAME -> "user-name";
          case CERTIFICATE -> "certificate";
          case ISSUED -> "issued-token";
          default -> "unknown-token";
        });
    if (type != USER_NAME || in.cut || in.textLength == 0) {
      return;
    }
    int after = in.at;
    int end = in.end;
    in.set(in.b, in.textAt, in.textLength);
    in.bytes();
    name(operation, in);
    in.bytes();
    int password = in.textLength;
    in.bytes();
    if (password > 0 && in.textLength == 0) {
      operation.target(TargetPart.ATTRIBUTE, "password-in-clear");
    }
    in.at = after;
    in.end = end;
  }

  /** How many there are, and the first of them. */
  private int firstOf(Operation operation, UaReader in, int leastBytes, boolean attribute) {
    int count = in.count(leastBytes);
    operation.target(TargetPart.COUNT, count);
    if (count > 0) {
      node(operation, TargetPart.NAME, in);
      if (attribute) {
        attribute(operation, in.s32());
      }
    }
    return count;
  }

  private void node(Operation operation, TargetPart part, UaReader in) {
    int from = in.at;
    in.node();
    if (!in.cut) {
      operation.target(part, nodes.text(in.b, from, in.at - from));
    }
  }

  private static void attribute(Operation operation, int attribute) {
    operation.target(TargetPart.ATTRIBUTE, attribute);
    operation.target(TargetPart.ATTRIBUTE, UaServices.attribute(attribute));
  }

  /** Node, attribute, range, value; of each node. */
  private void write(Direction direction, UaReader in, long key, FrameMark mark) {
    int count = in.count(4 + 4 + 2);
    for (int left = Math.max(1, count); left > 0; left--) {
      Operation operation = begin(direction, UaServices.WRITE, mark);
      if (count > 0) {
        node(operation, TargetPart.NAME, in);
        int attribute = in.s32();
        attribute(operation, attribute);
        if (attribute != VALUE && !in.cut) {
          operation.function(
              UaServices.WRITE, UaServices.name(UaServices.WRITE), OperationClass.CONFIGURATION);
        }
        in.bytes();
        int valueAt = in.dataValue(0);
        if (valueAt >= 0 && !in.cut) {
          keepValue(operation, in, valueAt);
        }
      }
      pending.add(key, operation);
      if (in.cut) {
        return;
      }
    }
  }

  /** The variant alone, without the status and times behind it. */
  private static void keepValue(Operation operation, UaReader in, int valueAt) {
    int after = in.at;
    in.at = valueAt;
    in.variant(1);
    UaValue.keep(operation, in.b, valueAt, in.at);
    in.at = after;
  }

  /** Object, method, arguments; of each method. */
  private void call(Direction direction, UaReader in, long key, FrameMark mark) {
    int count = in.count(2 + 2 + 4);
    for (int left = Math.max(1, count); left > 0; left--) {
      Operation operation = begin(direction, UaServices.CALL, mark);
      if (count > 0) {
        node(operation, TargetPart.NAME, in);
        node(operation, TargetPart.SUBFUNCTION, in);
        int arguments = in.count(1);
        operation.target(TargetPart.COUNT, arguments);
        int from = in.at;
        for (int i = 0; i < arguments && !in.cut; i++) {
          in.variant(0);
        }
        if (arguments == 1 && !in.cut) {
          UaValue.keep(operation, in.b, from, in.at);
        } else if (arguments > 1) {
          operation.value(ValueKind.BYTES, in.b, from, in.at - from);
        }
      }
      pending.add(key, operation);
      if (in.cut) {
        return;
      }
    }
  }
}
