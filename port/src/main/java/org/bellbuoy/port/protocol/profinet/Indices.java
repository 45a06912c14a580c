package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.operation.OperationClass;

/** Indices of records (IEC 61158-6-10, coding of the field Index). */
final class Indices {
  private Indices() {}

  static String name(int index) {
    if (index < 0x8000) {
      return "user-specific";
    }
    return switch (index) {
      case 0x8000, 0xc000, 0xe000, 0xf000 -> "expected-identification";
      case 0x8001, 0xc001, 0xe001 -> "real-identification";
      case 0x800a, 0xc00a, 0xe00a, 0xf00a -> "diagnosis-channel";
      case 0x800b, 0xc00b, 0xe00b, 0xf00b -> "diagnosis-all";
      case 0x800c, 0xc00c, 0xe00c, 0xf00c -> "diagnosis-maintenance";
      case 0x8028 -> "input-data";
      case 0x8029 -> "output-data";
      case 0x802a -> "port-data-real";
      case 0x802b -> "port-data-check";
      case 0x802c -> "isochronous-real";
      case 0x802d -> "isochronous-expected";
      case 0x802f -> "port-data-adjust";
      case 0x8070, 0x8071 -> "interface-data-adjust";
      case 0x8080 -> "interface-data-real";
      case 0xaff0 -> "identification-maintenance-0";
      case 0xaff1 -> "identification-maintenance-1";
      case 0xaff2 -> "identification-maintenance-2";
      case 0xaff3 -> "identification-maintenance-3";
      case 0xaff4 -> "identification-maintenance-4";
      case 0xaff5 -> "identification-maintenance-5";
      case 0xe002 -> "module-difference";
      case 0xe040 -> "multiple-write";
      case 0xe050 -> "fast-startup";
      case 0xf820 -> "relations";
      case 0xf821 -> "apis";
      case 0xf830 -> "log-book";
      case 0xf831 -> "device-log";
      case 0xf840 -> "identification-filter";
      case 0xf841 -> "physical-device-data";
      case 0xf842 -> "physical-device-expected";
      case 0xf850 -> "auto-configuration";
      default -> "unknown-index";
    };
  }

  /** Records of the standard, when written, are settings; identification, when read, discovery. */
  static OperationClass classOf(int index, boolean write, OperationClass usual) {
    if (write) {
      return index >= 0x8000 && index != 0x8029 ? OperationClass.CONFIGURATION : usual;
    }
    boolean identifies = index >= 0xaff0 && index <= 0xafff || index == 0xf840;
    return identifies ? OperationClass.DISCOVERY : usual;
  }
}
