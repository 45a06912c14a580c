package org.bellbuoy.port.protocol.modbus;

import org.bellbuoy.port.operation.OperationClass;

/**
 * UMAS function codes. There is no public standard: names are those of two published analyses ("The
 * Unity (UMAS) protocol", Liras en la red, 2017; "The secrets of Schneider Electric's UMAS
 * protocol", Kaspersky ICS CERT, 2022). Controllers of other families may differ.
 */
final class Umas {
  /** Answer without an error. */
  static final int ACCEPTED = 0xfe;

  /** Answer with an error. */
  static final int REFUSED = 0xfd;

  static final int READ_ID = 0x02;

  private Umas() {}

  static String name(int code) {
    return switch (code) {
      case 0x01 -> "init-comm";
      case READ_ID -> "read-id";
      case 0x03 -> "read-project-info";
      case 0x04 -> "read-plc-info";
      case 0x06 -> "read-card-info";
      case 0x0a -> "repeat";
      case 0x10 -> "take-plc-reservation";
      case 0x11 -> "release-plc-reservation";
      case 0x12 -> "keep-alive";
      case 0x20 -> "read-memory-block";
      case 0x22 -> "read-variables";
      case 0x23 -> "write-variables";
      case 0x24 -> "read-coils-registers";
      case 0x25 -> "write-coils-registers";
      case 0x30 -> "initialize-upload";
      case 0x31 -> "upload-block";
      case 0x32 -> "end-strategy-upload";
      case 0x33 -> "initialize-download";
      case 0x34 -> "download-block";
      case 0x35 -> "end-strategy-download";
      case 0x39 -> "read-eth-master-data";
      case 0x40 -> "start-plc";
      case 0x41 -> "stop-plc";
      case 0x50 -> "monitor-plc";
      case 0x58 -> "check-plc";
      case 0x70 -> "read-io-object";
      case 0x71 -> "write-io-object";
      case 0x73 -> "get-status-module";
      default -> "unknown-umas-function";
    };
  }

  static OperationClass classOf(int code) {
    return switch (code) {
      case 0x20, 0x22, 0x24, 0x39, 0x50, 0x70 -> OperationClass.READ;
      case 0x23, 0x25, 0x71 -> OperationClass.WRITE;
      case 0x40, 0x41 -> OperationClass.CONTROL;
      case 0x30, 0x31, 0x32, 0x33, 0x34, 0x35 -> OperationClass.PROGRAM;
      case 0x10, 0x11 -> OperationClass.AUTHENTICATION;
      case READ_ID, 0x03, 0x06 -> OperationClass.DISCOVERY;
      case 0x01, 0x04, 0x0a, 0x12, 0x58, 0x73 -> OperationClass.DIAGNOSTIC;
      default -> OperationClass.OTHER;
    };
  }
}
