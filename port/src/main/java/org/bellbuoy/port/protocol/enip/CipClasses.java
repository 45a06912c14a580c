package org.bellbuoy.port.protocol.enip;

/**
 * Names of object classes: those below 0x64 and from 0xf0 to 0x2ff are the standard's (CIP volume
 * 1, chapter 5, and volume 2), the others the vendor's, here those of Logix controllers as far as
 * public sources name them.
 */
final class CipClasses {
  static final int IDENTITY = 0x01;
  static final int MESSAGE_ROUTER = 0x02;
  static final int ASSEMBLY = 0x04;
  static final int CONNECTION_MANAGER = 0x06;
  static final int FILE = 0x37;
  static final int PCCC = 0x67;
  static final int PROGRAM = 0x68;
  static final int MAP = 0x69;
  static final int ROUTINE = 0x6a;
  static final int SYMBOL = 0x6b;
  static final int TEMPLATE = 0x6c;
  static final int DATA_TABLE = 0x72;
  static final int EDIT_LOCK = 0x74;
  static final int WALL_CLOCK = 0x8b;
  static final int CONTROLLER = 0x8e;
  static final int FIRMWARE = 0xa1;
  static final int PROJECT = 0xac;
  static final int TCP_IP = 0xf5;

  private CipClasses() {}

  /** Whether the class's meaning is its vendor's (CIP volume 1, table 4-9.1). */
  static boolean ofVendor(long cipClass) {
    return (cipClass >= 0x64 && cipClass <= 0xc7) || (cipClass >= 0x300 && cipClass <= 0x4ff);
  }

  /** The class's name, or a word that says that it has none here. */
  static String word(long cipClass) {
    String name = name(cipClass);
    return name.isEmpty() ? "object" : name;
  }

  /** Empty where the class has no name here. */
  static String name(long cipClass) {
    if (cipClass > 0xffff) {
      return "";
    }
    return switch ((int) cipClass) {
      case IDENTITY -> "identity";
      case MESSAGE_ROUTER -> "message-router";
      case 0x03 -> "devicenet";
      case ASSEMBLY -> "assembly";
      case 0x05 -> "connection";
      case CONNECTION_MANAGER -> "connection-manager";
      case 0x07 -> "register";
      case 0x08 -> "discrete-input-point";
      case 0x09 -> "discrete-output-point";
      case 0x0a -> "analog-input-point";
      case 0x0b -> "analog-output-point";
      case 0x0f -> "parameter";
      case 0x10 -> "parameter-group";
      case 0x1d -> "discrete-input-group";
      case 0x1e -> "discrete-output-group";
      case 0x20 -> "analog-input-group";
      case 0x21 -> "analog-output-group";
      case 0x23 -> "position-sensor";
      case 0x24 -> "position-controller-supervisor";
      case 0x25 -> "position-controller";
      case 0x28 -> "motor-data";
      case 0x29 -> "control-supervisor";
      case 0x2a -> "ac-dc-drive";
      case 0x2b -> "acknowledge-handler";
      case 0x2c -> "overload";
      case 0x2d -> "softstart";
      case 0x2e -> "selection";
      case FILE -> "file";
      case 0x39 -> "safety-supervisor";
      case 0x3a -> "safety-validator";
      case 0x41 -> "event-log";
      case 0x42 -> "motion-device-axis";
      case 0x43 -> "time-sync";
      case 0x44 -> "modbus";
      case 0x45 -> "originator-connection-list";
      case 0x46 -> "modbus-serial-link";
      case 0x47 -> "device-level-ring";
      case 0x48 -> "qos";
      case 0x4d -> "target-connection-list";
      case 0x4e -> "base-energy";
      case 0x4f -> "electrical-energy";
      case 0x52 -> "snmp";
      case 0x53 -> "power-management";
      case 0x54 -> "rstp-bridge";
      case 0x55 -> "rstp-port";
      case 0x5d -> "cip-security";
      case 0x5e -> "ethernet-ip-security";
      case 0x5f -> "certificate-management";
      case PCCC -> "pccc";
      case PROGRAM -> "program";
      case MAP -> "io-map";
      case ROUTINE -> "routine";
      case SYMBOL -> "symbol";
      case TEMPLATE -> "template";
      case DATA_TABLE -> "data-table";
      case EDIT_LOCK -> "edit-lock";
      case WALL_CLOCK -> "wall-clock";
      case CONTROLLER -> "controller";
      case FIRMWARE -> "firmware";
      case PROJECT -> "project";
      case 0xf0 -> "controlnet";
      case 0xf1 -> "controlnet-keeper";
      case 0xf2 -> "controlnet-scheduling";
      case 0xf3 -> "connection-configuration";
      case 0xf4 -> "port";
      case TCP_IP -> "tcp-ip-interface";
      case 0xf6 -> "ethernet-link";
      case 0xf7 -> "componet-link";
      case 0xf8 -> "componet-repeater";
      default -> "";
    };
  }
}
