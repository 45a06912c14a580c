package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.operation.OperationClass;

/** Function codes (IEEE 1815, 4.4) and names of what is answered. */
final class Functions {
  static final int CONFIRM = 0;
  static final int READ = 1;
  static final int WRITE = 2;
  static final int SELECT = 3;
  static final int DIRECT_OPERATE_NO_ACK = 6;
  static final int OPEN_FILE = 25;
  static final int RESPONSE = 129;
  static final int UNSOLICITED = 130;
  static final int AUTHENTICATE_RESPONSE = 131;

  private Functions() {}

  static String name(int function) {
    return switch (function) {
      case CONFIRM -> "confirm";
      case READ -> "read";
      case WRITE -> "write";
      case SELECT -> "select";
      case 4 -> "operate";
      case 5 -> "direct-operate";
      case DIRECT_OPERATE_NO_ACK -> "direct-operate-no-ack";
      case 7 -> "immediate-freeze";
      case 8 -> "immediate-freeze-no-ack";
      case 9 -> "freeze-clear";
      case 10 -> "freeze-clear-no-ack";
      case 11 -> "freeze-at-time";
      case 12 -> "freeze-at-time-no-ack";
      case 13 -> "cold-restart";
      case 14 -> "warm-restart";
      case 15 -> "initialize-data";
      case 16 -> "initialize-application";
      case 17 -> "start-application";
      case 18 -> "stop-application";
      case 19 -> "save-configuration";
      case 20 -> "enable-unsolicited";
      case 21 -> "disable-unsolicited";
      case 22 -> "assign-class";
      case 23 -> "delay-measurement";
      case 24 -> "record-current-time";
      case OPEN_FILE -> "open-file";
      case 26 -> "close-file";
      case 27 -> "delete-file";
      case 28 -> "get-file-information";
      case 29 -> "authenticate-file";
      case 30 -> "abort-file";
      case 31 -> "activate-configuration";
      case 32 -> "authenticate-request";
      case 33 -> "authenticate-request-no-ack";
      case RESPONSE -> "response";
      case UNSOLICITED -> "unsolicited-response";
      case AUTHENTICATE_RESPONSE -> "authenticate-response";
      default -> "unknown-function";
    };
  }

  /** Class of a function as such; of a write it depends on what is written. */
  static OperationClass classOf(int function) {
    return switch (function) {
      case READ, UNSOLICITED, 26, 28, 30 -> OperationClass.READ;
      case WRITE -> OperationClass.WRITE;
      case SELECT, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18 -> OperationClass.CONTROL;
      case 15, 19, 20, 21, 22, 24, 31 -> OperationClass.CONFIGURATION;
      case 23 -> OperationClass.DIAGNOSTIC;
      case OPEN_FILE, 27 -> OperationClass.PROGRAM;
      case 29, 32, 33 -> OperationClass.AUTHENTICATION;
      default -> OperationClass.OTHER;
    };
  }

  /** Class of a write to objects of a group: the clock and files are no plain values. */
  static OperationClass writeClass(int group) {
    return switch (group) {
      case 34, 50, 51, 52 -> OperationClass.CONFIGURATION;
      case 70 -> OperationClass.PROGRAM;
      default -> OperationClass.WRITE;
    };
  }

  static boolean isRequest(int function) {
    return function > CONFIRM && function < RESPONSE;
  }

  static boolean known(int function) {
    return function <= 33 || (function >= RESPONSE && function <= AUTHENTICATE_RESPONSE);
  }

  /** Whether the function has no answer by its definition. */
  static boolean unanswered(int function) {
    return switch (function) {
      case DIRECT_OPERATE_NO_ACK, 8, 10, 12, 33 -> true;
      default -> false;
    };
  }

  /** Whether objects in a request carry values; those of reads, freezes and classes do not. */
  static boolean carriesValues(int function) {
    return switch (function) {
      case WRITE, SELECT, 4, 5, 6, 11, 12 -> true;
      default -> function > 22;
    };
  }

  /** Whether an outstation is commanded point by point, and echoes each with its status. */
  static boolean commands(int function) {
    return function >= SELECT && function <= DIRECT_OPERATE_NO_ACK;
  }

  /** Status of a command (11.5, table of status codes). */
  static String status(int status) {
    return switch (status) {
      case 0 -> "success";
      case 1 -> "timeout";
      case 2 -> "no-select";
      case 3 -> "format-error";
      case 4 -> "not-supported";
      case 5 -> "already-active";
      case 6 -> "hardware-error";
      case 7 -> "local";
      case 8 -> "too-many-objects";
      case 9 -> "not-authorized";
      case 10 -> "automation-inhibit";
      case 11 -> "processing-limited";
      case 12 -> "out-of-range";
      case 13 -> "downstream-local";
      case 14 -> "already-complete";
      case 15 -> "blocked";
      case 16 -> "cancelled";
      case 17 -> "blocked-other-master";
      case 18 -> "downstream-fail";
      case 126 -> "non-participating";
      case 127 -> "undefined";
      default -> "unknown-status";
    };
  }

  /**
   * The error among the internal indications of a response (4.5): those of the second byte that say
   * that the request was not carried out. Empty where there is none.
   */
  static String error(int indications) {
    return (indications & 1) != 0
        ? "function-not-supported"
        : (indications & 2) != 0
            ? "object-unknown"
            : (indications & 4) != 0
                ? "parameter-error"
                : (indications & 0x10) != 0 ? "already-executing" : "";
  }
}
