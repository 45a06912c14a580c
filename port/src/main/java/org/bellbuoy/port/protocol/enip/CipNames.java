package org.bellbuoy.port.protocol.enip;

/** Names of vendors and device types, as ODVA lists them; only those that are common in plants. */
final class CipNames {
  private CipNames() {}

  /** Empty where the number has no name here; the number itself is always told. */
  static String vendor(int vendor) {
    return switch (vendor) {
      case 1 -> "Rockwell Automation/Allen-Bradley";
      case 5 -> "Rockwell Automation/Reliance Elec.";
      case 26 -> "Festo Corporation";
      case 40 -> "Wago Corporation";
      case 44 -> "Yaskawa Electric America, Inc.";
      case 46 -> "ABB Industrial Systems";
      case 47 -> "Omron Corporation";
      case 48 -> "TURCK, Inc.";
      case 57 -> "Pepperl + Fuchs";
      case 90 -> "HMS Industrial Networks AB";
      case 97 -> "Danfoss";
      case 108 -> "Beckhoff Automation GmbH";
      case 161 -> "Mitsubishi Electric Corporation";
      case 176 -> "Red Lion Controls";
      case 243 -> "Schneider Automation, Inc.";
      case 255 -> "Bosch Rexroth";
      case 256 -> "Turck";
      case 283 -> "Hilscher GmbH";
      case 315 -> "SEW Eurodrive GmbH";
      case 445 -> "Lenze Drive Systems GmbH";
      case 562 -> "Phoenix Contact";
      case 634 -> "Hirschmann, Inc.";
      case 678 -> "Cognex Corporation";
      case 808 -> "SICK AG";
      case 991 -> "Moxa Networking Co., Ltd.";
      default -> "";
    };
  }

  /** The number where it has no name here. */
  static String deviceType(int type) {
    return switch (type) {
      case 0x02 -> "AC Drive";
      case 0x03 -> "Motor Overload";
      case 0x07 -> "General Purpose Discrete I/O";
      case 0x0c -> "Communications Adapter";
      case 0x0e -> "Programmable Logic Controller";
      case 0x10 -> "Position Controller";
      case 0x13 -> "DC Drive";
      case 0x15 -> "Contactor";
      case 0x16 -> "Motor Starter";
      case 0x17 -> "Soft Start";
      case 0x18 -> "Human-Machine Interface";
      case 0x1b -> "Pneumatic Valve";
      case 0x22 -> "Encoder";
      case 0x23 -> "Safety Discrete I/O Device";
      case 0x25 -> "CIP Motion Drive";
      case 0x28 -> "CIP Modbus Device";
      case 0x29 -> "CIP Modbus Translator";
      case 0x2a -> "Safety Analog I/O Device";
      case 0x2b -> "Generic Device (keyable)";
      case 0x2c -> "Managed Ethernet Switch";
      case 0x2d -> "CIP Motion Safety Drive Device";
      case 0x2e -> "Safety Drive Device";
      default -> Integer.toString(type);
    };
  }

  /** What a device of that type is there for; empty where its type does not tell. */
  static String role(int type) {
    return switch (type) {
      case 0x0e -> "controller";
      case 0x18 -> "hmi";
      case 0x2c -> "switch";
      case 0x0c, 0x28, 0x29 -> "gateway";
      case 0x02, 0x13, 0x25, 0x2d, 0x2e -> "drive";
      default -> "";
    };
  }
}
