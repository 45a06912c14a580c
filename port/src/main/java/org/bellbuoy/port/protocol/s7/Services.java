package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.operation.OperationClass;

/** Program invocation services by name; those of numerical controls begin with {@code _N_}. */
final class Services {
  private Services() {}

  /**
   * What a service does, in words; empty where its own name has to do.
   *
   * @param at its arguments
   */
  static String name(String service, byte[] b, int at, int bytes) {
    return switch (service) {
      case "P_PROGRAM" ->
          // C for a cold start; without it, or with blanks, the start is a warm one.
          bytes > 0 && b[at] == 'C' ? "cold-start" : "warm-start";
      case "_INSE" -> "insert-block";
      case "_DELE" -> "delete-block";
      case "_GARB" -> "compress-memory";
      case "_MODU" -> "copy-ram-to-rom";
      case "_N_LOGIN_" -> "login";
      case "_N_LOGOUT" -> "logout";
      default -> "";
    };
  }

  static OperationClass classOf(String service) {
    return switch (service) {
      case "_INSE", "_DELE", "_GARB", "_MODU" -> OperationClass.PROGRAM;
      case "_N_LOGIN_", "_N_LOGOUT" -> OperationClass.AUTHENTICATION;
      default -> service.startsWith("_N_F_") ? OperationClass.PROGRAM : OperationClass.CONTROL;
    };
  }
}
