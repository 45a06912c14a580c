package org.bellbuoy.port.protocol.dnp3;

/** Names of object groups (IEEE 1815, annex A) and of what files answer (A.19). */
final class Groups {
  static final int DEVICE_ATTRIBUTES = 0;
  static final int CROB = 12;
  static final int ANALOG_OUTPUT = 41;
  static final int TIME = 50;
  static final int FILE = 70;

  private Groups() {}

  /** Name of a group, empty where it has none here. Of class objects the variation is the class. */
  static String name(int group, int variation) {
    return switch (group) {
      case DEVICE_ATTRIBUTES -> "device-attribute";
      case 1 -> "binary-input";
      case 2 -> "binary-input-event";
      case 3 -> "double-bit-input";
      case 4 -> "double-bit-input-event";
      case 10 -> "binary-output";
      case 11 -> "binary-output-event";
      case CROB -> "binary-output-command";
      case 13 -> "binary-output-command-event";
      case 20 -> "counter";
      case 21 -> "frozen-counter";
      case 22 -> "counter-event";
      case 23 -> "frozen-counter-event";
      case 30 -> "analog-input";
      case 31 -> "frozen-analog-input";
      case 32 -> "analog-input-event";
      case 33 -> "frozen-analog-input-event";
      case 34 -> "analog-input-deadband";
      case 40 -> "analog-output-status";
      case ANALOG_OUTPUT -> "analog-output";
      case 42 -> "analog-output-event";
      case 43 -> "analog-output-command-event";
      case TIME -> "time-and-date";
      case 51 -> "time-and-date-common";
      case 52 -> "time-delay";
      case 60 ->
          switch (variation) {
            case 1 -> "class-0";
            case 2 -> "class-1";
            case 3 -> "class-2";
            case 4 -> "class-3";
            default -> "class";
          };
      case FILE -> "file";
      case 80 -> "internal-indications";
      case 81 -> "device-storage";
      case 82, 83 -> "device-profile";
      case 85, 86 -> "data-set";
      case 87, 88 -> "data-set-value";
      case 90 -> "application-identifier";
      case 91 -> "status-of-operation";
      case 101 -> "binary-coded-decimal";
      case 102 -> "unsigned-integer";
      case 110, 111 -> "octet-string";
      case 112, 113 -> "virtual-terminal";
      case 120, 121, 122 -> "authentication";
      default -> "";
    };
  }

  /** Status that answers about files carry. */
  static String fileStatus(int status) {
    return switch (status) {
      case 0 -> "success";
      case 1 -> "permission-denied";
      case 2 -> "invalid-mode";
      case 3 -> "file-not-found";
      case 4 -> "file-locked";
      case 5 -> "too-many-files-open";
      case 6 -> "invalid-handle";
      case 7 -> "wrong-block-size";
      case 8 -> "communication-lost";
      case 9 -> "cannot-abort";
      case 16 -> "handle-not-open";
      default -> "unknown-file-status";
    };
  }
}
