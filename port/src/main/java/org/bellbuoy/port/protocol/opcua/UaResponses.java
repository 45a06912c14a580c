package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.jspecify.annotations.Nullable;

/** Responses to the ledger, and what they tell of servers. Not thread safe. */
final class UaResponses {
  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final UaIdentity identity;
  private final BuildInfoReads builds;

  UaResponses(
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
   * Reads one response; its type is passed over.
   *
   * @param service the request's number, 0 for a fault
   */
  void response(Direction direction, int service, UaReader in, long key, FrameMark mark) {
    int result = in.responseHeader();
    if (in.cut) {
      context.reject("opcua-response", mark, "a response ends within its header.");
    }
    Operation operation = pending.waiting(key);
    if (operation == null || (service != 0 && operation.functionCode() != service)) {
      Operation unasked =
          context
              .ledger()
              .begin(conversation, direction.opposite(), Protocol.OPC_UA, mark)
              .function(
                  service == 0 ? UaServices.SERVICE_FAULT : service,
                  service == 0 ? "service-fault" : UaServices.name(service),
                  UaServices.classOf(service));
      unasked.answered(
          mark, OperationResult.ANSWER_ONLY, UaStatus.code(result), UaStatus.name(result));
      context.ledger().emit(unasked);
    } else if (service == UaServices.WRITE || service == UaServices.CALL) {
      each(service, in, key, result, mark);
    } else {
      answer(key, result, mark);
    }
    if (!UaStatus.isBad(result) && !in.cut) {
      tell(direction, service, in, key, mark);
    }
  }

  /** Results stand in the order of what was asked. */
  private void each(int service, UaReader in, long key, int result, FrameMark mark) {
    int count = UaStatus.isBad(result) ? 0 : in.count(4);
    Operation operation = answer(key, count == 0 ? result : one(service, in), mark);
    for (int i = 1; operation != null; i++) {
      operation = answer(key, i < count && !in.cut ? one(service, in) : result, mark);
    }
  }

  private static int one(int service, UaReader in) {
    int status = in.s32();
    if (service == UaServices.CALL) {
      for (int left = in.count(4); left > 0 && !in.cut; left--) {
        in.skip(4);
      }
      in.diagnosticInfos();
      for (int left = in.count(1); left > 0 && !in.cut; left--) {
        in.variant(0);
      }
    }
    return status;
  }

  private @Nullable Operation answer(long key, int status, FrameMark mark) {
    Operation operation = pending.answer(key);
    if (operation != null) {
      operation.answered(
          mark,
          UaStatus.isBad(status) ? OperationResult.REFUSED : OperationResult.ACCEPTED,
          UaStatus.code(status),
          UaStatus.name(status));
      context.ledger().emit(operation);
    }
    return operation;
  }

  private void tell(Direction direction, int service, UaReader in, long key, FrameMark mark) {
    switch (service) {
      case UaServices.GET_ENDPOINTS -> identity.endpoints(direction, in, mark);
      case UaServices.READ -> builds.response(direction, in, key, mark);
      case UaServices.FIND_SERVERS -> {
        for (int left = in.count(4); left > 0 && !in.cut; left--) {
          identity.application(direction, in, mark);
        }
      }
      case UaServices.CREATE_SESSION -> {
        in.node();
        in.node();
        in.skip(8);
        in.bytes();
        in.bytes();
        identity.endpoints(direction, in, mark);
      }
      default -> {}
    }
  }
}
