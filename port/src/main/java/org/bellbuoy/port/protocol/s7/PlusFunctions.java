package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.operation.OperationClass;

/**
 * Functions of S7comm-plus (names after the published dissector of T. Wiens). What an object is
 * made for cannot be told from the function: sessions and subscriptions are made as objects too.
 */
final class PlusFunctions {
  static final int EXPLORE = 0x04bb;
  static final int CREATE_OBJECT = 0x04ca;
  static final int DELETE_OBJECT = 0x04d4;
  static final int SET_VARIABLE = 0x04f2;
  static final int GET_VARIABLE = 0x04fc;
  static final int SET_MULTI = 0x0542;
  static final int GET_MULTI = 0x054c;

  private PlusFunctions() {}

  static String name(int function) {
    return switch (function) {
      case 0x04b1, 0x05a9 -> "error";
      case EXPLORE -> "explore";
      case CREATE_OBJECT -> "create-object";
      case DELETE_OBJECT -> "delete-object";
      case SET_VARIABLE -> "set-variable";
      case GET_VARIABLE -> "get-variable";
      case 0x0506 -> "add-link";
      case 0x051a -> "remove-link";
      case 0x0524 -> "get-link";
      case SET_MULTI -> "set-multi-variables";
      case GET_MULTI -> "get-multi-variables";
      case 0x0556 -> "begin-sequence";
      case 0x0560 -> "end-sequence";
      case 0x056b -> "invoke";
      case 0x057c -> "set-var-sub-streamed";
      case 0x0586 -> "get-var-sub-streamed";
      case 0x0590 -> "get-variables-address";
      case 0x059a -> "abort";
      case 0x05b3 -> "init-ssl";
      default -> "unknown-function";
    };
  }

  static OperationClass classOf(int function) {
    return switch (function) {
      case EXPLORE -> OperationClass.DISCOVERY;
      case GET_VARIABLE, GET_MULTI, 0x0524, 0x0586, 0x0590 -> OperationClass.READ;
      case SET_VARIABLE, SET_MULTI, 0x057c -> OperationClass.WRITE;
      case 0x0506, 0x051a -> OperationClass.CONFIGURATION;
      case 0x0556, 0x0560, 0x059a -> OperationClass.DIAGNOSTIC;
      case 0x05b3 -> OperationClass.AUTHENTICATION;
      default -> OperationClass.OTHER;
    };
  }
}
