package org.bellbuoy.port.detect;

import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of commands, told apart by class and by the words that standards use in the names of
 * functions, so that one list serves all protocols.
 */
enum ControlKind {
  /** Values were changed. */
  WRITE("write", "wrote values", 2, false),
  /** Settings were changed. */
  CONFIGURATION("configuration", "changed settings", 2, false),
  /** A program was read out. */
  PROGRAM_READ("program-read", "read a program out", 2, false),
  /** A lock was taken off a controller, or a route added by which it can be reached. */
  ACCESS("access", "opened a way to command a device (unlocked it or added a route)", 3, true),
  /** Ordinary commands to the process: operate, select, set-point. */
  CONTROL("control", "gave control commands", 3, false),
  /** Points were forced to values whatever the program says. */
  FORCE("force", "forced points", 3, true),
  /** A device was stopped, started, restarted, silenced, or its mode changed. */
  RUN_STATE("run-state", "stopped, started, restarted or silenced a device", 3, true),
  /** A program or block was moved to a controller, deleted or changed. */
  PROGRAM("program", "changed a program", 4, true),
  /** Firmware was moved or activated. */
  FIRMWARE("firmware", "moved or activated firmware", 4, true);

  private static final String[] RUN_WORDS = {
    "stop",
    "start",
    "reset",
    "reinit",
    "halt",
    "run",
    "mode",
    "warm",
    "cold",
    "listen-only",
    "reboot",
    "communication-control",
    "pause",
    "resume",
    "plc-control",
    "shutdown"
  };
  private static final String[] OUT_WORDS = {
    "upload", "read", "get-", "list-", "compare", "directory", "call-", "query"
  };

  private static final String UNLOCK = "unlock";
  private static final String ADD_ROUTE = "add-route";

  private final String word;
  private final String did;
  private final int weight;
  private final boolean always;

  ControlKind(String word, String did, int weight, boolean always) {
    this.word = word;
    this.did = did;
    this.weight = weight;
    this.always = always;
  }

  /** The word that stands in findings; it never changes. */
  String word() {
    return word;
  }

  /** What was done, in words that follow the actor. */
  String did() {
    return did;
  }

  /** How much such a command can do, 2 to 4. */
  int weight() {
    return weight;
  }

  /** Whether it is told also of those who are known for it. */
  boolean always() {
    return always;
  }

  /** The kind of an operation, null where it commands nothing. */
  static @Nullable ControlKind of(Operation operation) {
    return BlockFetch.is(operation)
        ? null
        : of(
            operation.operationClass(),
            operation.functionName(),
            operation.text(TargetPart.SUBFUNCTION));
  }

  /** The kind by class, name of the function and name of the subfunction. */
  static @Nullable ControlKind of(OperationClass of, String name, @Nullable String sub) {
    return switch (of) {
      case WRITE -> WRITE;
      case CONFIGURATION -> name.equals(ADD_ROUTE) ? ACCESS : CONFIGURATION;
      case FIRMWARE -> FIRMWARE;
      case PROGRAM -> any(name, OUT_WORDS) ? PROGRAM_READ : PROGRAM;
      case CONTROL -> control(name, sub);
      case READ, DIAGNOSTIC, DISCOVERY, AUTHENTICATION, OTHER -> null;
    };
  }

  private static ControlKind control(String name, @Nullable String sub) {
    if (name.equals(UNLOCK)) {
      return ACCESS;
    }
    if (forces(name) || (sub != null && forces(sub))) {
      return FORCE;
    }
    return any(name, RUN_WORDS) || (sub != null && any(sub, RUN_WORDS)) ? RUN_STATE : CONTROL;
  }

  /** Modbus forces a device to be silent, which forces no point. */
  private static boolean forces(String name) {
    return name.contains("force") && !name.contains("listen-only");
  }

  private static boolean any(String name, String[] words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
