package org.bellbuoy.port.protocol.iec104;

import java.util.Arrays;
import org.bellbuoy.port.operation.OperationClass;

/** Types of application data: sizes, names and classes (IEC 60870-5-101, 7.2.1; part 104, 6). */
final class Types {
  static final int READ = 102;
  static final int SEGMENT = 125;

  /** Bytes of one object without its address; −1 where the type is unknown or of no fixed size. */
  private static final byte[] SIZES = sizes();

  private Types() {}

  private static byte[] sizes() {
    byte[] sizes = new byte[256];
    Arrays.fill(sizes, (byte) -1);
    put(sizes, 1, 1, 4, 1, 4, 2, 5, 5, 8, 3, 6, 3, 6, 5, 8, 5, 8, 6, 7, 7, 5, 2);
    put(sizes, 30, 8, 8, 9, 12, 10, 10, 12, 12, 10, 11, 11);
    put(sizes, 45, 1, 1, 1, 3, 3, 5, 4);
    put(sizes, 58, 8, 8, 8, 10, 10, 12, 11);
    put(sizes, 70, 1);
    put(sizes, 100, 1, 1, 0, 7, 2, 1, 2, 9);
    put(sizes, 110, 3, 3, 5, 1);
    put(sizes, 120, 6, 7, 4, 5, 4);
    put(sizes, 126, 13, 16);
    return sizes;
  }

  private static void put(byte[] sizes, int first, int... values) {
    for (int i = 0; i < values.length; i++) {
      sizes[first + i] = (byte) values[i];
    }
  }

  static int objectBytes(int type) {
    return SIZES[type];
  }

  /** What stations report of themselves. */
  static boolean reports(int type) {
    return type < 45 || type == 70;
  }

  /** Commands to a point: 45 to 51, and with a time 58 to 64. */
  static boolean commands(int type) {
    return (type >= 45 && type <= 51) || (type >= 58 && type <= 64);
  }

  /** The same command without a time. */
  static int plain(int type) {
    return type >= 58 && type <= 64 ? type - 13 : type;
  }

  static boolean files(int type) {
    return type >= 120 && type <= 127;
  }

  static String name(int type) {
    return switch (type) {
      case 1 -> "single-point-information";
      case 2, 30 -> "single-point-information-with-time";
      case 3 -> "double-point-information";
      case 4, 31 -> "double-point-information-with-time";
      case 5 -> "step-position-information";
      case 6, 32 -> "step-position-information-with-time";
      case 7 -> "bitstring";
      case 8, 33 -> "bitstring-with-time";
      case 9 -> "measured-value-normalized";
      case 10, 34 -> "measured-value-normalized-with-time";
      case 11 -> "measured-value-scaled";
      case 12, 35 -> "measured-value-scaled-with-time";
      case 13 -> "measured-value-float";
      case 14, 36 -> "measured-value-float-with-time";
      case 15 -> "integrated-totals";
      case 16, 37 -> "integrated-totals-with-time";
      case 17, 38 -> "protection-event";
      case 18, 39 -> "protection-start-events";
      case 19, 40 -> "protection-output-circuit";
      case 20 -> "packed-single-points";
      case 21 -> "measured-value-normalized-without-quality";
      case 45 -> "single-command";
      case 46 -> "double-command";
      case 47 -> "regulating-step-command";
      case 48 -> "set-point-normalized";
      case 49 -> "set-point-scaled";
      case 50 -> "set-point-float";
      case 51 -> "bitstring-command";
      case 58 -> "single-command-with-time";
      case 59 -> "double-command-with-time";
      case 60 -> "regulating-step-command-with-time";
      case 61 -> "set-point-normalized-with-time";
      case 62 -> "set-point-scaled-with-time";
      case 63 -> "set-point-float-with-time";
      case 64 -> "bitstring-command-with-time";
      case 70 -> "end-of-initialization";
      case 100 -> "interrogation";
      case 101 -> "counter-interrogation";
      case READ -> "read";
      case 103 -> "clock-synchronization";
      case 104 -> "test";
      case 105 -> "reset-process";
      case 106 -> "delay-acquisition";
      case 107 -> "test-with-time";
      case 110 -> "parameter-normalized";
      case 111 -> "parameter-scaled";
      case 112 -> "parameter-float";
      case 113 -> "parameter-activation";
      case 120 -> "file-ready";
      case 121 -> "section-ready";
      case 122 -> "call-file";
      case 123 -> "last-section";
      case 124 -> "acknowledge-file";
      case SEGMENT -> "file-segment";
      case 126 -> "directory";
      case 127 -> "query-log";
      default -> "unknown-type";
    };
  }

  /** Class of a type as such; a counter interrogation may also freeze or reset. */
  static OperationClass classOf(int type) {
    if (commands(type)) {
      return OperationClass.CONTROL;
    }
    return switch (type) {
      case 100, 101, READ, 122, 126, 127 -> OperationClass.READ;
      case 103, 106, 110, 111, 112, 113 -> OperationClass.CONFIGURATION;
      case 104, 107 -> OperationClass.DIAGNOSTIC;
      case 105 -> OperationClass.CONTROL;
      case 120, 121, 123, 124, SEGMENT -> OperationClass.PROGRAM;
      default -> type <= 40 || type == 70 ? OperationClass.READ : OperationClass.OTHER;
    };
  }

  /** Causes of transmission (IEC 60870-5-101, 7.2.3, table 14). */
  static String cause(int cause) {
    if (cause > 20 && cause < 37) {
      return "interrogated-by-group";
    }
    return switch (cause) {
      case 1 -> "periodic";
      case 2 -> "background-scan";
      case 3 -> "spontaneous";
      case 4 -> "initialized";
      case Asdu.REQUEST -> "request";
      case Asdu.ACTIVATION -> "activation";
      case Asdu.ACTIVATION_CONFIRMED -> "activation-confirmation";
      case Asdu.DEACTIVATION -> "deactivation";
      case Asdu.DEACTIVATION_CONFIRMED -> "deactivation-confirmation";
      case Asdu.TERMINATION -> "activation-termination";
      case 11 -> "return-by-remote-command";
      case 12 -> "return-by-local-command";
      case 13 -> "file-transfer";
      case 20 -> "interrogated";
      case 37, 38, 39, 40, 41 -> "counters-interrogated";
      case 44 -> "unknown-type";
      case 45 -> "unknown-cause";
      case 46 -> "unknown-common-address";
      case 47 -> "unknown-object-address";
      default -> "unknown-cause-code";
    };
  }

  /** Whether the cause says that a request was not understood. */
  static boolean rejects(int cause) {
    return cause >= 44 && cause <= 47;
  }
}
