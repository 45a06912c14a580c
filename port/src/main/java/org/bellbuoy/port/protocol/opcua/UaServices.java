package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.operation.OperationClass;

/**
 * Services by the number of their request's binary encoding (OPC 10000-6, annex A, NodeIds.csv). A
 * response has its request's number plus 3, but for two younger services plus 1.
 */
final class UaServices {
  static final int SERVICE_FAULT = 397;
  static final int FIND_SERVERS = 422;
  static final int GET_ENDPOINTS = 428;
  static final int OPEN_CHANNEL = 446;
  static final int CLOSE_CHANNEL = 452;
  static final int CREATE_SESSION = 461;
  static final int ACTIVATE_SESSION = 467;
  static final int BROWSE = 527;
  static final int READ = 631;
  static final int WRITE = 673;
  static final int CALL = 712;
  static final int CREATE_MONITORED_ITEMS = 751;
  static final int CREATE_SUBSCRIPTION = 787;
  static final int PUBLISH = 826;

  private UaServices() {}

  static boolean isRequest(long type) {
    return type > 0 && type < 0xffff && !name((int) type).isEmpty();
  }

  static boolean isResponse(long type) {
    return type == SERVICE_FAULT || request(type) > 0;
  }

  /** Number of the request that a response answers; 0 where the type is no response. */
  static int request(long type) {
    int request = (int) (type > 12000 && type < 13000 ? type - 1 : type - 3);
    return type > 0 && type < 0xffff && isRequest(request) ? request : 0;
  }

  /** Empty where it is no request. */
  static String name(int request) {
    return switch (request) {
      case FIND_SERVERS -> "find-servers";
      case 12208 -> "find-servers-on-network";
      case GET_ENDPOINTS -> "get-endpoints";
      case 437 -> "register-server";
      case 12211 -> "register-server-2";
      case OPEN_CHANNEL -> "open-secure-channel";
      case CLOSE_CHANNEL -> "close-secure-channel";
      case CREATE_SESSION -> "create-session";
      case ACTIVATE_SESSION -> "activate-session";
      case 473 -> "close-session";
      case 479 -> "cancel";
      case 488 -> "add-nodes";
      case 494 -> "add-references";
      case 500 -> "delete-nodes";
      case 506 -> "delete-references";
      case BROWSE -> "browse";
      case 533 -> "browse-next";
      case 554 -> "translate-browse-paths-to-node-ids";
      case 560 -> "register-nodes";
      case 566 -> "unregister-nodes";
      case 615 -> "query-first";
      case 621 -> "query-next";
      case READ -> "read";
      case 664 -> "history-read";
      case WRITE -> "write";
      case 700 -> "history-update";
      case CALL -> "call";
      case CREATE_MONITORED_ITEMS -> "create-monitored-items";
      case 763 -> "modify-monitored-items";
      case 769 -> "set-monitoring-mode";
      case 775 -> "set-triggering";
      case 781 -> "delete-monitored-items";
      case CREATE_SUBSCRIPTION -> "create-subscription";
      case 793 -> "modify-subscription";
      case 799 -> "set-publishing-mode";
      case PUBLISH -> "publish";
      case 832 -> "republish";
      case 841 -> "transfer-subscriptions";
      case 847 -> "delete-subscriptions";
      default -> "";
    };
  }

  static OperationClass classOf(int request) {
    return switch (request) {
      case FIND_SERVERS, 12208, GET_ENDPOINTS, BROWSE, 533, 554, 615, 621 ->
          OperationClass.DISCOVERY;
      case OPEN_CHANNEL, CREATE_SESSION, ACTIVATE_SESSION, 473 -> OperationClass.AUTHENTICATION;
      case READ, 664, PUBLISH, 832 -> OperationClass.READ;
      case CREATE_MONITORED_ITEMS, CREATE_SUBSCRIPTION, 841 -> OperationClass.READ;
      case WRITE, 700 -> OperationClass.WRITE;
      // A method does what its maker will; what it was asked for is to do something.
      case CALL -> OperationClass.CONTROL;
      case 488, 494, 500, 506, 437, 12211 -> OperationClass.CONFIGURATION;
      default -> OperationClass.DIAGNOSTIC;
    };
  }

  /** Attributes of nodes (OPC 10000-6, A.1). */
  static String attribute(int attribute) {
    return switch (attribute) {
      case 1 -> "node-id";
      case 2 -> "node-class";
      case 3 -> "browse-name";
      case 4 -> "display-name";
      case 5 -> "description";
      case 6 -> "write-mask";
      case 7 -> "user-write-mask";
      case 8 -> "is-abstract";
      case 12 -> "event-notifier";
      case 13 -> "value";
      case 14 -> "data-type";
      case 15 -> "value-rank";
      case 16 -> "array-dimensions";
      case 17 -> "access-level";
      case 18 -> "user-access-level";
      case 19 -> "minimum-sampling-interval";
      case 20 -> "historizing";
      case 21 -> "executable";
      case 22 -> "user-executable";
      default -> "unknown-attribute";
    };
  }
}
