package org.bellbuoy.port.protocol.ads;

import org.bellbuoy.port.operation.OperationClass;

/** Names of commands, states and results. */
final class AdsNames {
  private AdsNames() {}

  static String command(int command) {
    return switch (command) {
      case Ams.READ_DEVICE_INFO -> "read-device-info";
      case Ams.READ -> "read";
      case Ams.WRITE -> "write";
      case Ams.READ_STATE -> "read-state";
      case Ams.WRITE_CONTROL -> "write-control";
      case 6 -> "add-device-notification";
      case 7 -> "delete-device-notification";
      case Ams.NOTIFICATION -> "device-notification";
      case Ams.READ_WRITE -> "read-write";
      default -> "unknown-command";
    };
  }

  static OperationClass classOf(int command) {
    return switch (command) {
      case Ams.READ_DEVICE_INFO -> OperationClass.DISCOVERY;
      case Ams.READ, 6, 7 -> OperationClass.READ;
      case Ams.WRITE -> OperationClass.WRITE;
      case Ams.READ_STATE -> OperationClass.DIAGNOSTIC;
      case Ams.WRITE_CONTROL -> OperationClass.CONTROL;
      default -> OperationClass.OTHER;
    };
  }

  static String state(int state) {
    return switch (state) {
      case 0 -> "invalid";
      case 1 -> "idle";
      case 2 -> "reset";
      case 3 -> "init";
      case 4 -> "start";
      case 5 -> "run";
      case 6 -> "stop";
      case 7 -> "save-configuration";
      case 8 -> "load-configuration";
      case 9 -> "power-failure";
      case 10 -> "power-good";
      case 11 -> "error";
      case 12 -> "shutdown";
      case 13 -> "suspend";
      case 14 -> "resume";
      case 15 -> "config";
      case 16 -> "reconfig";
      default -> "unknown-state";
    };
  }

  static String result(long code) {
    if (code == 0) {
      return "";
    }
    return switch ((int) Math.min(code, 0xffff)) {
      case 0x006 -> "target-port-not-found";
      case 0x007 -> "target-machine-not-found";
      case 0x008 -> "unknown-command";
      case 0x00c -> "ams-port-not-found";
      case 0x00e -> "no-login";
      case 0x012 -> "port-disabled";
      case 0x700 -> "device-error";
      case 0x701 -> "service-not-supported";
      case 0x702 -> "invalid-index-group";
      case 0x703 -> "invalid-index-offset";
      case 0x704 -> "access-not-permitted";
      case 0x705 -> "invalid-size";
      case 0x706 -> "invalid-data";
      case 0x707 -> "device-not-ready";
      case 0x708 -> "device-busy";
      case 0x70b -> "invalid-parameter";
      case 0x70c -> "not-found";
      case 0x70f -> "already-exists";
      case 0x710 -> "symbol-not-found";
      case 0x711 -> "symbol-version-invalid";
      case 0x712 -> "invalid-state";
      case 0x714 -> "notification-handle-invalid";
      case 0x71e -> "signal-invalid";
      case 0x723 -> "access-denied";
      case 0x745 -> "timeout";
      default -> "unknown-error";
    };
  }
}
