package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.operation.OperationClass;

/** Commands (W342, 5-1). */
final class Commands {
  static final int MEMORY_READ = 0x0101;
  static final int MEMORY_WRITE = 0x0102;
  static final int MEMORY_FILL = 0x0103;
  static final int MULTIPLE_READ = 0x0104;
  static final int MEMORY_TRANSFER = 0x0105;
  static final int RUN = 0x0401;
  static final int CONTROLLER_DATA = 0x0501;
  static final int FORCE = 0x2301;

  private Commands() {}

  static boolean known(int command) {
    return !name(command).isEmpty();
  }

  /** The command's name; empty where it is not known. */
  static String name(int command) {
    return switch (command) {
      case MEMORY_READ -> "memory-area-read";
      case MEMORY_WRITE -> "memory-area-write";
      case MEMORY_FILL -> "memory-area-fill";
      case MULTIPLE_READ -> "multiple-memory-area-read";
      case MEMORY_TRANSFER -> "memory-area-transfer";
      case 0x0201 -> "parameter-area-read";
      case 0x0202 -> "parameter-area-write";
      case 0x0203 -> "parameter-area-clear";
      case 0x0220 -> "data-link-table-read";
      case 0x0221 -> "data-link-table-write";
      case 0x0304 -> "program-area-protect";
      case 0x0305 -> "program-area-protect-clear";
      case 0x0306 -> "program-area-read";
      case 0x0307 -> "program-area-write";
      case 0x0308 -> "program-area-clear";
      case RUN -> "run";
      case 0x0402 -> "stop";
      case 0x0403 -> "reset";
      case CONTROLLER_DATA -> "controller-data-read";
      case 0x0502 -> "connection-data-read";
      case 0x0601 -> "controller-status-read";
      case 0x0602 -> "network-status-read";
      case 0x0603 -> "data-link-status-read";
      case 0x0620 -> "cycle-time-read";
      case 0x0701 -> "clock-read";
      case 0x0702 -> "clock-write";
      case 0x0801 -> "internode-echo-test";
      case 0x0802 -> "broadcast-test-results-read";
      case 0x0803 -> "broadcast-test-data-send";
      case 0x0920 -> "message-read-clear";
      case 0x0c01 -> "access-right-acquire";
      case 0x0c02 -> "access-right-forced-acquire";
      case 0x0c03 -> "access-right-release";
      case 0x2101 -> "error-clear";
      case 0x2102 -> "error-log-read";
      case 0x2103 -> "error-log-clear";
      case 0x2140 -> "write-access-log-read";
      case 0x2141 -> "write-access-log-clear";
      case 0x2201 -> "file-name-read";
      case 0x2202 -> "single-file-read";
      case 0x2203 -> "single-file-write";
      case 0x2204 -> "memory-format";
      case 0x2205 -> "file-delete";
      case 0x2206 -> "volume-label-create-delete";
      case 0x2207 -> "file-copy";
      case 0x2208 -> "file-name-change";
      case 0x2209 -> "file-data-check";
      case 0x220a -> "memory-area-file-transfer";
      case 0x220b -> "parameter-area-file-transfer";
      case 0x220c -> "program-area-file-transfer";
      case 0x220f -> "file-memory-index-read";
      case 0x2210 -> "file-memory-read";
      case 0x2211 -> "file-memory-write";
      case 0x2215 -> "directory-create-delete";
      case 0x2220 -> "memory-cassette-transfer";
      case FORCE -> "forced-set-reset";
      case 0x2302 -> "forced-set-reset-cancel";
      case 0x230a -> "multiple-forced-status-read";
      case 0x2601 -> "name-set";
      case 0x2602 -> "name-delete";
      case 0x2603 -> "name-read";
      default -> "";
    };
  }

  static OperationClass classOf(int command) {
    return switch (command) {
      case MEMORY_READ, MULTIPLE_READ, 0x0201, 0x0220, 0x230a -> OperationClass.READ;
      case MEMORY_WRITE, MEMORY_FILL, MEMORY_TRANSFER, 0x220a -> OperationClass.WRITE;
      case 0x0202, 0x0203, 0x0221, 0x0702, 0x220b, 0x2601, 0x2602 -> OperationClass.CONFIGURATION;
      case 0x0304, 0x0305, 0x0306, 0x0307, 0x0308, 0x220c, 0x2220 -> OperationClass.PROGRAM;
      case 0x2201, 0x2202, 0x2209, 0x220f, 0x2210 -> OperationClass.READ;
      case 0x2203, 0x2204, 0x2205, 0x2206, 0x2207, 0x2208, 0x2211, 0x2215 -> OperationClass.PROGRAM;
      case RUN, 0x0402, 0x0403, FORCE, 0x2302, 0x2101, 0x2103, 0x2141 -> OperationClass.CONTROL;
      case CONTROLLER_DATA, 0x0502, 0x2603 -> OperationClass.DISCOVERY;
      case 0x0c01, 0x0c02, 0x0c03 -> OperationClass.AUTHENTICATION;
      case 0x0601, 0x0602, 0x0603, 0x0620, 0x0701, 0x0801, 0x0802, 0x0803, 0x0920, 0x2102, 0x2140 ->
          OperationClass.DIAGNOSTIC;
      default -> OperationClass.OTHER;
    };
  }

  /** Memory area by its code (W342, 5-2-2); bits and words of one area have codes of their own. */
  static String area(int code) {
    return switch (code) {
      case 0x00, 0x30, 0x70, 0x80, 0xb0, 0xf0 -> "CIO";
      case 0x01, 0x81, 0x09, 0x49, 0x89 -> "TC";
      case 0x31, 0x71, 0xb1, 0xf1 -> "W";
      case 0x32, 0x72, 0xb2, 0xf2 -> "H";
      case 0x33, 0xb3 -> "A";
      case 0x02, 0x82 -> "D";
      case 0x06, 0x46 -> "task";
      case 0x07 -> "clock-pulse";
      case 0x0a, 0x98 -> "E-current";
      case 0x9c, 0xbc -> "DR";
      case 0xdc -> "IR";
      default ->
          code >= 0x20 && code <= 0x2f
                  || code >= 0x90 && code <= 0x97
                  || code >= 0xa0 && code <= 0xaf
              ? "E"
              : "unknown-area";
    };
  }

  /** Whether a code is that of single bits. */
  static boolean bits(int code) {
    return code < 0x80 && code != 0x49 && code != 0x46;
  }

  /** End codes by their first byte, single ones where much hangs on them (W342, 5-1-3). */
  static String result(int code) {
    int main = code >> 8 & 0x7f;
    return switch (main) {
      case 0x00 -> "service-cancelled";
      case 0x01 -> "local-node-error";
      case 0x02 -> "destination-node-error";
      case 0x03 -> "controller-error";
      case 0x04 -> "service-unsupported";
      case 0x05 -> "routing-error";
      case 0x10 -> "command-format-error";
      case 0x11 -> "parameter-error";
      case 0x20 -> "read-not-possible";
      case 0x21 -> "write-not-possible";
      case 0x22 -> "not-executable-in-current-mode";
      case 0x23 -> "no-such-device";
      case 0x24 -> "cannot-start-or-stop";
      case 0x25 -> "unit-error";
      case 0x26 -> "command-error";
      case 0x30 -> "access-right-error";
      case 0x40 -> "abort";
      default -> "unknown-error";
    };
  }

  /** Whether an end code is good; flags of errors of the controller itself stand in it too. */
  static boolean good(int code) {
    return (code & 0x7f3f) == 0;
  }
}
