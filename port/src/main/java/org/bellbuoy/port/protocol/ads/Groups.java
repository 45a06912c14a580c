package org.bellbuoy.port.protocol.ads;

import org.bellbuoy.port.operation.OperationClass;

/**
 * Index groups: what is read or written at a port. Those from f000 on are the same at all ports;
 * those of the system service mean something at its port, 10000, only.
 */
final class Groups {
  static final int SYSTEM_SERVICE = 10000;
  static final long HANDLE_BY_NAME = 0xf003;
  static final long VALUE_BY_NAME = 0xf004;
  static final long VALUE_BY_HANDLE = 0xf005;
  static final long RELEASE_HANDLE = 0xf006;
  static final long SUM_WRITE = 0xf081;

  private Groups() {}

  static String name(int port, long group) {
    if (port == SYSTEM_SERVICE && group < 0x1000) {
      return service((int) group);
    }
    if (group > 0xffff) {
      return "";
    }
    return switch ((int) group) {
      case 0x4020 -> "M";
      case 0x4021 -> "M-bit";
      case 0x4025 -> "M-size";
      case 0x4030 -> "retain";
      case 0x4040 -> "data";
      case 0xf000 -> "symbol-table";
      case 0xf001 -> "symbol-name";
      case 0xf002 -> "symbol-value";
      case 0xf003 -> "handle-by-name";
      case 0xf004 -> "value-by-name";
      case 0xf005 -> "value-by-handle";
      case 0xf006 -> "release-handle";
      case 0xf007, 0xf009 -> "symbol-information";
      case 0xf008 -> "symbol-version";
      case 0xf00a -> "symbol-download";
      case 0xf00b -> "symbol-upload";
      case 0xf00c, 0xf00f -> "symbol-upload-information";
      case 0xf00e -> "data-type-upload";
      case 0xf010 -> "symbol-note";
      case 0xf011 -> "data-type-information";
      case 0xf020 -> "I";
      case 0xf021 -> "I-bit";
      case 0xf025 -> "I-size";
      case 0xf030 -> "Q";
      case 0xf031 -> "Q-bit";
      case 0xf035 -> "Q-size";
      case 0xf040 -> "clear-inputs";
      case 0xf050 -> "clear-outputs";
      case 0xf060 -> "read-write-io";
      case 0xf080 -> "sum-read";
      case 0xf081 -> "sum-write";
      case 0xf082 -> "sum-read-write";
      case 0xf083, 0xf084 -> "sum-read-with-lengths";
      case 0xf085 -> "sum-add-notification";
      case 0xf086 -> "sum-delete-notification";
      case 0xf100 -> "device-data";
      default -> "";
    };
  }

  private static String service(int group) {
    return switch (group) {
      case 120 -> "file-open";
      case 121 -> "file-close";
      case 122 -> "file-read";
      case 123 -> "file-write";
      case 124, 125, 130 -> "file-position";
      case 126 -> "file-read-line";
      case 127, 129 -> "file-write-line";
      case 128 -> "file-scan";
      case 131 -> "file-delete";
      case 132 -> "file-rename";
      case 133 -> "file-find";
      case 138 -> "directory-create";
      case 139 -> "directory-delete";
      case 200 -> "registry";
      case 300 -> "send-mail";
      case 400 -> "time";
      case 500 -> "start-process";
      case 600 -> "change-net-id";
      case 801 -> "add-route";
      case 802 -> "delete-route";
      case 803 -> "enumerate-routes";
      default -> "";
    };
  }

  /** Class of a write to a group. */
  static OperationClass ofWrite(int port, long group) {
    if (port == SYSTEM_SERVICE && group < 0x1000) {
      return ofService((int) group);
    }
    return group == RELEASE_HANDLE ? OperationClass.DIAGNOSTIC : OperationClass.WRITE;
  }

  /** Class of a read that carries data too: mostly a question with a name. */
  static OperationClass ofReadWrite(int port, long group) {
    if (port == SYSTEM_SERVICE && group < 0x1000) {
      return ofService((int) group);
    }
    if (group > 0xffff) {
      return OperationClass.OTHER;
    }
    return switch ((int) group) {
      case 0xf003, 0xf004, 0xf007, 0xf009, 0xf00e, 0xf010, 0xf011, 0xf080, 0xf083, 0xf084 ->
          OperationClass.READ;
      case 0xf081, 0xf082 -> OperationClass.WRITE;
      case 0xf085, 0xf086 -> OperationClass.READ;
      default -> OperationClass.OTHER;
    };
  }

  private static OperationClass ofService(int group) {
    return switch (group) {
      case 122, 126, 128, 133, 803 -> OperationClass.READ;
      case 120, 121, 124, 125, 130 -> OperationClass.DIAGNOSTIC;
      case 123, 127, 129, 131, 132, 138, 139 -> OperationClass.PROGRAM;
      case 200, 400, 600, 801, 802 -> OperationClass.CONFIGURATION;
      case 500 -> OperationClass.CONTROL;
      default -> OperationClass.OTHER;
    };
  }
}
