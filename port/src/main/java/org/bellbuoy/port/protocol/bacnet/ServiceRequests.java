package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * Fills operations in from what services ask (ASHRAE 135, clauses 13 to 16). Of
 * WritePropertyMultiple see {@link WriteMultiple}. Reused.
 */
final class ServiceRequests {
  private static final int DEVICE_SHIFT = 22;

  private final Tags tags = new Tags();
  private final Values values = new Values();

  /**
   * Fills in a confirmed request.
   *
   * @return null when it has what its service needs, else what is missing
   */
  @Nullable String confirmed(Operation operation, int service, byte[] b, int at, int end) {
    tags.over(b, at, end);
    return switch (service) {
      case 0, 1, 2, 5, 27, 28 -> monitored(operation, service, b);
      case 6, 7 -> file(operation, b);
      case 8, 9, 12, 15, 26 -> property(operation, b);
      case 10 -> created(operation);
      case 11 -> {
        if (tags.next() && tags.application(Tags.OBJECT)) {
          object(operation, tags.object());
          yield null;
        }
        yield "object identifier";
      }
      case 14 -> properties(operation);
      case 17, 20 -> managed(operation, service);
      case 18 -> transferred(operation, b);
      default -> {
        if (end > at) {
          operation.value(ValueKind.BYTES, b, at, end - at);
        }
        yield null;
      }
    };
  }

  /** Fills in an unconfirmed request; gives what is missing, or null. */
  @Nullable String unconfirmed(Operation operation, int service, byte[] b, int at, int end) {
    tags.over(b, at, end);
    return switch (service) {
      case 0 -> {
        if (!tags.next() || !tags.application(Tags.OBJECT)) {
          yield "device identifier";
        }
        object(operation, tags.object());
        yield null;
      }
      case 1 -> {
        if (!tags.next(2) || !tags.application(Tags.OBJECT)) {
          yield "object identifier";
        }
        object(operation, tags.object());
        yield null;
      }
      case 2, 3 -> monitored(operation, service == 2 ? 1 : 2, b);
      case 4 -> transferred(operation, b);
      case 7, 8 -> asked(operation);
      default -> {
        if (end > at) {
          operation.value(ValueKind.BYTES, b, at, end - at);
        }
        yield null;
      }
    };
  }

  static void object(Operation operation, long object) {
    long type = object >> DEVICE_SHIFT;
    operation.target(TargetPart.TYPE, type).target(TargetPart.INSTANCE, object & 0x3f_ffff);
    String name = Enumerations.objectType(type);
    if (!name.isEmpty()) {
      operation.target(TargetPart.TYPE, name);
    }
  }

  static void attribute(Operation operation, long property) {
    operation.target(TargetPart.ATTRIBUTE, property);
    String name = Enumerations.property(property);
    if (!name.isEmpty()) {
      operation.target(TargetPart.ATTRIBUTE, name);
    }
  }

  /** Object [0], property [1], index [2], value or list [3], priority [4]. */
  private @Nullable String property(Operation operation, byte[] b) {
    while (tags.next()) {
      if (tags.context(0)) {
        object(operation, tags.object());
      } else if (tags.context(1)) {
        attribute(operation, tags.unsigned());
      } else if (tags.context(2)) {
        operation.target(TargetPart.ADDRESS, tags.unsigned());
      } else if (tags.opens(3)) {
        int from = tags.at();
        values.set(operation, b, from, tags.skipEnclosed());
      } else if (tags.context(4)) {
        operation.target(TargetPart.PRIORITY, tags.unsigned());
      } else if (tags.opening()) {
        tags.skipEnclosed();
      }
    }
    return tags.malformed() || !operation.hasNumber(TargetPart.ATTRIBUTE)
        ? "object, property or value"
        : null;
  }

  /** For each object [0] a list [1] of properties [0] with index [1]; the first is the target. */
  private @Nullable String properties(Operation operation) {
    long count = 0;
    boolean within = false;
    while (tags.next()) {
      if (tags.opens(1)) {
        within = true;
      } else if (tags.closing()) {
        within = false;
      } else if (tags.context(0) && !within) {
        if (!operation.hasNumber(TargetPart.TYPE)) {
          object(operation, tags.object());
        }
      } else if (tags.context(0)) {
        if (count++ == 0) {
          attribute(operation, tags.unsigned());
        }
      }
    }
    operation.target(TargetPart.COUNT, count);
    return tags.malformed() || count == 0 ? "objects and properties" : null;
  }

  /** Process [0] and objects; of notifications the second object is the one that is told of. */
  private @Nullable String monitored(Operation operation, int service, byte[] b) {
    int objectTag =
        switch (service) {
          case 1, 2 -> 2;
          case 27 -> 3;
          default -> 1;
        };
    boolean seen = false;
    while (tags.next()) {
      if (tags.context(objectTag) && !seen) {
        seen = true;
        object(operation, tags.object());
      } else if (service == 27 && tags.context(2)) {
        operation.value(tags.unsigned());
      } else if (service == 28 && tags.opens(4)) {
        if (tags.next() && tags.context(0)) {
          attribute(operation, tags.unsigned());
        }
      } else if (service == 1 && tags.opens(4)) {
        int from = tags.at();
        int to = tags.skipEnclosed();
        operation.value(ValueKind.BYTES, b, from, to - from);
      } else if (tags.opening()) {
        tags.skipEnclosed();
      }
    }
    // Only a life safety operation may leave its object out.
    return seen || service == 27 ? null : "object identifier";
  }

  /** The file, then a stream [0] or records [1] with their start and their bytes or count. */
  private @Nullable String file(Operation operation, byte[] b) {
    if (!tags.next() || !tags.application(Tags.OBJECT)) {
      return "file identifier";
    }
    object(operation, tags.object());
    if (!tags.next() || !tags.opening()) {
      return "access";
    }
    operation.target(TargetPart.AREA, tags.number() == 0 ? "stream" : "record");
    if (!tags.next() || !tags.application(Tags.SIGNED)) {
      return "start";
    }
    operation.target(TargetPart.ADDRESS, tags.signed());
    while (tags.next() && !tags.closing()) {
      if (tags.application(Tags.UNSIGNED)) {
        operation.target(TargetPart.COUNT, tags.unsigned());
      } else if (tags.application(Tags.OCTETS)) {
        operation.value(ValueKind.BYTES, b, tags.content(), tags.length());
      }
    }
    return tags.malformed() ? "bytes" : null;
  }

  /** Type [0] or object [1] within [0]. */
  private @Nullable String created(Operation operation) {
    if (!tags.next() || !tags.opens(0) || !tags.next()) {
      return "object";
    }
    if (tags.context(0)) {
      long type = tags.unsigned();
      operation.target(TargetPart.TYPE, type);
      String name = Enumerations.objectType(type);
      if (!name.isEmpty()) {
        operation.target(TargetPart.TYPE, name);
      }
    } else if (tags.context(1)) {
      object(operation, tags.object());
    }
    return operation.hasNumber(TargetPart.TYPE) ? null : "object";
  }

  /**
   * Communication control: minutes [0], state [1], password [2]. Reinitialize: state [0], password
   * [1]. A password stands in clear on the wire; the ledger says only that there was one. Its first
   * byte tells the set of characters.
   */
  private @Nullable String managed(Operation operation, int service) {
    int stateTag = service == 17 ? 1 : 0;
    while (tags.next()) {
      if (tags.context(stateTag)) {
        long state = tags.unsigned();
        operation
            .target(TargetPart.SUBFUNCTION, state)
            .target(
                TargetPart.SUBFUNCTION,
                service == 17 ? Services.communication(state) : Services.reinitialized(state));
      } else if (tags.context(stateTag + 1) && tags.length() > 1) {
        operation.target(TargetPart.NAME, "with password");
      } else if (service == 17 && tags.context(0)) {
        // Minutes.
        operation.value(tags.unsigned());
      }
    }
    return operation.hasNumber(TargetPart.SUBFUNCTION) ? null : "state";
  }

  /** Vendor [0], service [1], parameters [2]. */
  private @Nullable String transferred(Operation operation, byte[] b) {
    while (tags.next()) {
      if (tags.context(0)) {
        operation.target(TargetPart.BLOCK, tags.unsigned());
      } else if (tags.context(1)) {
        operation.target(TargetPart.SUBFUNCTION, tags.unsigned());
      } else if (tags.opens(2)) {
        int from = tags.at();
        int to = tags.skipEnclosed();
        operation.value(ValueKind.BYTES, b, from, to - from);
      }
    }
    return operation.hasNumber(TargetPart.BLOCK) ? null : "vendor";
  }

  /** Who-Is and Who-Has: lowest [0] and highest [1] instance, object [2] or its name [3]. */
  private @Nullable String asked(Operation operation) {
    long lowest = -1;
    while (tags.next()) {
      if (tags.context(0)) {
        lowest = tags.unsigned();
        operation.target(TargetPart.ADDRESS, lowest);
      } else if (tags.context(1) && lowest >= 0) {
        operation.target(TargetPart.COUNT, tags.unsigned() - lowest + 1);
      } else if (tags.context(2)) {
        object(operation, tags.object());
      }
    }
    return tags.malformed() ? "limits" : null;
  }
}
