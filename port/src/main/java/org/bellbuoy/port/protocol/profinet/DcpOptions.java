package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;

/** Options and suboptions of DCP blocks (IEC 61158-6-10, 4.3). */
final class DcpOptions {
  static final int IP = 1;
  static final int DEVICE = 2;
  static final int DHCP = 3;
  static final int CONTROL = 5;

  private DcpOptions() {}

  static void target(Operation operation, int option, int suboption) {
    operation
        .target(TargetPart.TYPE, option)
        .target(TargetPart.ATTRIBUTE, suboption)
        .target(TargetPart.ATTRIBUTE, name(option, suboption));
  }

  static String name(int option, int suboption) {
    return switch (option) {
      case IP ->
          switch (suboption) {
            case 1 -> "mac-address";
            case 2 -> "ip-parameter";
            case 3 -> "full-ip-suite";
            default -> "unknown-suboption";
          };
      case DEVICE ->
          switch (suboption) {
            case 1 -> "type-of-station";
            case 2 -> "name-of-station";
            case 3 -> "device-id";
            case 4 -> "device-role";
            case 5 -> "device-options";
            case 6 -> "alias-name";
            case 7 -> "device-instance";
            case 8 -> "oem-device-id";
            case 9 -> "standard-gateway";
            default -> "unknown-suboption";
          };
      case DHCP -> "dhcp";
      case CONTROL ->
          switch (suboption) {
            case 1 -> "start-transaction";
            case 2 -> "end-transaction";
            case 3 -> "signal";
            case 4 -> "response";
            case 5 -> "factory-reset";
            case 6 -> "reset-to-factory";
            default -> "unknown-suboption";
          };
      case 6 -> "device-initiative";
      case 255 -> "all";
      default -> "unknown-option";
    };
  }

  /** Names, addresses and how to get them are settings; a reset changes the device's state. */
  static OperationClass classOf(int option, int suboption) {
    if (option != CONTROL) {
      return OperationClass.CONFIGURATION;
    }
    return switch (suboption) {
      case 1, 2, 3 -> OperationClass.DIAGNOSTIC;
      case 5, 6 -> OperationClass.CONTROL;
      default -> OperationClass.CONFIGURATION;
    };
  }

  static boolean isText(int option, int suboption) {
    return option == DEVICE && (suboption == 1 || suboption == 2 || suboption == 6);
  }

  static String error(int error) {
    return switch (error) {
      case 0 -> "";
      case 1 -> "option-not-supported";
      case 2 -> "suboption-not-supported-or-no-data";
      case 3 -> "suboption-not-set";
      case 4 -> "resource-error";
      case 5 -> "not-supported-or-not-possible-locally";
      case 6 -> "in-operation-set-not-possible";
      default -> "unknown-error";
    };
  }
}
