package org.bellbuoy.port.protocol.modbus;

import org.bellbuoy.port.operation.OperationClass;

/** Names and classes of the functions (Modbus Application Protocol V1.1b3, chapter 6). */
final class ModbusFunctions {
  private ModbusFunctions() {}

  static String name(int function) {
    return switch (function) {
      case 1 -> "read-coils";
      case 2 -> "read-discrete-inputs";
      case 3 -> "read-holding-registers";
      case 4 -> "read-input-registers";
      case 5 -> "write-single-coil";
      case 6 -> "write-single-register";
      case 7 -> "read-exception-status";
      case 8 -> "diagnostics";
      case 11 -> "get-comm-event-counter";
      case 12 -> "get-comm-event-log";
      case 15 -> "write-multiple-coils";
      case 16 -> "write-multiple-registers";
      case 17 -> "report-server-id";
      case 20 -> "read-file-record";
      case 21 -> "write-file-record";
      case 22 -> "mask-write-register";
      case 23 -> "read-write-multiple-registers";
      case 24 -> "read-fifo-queue";
      case 43 -> "encapsulated-interface-transport";
      case 90 -> "umas";
      default -> "unknown-function";
    };
  }

  static OperationClass classOf(int function) {
    return switch (function) {
      case 1, 2, 3, 4, 20, 24 -> OperationClass.READ;
      case 5, 6, 15, 16, 21, 22, 23 -> OperationClass.WRITE;
      case 7, 8, 11, 12 -> OperationClass.DIAGNOSTIC;
      case 17 -> OperationClass.DISCOVERY;
      default -> OperationClass.OTHER;
    };
  }

  /** Kind of memory that a function is about; empty where it is about none. */
  static String area(int function) {
    return switch (function) {
      case 1, 5, 15 -> "coil";
      case 2 -> "discrete-input";
      case 3, 6, 16, 22, 23, 24 -> "holding-register";
      case 4 -> "input-register";
      case 20, 21 -> "file";
      default -> "";
    };
  }

  /** Subfunctions of function 8 (6.8.1). */
  static String diagnostic(int subfunction) {
    return switch (subfunction) {
      case 0 -> "return-query-data";
      case 1 -> "restart-communications";
      case 2 -> "return-diagnostic-register";
      case 3 -> "change-ascii-delimiter";
      case 4 -> "force-listen-only";
      case 10 -> "clear-counters";
      case 11 -> "return-bus-message-count";
      case 12 -> "return-bus-error-count";
      case 13 -> "return-bus-exception-count";
      case 14 -> "return-server-message-count";
      case 15 -> "return-server-no-response-count";
      case 16 -> "return-server-nak-count";
      case 17 -> "return-server-busy-count";
      case 18 -> "return-bus-overrun-count";
      case 20 -> "clear-overrun-counter";
      default -> "unknown-subfunction";
    };
  }

  /** A restart, or silence until the next, is more than a diagnosis. */
  static OperationClass diagnosticClass(int subfunction) {
    return switch (subfunction) {
      case 1, 4 -> OperationClass.CONTROL;
      case 3 -> OperationClass.CONFIGURATION;
      default -> OperationClass.DIAGNOSTIC;
    };
  }

  /** Exception codes (chapter 7). */
  static String exception(int code) {
    return switch (code) {
      case 1 -> "illegal-function";
      case 2 -> "illegal-data-address";
      case 3 -> "illegal-data-value";
      case 4 -> "server-device-failure";
      case 5 -> "acknowledge";
      case 6 -> "server-device-busy";
      case 7 -> "negative-acknowledge";
      case 8 -> "memory-parity-error";
      case 10 -> "gateway-path-unavailable";
      case 11 -> "gateway-target-failed-to-respond";
      default -> "unknown-exception";
    };
  }
}
