package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;

/**
 * PCCC commands (DF1 Protocol and Command Set, 1770-6.5.16, chapter 7) as the PCCC object carries
 * them: requestor (its length, vendor, serial number), command, status, transaction, and where the
 * command has functions, the function.
 */
final class Pccc {
  /** Functions as the ledger numbers them: the command, then the function in the low byte. */
  static final int DIAGNOSTIC_STATUS = 0x0603;

  private static final int EXTENDED_STATUS = 0xf0;

  private Pccc() {}

  /** Whether the data of an Execute PCCC can be one. */
  static boolean isOne(byte[] b, int at, int length) {
    return length >= 5 && b[at] >= 1 && (b[at] & 0xff) + 4 <= length;
  }

  /** Where its command stands. */
  static int commandAt(byte[] b, int at) {
    return at + (b[at] & 0xff);
  }

  /** Takes up the answer to an operation. */
  static void answer(Operation operation, byte[] b, int at, int length, FrameMark mark) {
    if (!isOne(b, at, length)) {
      operation.answered(mark, OperationResult.ACCEPTED, 0, "");
      return;
    }
    int command = commandAt(b, at);
    int status = b[command + 1] & 0xff;
    if (status == 0) {
      operation.answered(mark, OperationResult.ACCEPTED, 0, "");
    } else if (status == EXTENDED_STATUS && at + length > command + 4) {
      int extended = b[command + 4] & 0xff;
      operation.answered(mark, OperationResult.REFUSED, status << 8 | extended, extended(extended));
    } else {
      operation.answered(mark, OperationResult.REFUSED, status, status(status));
    }
  }

  static boolean hasFunction(int command) {
    return command == 0x06 || command == 0x07 || command == 0x0b || command == 0x0f;
  }

  static String name(int code) {
    return switch (code) {
      case 0x00_00 -> "protected-write";
      case 0x01_00 -> "unprotected-read";
      case 0x02_00 -> "protected-bit-write";
      case 0x05_00 -> "unprotected-bit-write";
      case 0x08_00 -> "unprotected-write";
      case 0x06_00 -> "echo";
      case 0x06_01 -> "read-diagnostic-counters";
      case 0x06_02 -> "set-variables";
      case DIAGNOSTIC_STATUS -> "diagnostic-status";
      case 0x06_04 -> "set-timeout";
      case 0x06_05 -> "set-naks";
      case 0x06_06 -> "set-enqs";
      case 0x06_07 -> "reset-diagnostic-counters";
      case 0x06_08 -> "set-data-table-size";
      case 0x06_09 -> "read-link-parameters";
      case 0x06_0a -> "set-link-parameters";
      case 0x07_00 -> "disable-outputs";
      case 0x07_01 -> "enable-outputs";
      case 0x07_03 -> "enable-plc-scanning";
      case 0x07_04 -> "enter-download-mode";
      case 0x07_05 -> "exit-download-upload-mode";
      case 0x07_06 -> "enter-upload-mode";
      case 0x0f_00 -> "word-range-write";
      case 0x0f_01 -> "word-range-read";
      case 0x0f_02 -> "bit-write";
      case 0x0f_03 -> "file-write";
      case 0x0f_04 -> "file-read";
      case 0x0f_05 -> "download-request";
      case 0x0f_06 -> "upload";
      case 0x0f_07 -> "shutdown";
      case 0x0f_08 -> "physical-write";
      case 0x0f_09 -> "physical-read";
      case 0x0f_0a -> "restart-request";
      case 0x0f_11 -> "get-edit-resource";
      case 0x0f_12 -> "return-edit-resource";
      case 0x0f_17 -> "read-bytes-physical";
      case 0x0f_18 -> "write-bytes-physical";
      case 0x0f_26 -> "read-modify-write";
      case 0x0f_29 -> "read-section-size";
      case 0x0f_3a -> "set-cpu-mode";
      case 0x0f_41 -> "disable-forces";
      case 0x0f_50 -> "download-all-request";
      case 0x0f_52 -> "download-completed";
      case 0x0f_53 -> "upload-all-request";
      case 0x0f_55 -> "upload-completed";
      case 0x0f_57 -> "initialize-memory";
      case 0x0f_5e -> "modify-plc-2-compatibility-file";
      case 0x0f_67 -> "typed-write";
      case 0x0f_68 -> "typed-read";
      case 0x0f_79 -> "read-modify-write-n";
      case 0x0f_80 -> "change-mode";
      case 0x0f_81 -> "open-file";
      case 0x0f_82 -> "close-file";
      case 0x0f_88 -> "execute-multiple-commands";
      case 0x0f_8f -> "apply-port-configuration";
      case 0x0f_a1 -> "protected-typed-logical-read-two-fields";
      case 0x0f_a2 -> "protected-typed-logical-read-three-fields";
      case 0x0f_a7 -> "protected-typed-file-read";
      case 0x0f_a9 -> "protected-typed-logical-write-two-fields";
      case 0x0f_aa -> "protected-typed-logical-write-three-fields";
      case 0x0f_ab -> "protected-typed-logical-masked-write";
      case 0x0f_af -> "protected-typed-file-write";
      default -> "unknown-pccc-function";
    };
  }

  static OperationClass classOf(int code) {
    return switch (code) {
      case 0x01_00, 0x0f_01, 0x0f_04, 0x0f_09, 0x0f_17, 0x0f_68, 0x0f_a1, 0x0f_a2 ->
          OperationClass.READ;
      case 0x00_00,
          0x02_00,
          0x05_00,
          0x08_00,
          0x0f_00,
          0x0f_02,
          0x0f_03,
          0x0f_08,
          0x0f_18,
          0x0f_26,
          0x0f_67,
          0x0f_79,
          0x0f_a9,
          0x0f_aa,
          0x0f_ab ->
          OperationClass.WRITE;
      case 0x07_00, 0x07_01, 0x07_03, 0x0f_07, 0x0f_0a, 0x0f_3a, 0x0f_41, 0x0f_80 ->
          OperationClass.CONTROL;
      case 0x07_04,
          0x07_05,
          0x07_06,
          0x0f_05,
          0x0f_06,
          0x0f_11,
          0x0f_12,
          0x0f_50,
          0x0f_52,
          0x0f_53,
          0x0f_55,
          0x0f_57,
          0x0f_81,
          0x0f_82,
          0x0f_a7,
          0x0f_af ->
          OperationClass.PROGRAM;
      case 0x06_02, 0x06_04, 0x06_05, 0x06_06, 0x06_08, 0x06_0a, 0x0f_5e, 0x0f_8f ->
          OperationClass.CONFIGURATION;
      case DIAGNOSTIC_STATUS -> OperationClass.DISCOVERY;
      case 0x06_00, 0x06_01, 0x06_07, 0x06_09, 0x0f_29 -> OperationClass.DIAGNOSTIC;
      default -> OperationClass.OTHER;
    };
  }

  private static String status(int status) {
    return switch (status) {
      case 0x10 -> "illegal-command-or-format";
      case 0x20 -> "host-has-a-problem";
      case 0x30 -> "remote-node-missing";
      case 0x40 -> "hardware-fault";
      case 0x50 -> "addressing-problem-or-memory-protect";
      case 0x60 -> "command-protection";
      case 0x70 -> "processor-in-program-mode";
      case 0x80 -> "compatibility-file-missing";
      case 0x90 -> "remote-node-cannot-buffer";
      case 0xb0 -> "remote-node-downloading";
      default -> "unknown-status";
    };
  }

  /** Extended status (1770-6.5.16, chapter 8). */
  private static String extended(int status) {
    return switch (status) {
      case 0x01 -> "illegal-field-value";
      case 0x02 -> "too-few-address-levels";
      case 0x03 -> "too-many-address-levels";
      case 0x04 -> "symbol-not-found";
      case 0x05 -> "symbol-of-improper-format";
      case 0x06 -> "address-is-not-usable";
      case 0x07 -> "wrong-file-size";
      case 0x08 -> "situation-has-changed";
      case 0x09 -> "too-large";
      case 0x0a -> "transaction-plus-address-too-large";
      case 0x0b -> "access-denied";
      case 0x0c -> "condition-cannot-be-generated";
      case 0x0d -> "condition-exists";
      case 0x0e -> "shutdown-cannot-be-executed";
      case 0x0f -> "histogram-overflow";
      case 0x10 -> "no-access";
      case 0x11 -> "illegal-data-type";
      case 0x12 -> "invalid-parameter";
      case 0x13 -> "deleted-area";
      case 0x1a -> "file-is-open";
      case 0x1b -> "another-node-is-program-owner";
      default -> "unknown-extended-status";
    };
  }
}
