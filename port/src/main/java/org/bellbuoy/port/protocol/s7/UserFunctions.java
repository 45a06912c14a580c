package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.operation.OperationClass;

/** Names and classes of the functions in user data, by group and subfunction. */
final class UserFunctions {
  static final int MODE = 0;
  static final int PROGRAMMER = 1;
  static final int CYCLIC = 2;
  static final int BLOCKS = 3;
  static final int CPU = 4;
  static final int SECURITY = 5;
  static final int PBC = 6;
  static final int TIME = 7;
  static final int NC = 15;

  static final int READ_SZL = 1;
  static final int UNSUBSCRIBE = 4;

  private UserFunctions() {}

  /** The number that stands in the ledger: 7 for user data, group, subfunction. */
  static int code(int group, int subfunction) {
    return Header.USER_DATA << 16 | group << 8 | subfunction;
  }

  static String name(int group, int subfunction) {
    return switch (group) {
      case PROGRAMMER -> programmer(subfunction);
      case CYCLIC ->
          switch (subfunction) {
            case 1 -> "cyclic-transfer";
            case UNSUBSCRIBE -> "cyclic-unsubscribe";
            case 5 -> "change-driven-transfer";
            case 7 -> "change-driven-transfer-modify";
            case 8 -> "cyclic-read-record";
            default -> "unknown-cyclic-function";
          };
      case BLOCKS ->
          switch (subfunction) {
            case 1 -> "list-blocks";
            case 2 -> "list-blocks-of-type";
            case 3 -> "get-block-info";
            default -> "unknown-block-function";
          };
      case CPU -> cpu(subfunction);
      case SECURITY ->
          switch (subfunction) {
            case 1 -> "plc-password";
            case 2 -> "plc-password-logout";
            default -> "unknown-security-function";
          };
      case PBC -> "block-send-receive";
      case TIME ->
          switch (subfunction) {
            case 1, 3 -> "read-clock";
            case 2, 4 -> "set-clock";
            default -> "unknown-time-function";
          };
      case NC ->
          switch (subfunction) {
            case 1 -> "nc-request-download";
            case 2 -> "nc-download-block";
            case 3 -> "nc-continue-download";
            case 4 -> "nc-download-ended";
            case 6 -> "nc-start-upload";
            case 7 -> "nc-upload";
            case 8 -> "nc-continue-upload";
            default -> "unknown-nc-function";
          };
      default -> "unknown-user-data-function";
    };
  }

  private static String programmer(int subfunction) {
    return switch (subfunction) {
      case 0x01 -> "block-status";
      case 0x02 -> "variable-status";
      case 0x03 -> "output-istack";
      case 0x04 -> "output-bstack";
      case 0x05 -> "output-lstack";
      case 0x06 -> "time-measurement";
      case 0x07 -> "force-selection";
      case 0x08 -> "modify-variable";
      case 0x09 -> "force";
      case 0x0a -> "breakpoint";
      case 0x0b -> "exit-hold";
      case 0x0c -> "memory-reset";
      case 0x0d -> "disable-job";
      case 0x0e -> "enable-job";
      case 0x0f -> "delete-job";
      case 0x10 -> "read-job-list";
      case 0x11 -> "read-job";
      case 0x12 -> "replace-job";
      case 0x13 -> "block-status-2";
      case 0x16 -> "flash-led";
      default -> "unknown-programmer-function";
    };
  }

  private static String cpu(int subfunction) {
    return switch (subfunction) {
      case READ_SZL -> "read-szl";
      case 0x02 -> "message-service";
      case 0x03 -> "diagnostic-message";
      case 0x05 -> "alarm-8-indication";
      case 0x06 -> "notify-indication";
      case 0x07 -> "alarm-8-lock";
      case 0x08 -> "alarm-8-unlock";
      case 0x09 -> "scan-indication";
      case 0x0b -> "alarm-acknowledge";
      case 0x0c -> "alarm-acknowledge-indication";
      case 0x0d -> "alarm-8-lock-indication";
      case 0x0e -> "alarm-8-unlock-indication";
      case 0x11 -> "alarm-sq-indication";
      case 0x12 -> "alarm-s-indication";
      case 0x13 -> "alarm-query";
      case 0x16 -> "notify-8-indication";
      default -> "unknown-cpu-function";
    };
  }

  /** Forcing, leaving a breakpoint and erasing change what a controller does. */
  static OperationClass classOf(int group, int subfunction) {
    return switch (group) {
      case PROGRAMMER ->
          switch (subfunction) {
            case 0x08 -> OperationClass.WRITE;
            case 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x12 -> OperationClass.CONTROL;
            default -> OperationClass.DIAGNOSTIC;
          };
      case CYCLIC -> OperationClass.READ;
      case BLOCKS -> OperationClass.DIAGNOSTIC;
      case CPU ->
          switch (subfunction) {
            case 0x07, 0x08, 0x0b -> OperationClass.CONTROL;
            case 0x13 -> OperationClass.READ;
            default -> OperationClass.DIAGNOSTIC;
          };
      case SECURITY -> OperationClass.AUTHENTICATION;
      case PBC -> OperationClass.WRITE;
      case TIME ->
          subfunction == 2 || subfunction == 4
              ? OperationClass.CONFIGURATION
              : OperationClass.DIAGNOSTIC;
      case NC -> OperationClass.PROGRAM;
      default -> OperationClass.OTHER;
    };
  }

  /** The state that a controller says to have gone to. */
  static String mode(int mode) {
    return switch (mode) {
      case 0 -> "stop";
      case 1 -> "warm-restart";
      case 2 -> "run";
      case 3 -> "hot-restart";
      case 4 -> "hold";
      case 6 -> "cold-restart";
      case 9 -> "run-redundant";
      case 11 -> "link-up";
      case 12 -> "update";
      default -> "unknown-mode";
    };
  }
}
