package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Requests to the connection manager that open and close connections (CIP volume 1, 3-5.5). */
final class ConnectionRequests {
  /** A connection that carries no more than its run header and count only says that it lives. */
  private static final int HEARTBEAT_BYTES = 6;

  private ConnectionRequests() {}

  /** Whether it is one of these. */
  static boolean isOne(int service, CipPath path) {
    return path.cipClass == CipClasses.CONNECTION_MANAGER
        && (service == CipServices.FORWARD_OPEN
            || service == CipServices.LARGE_FORWARD_OPEN
            || service == CipServices.FORWARD_CLOSE);
  }

  /**
   * Fills in where the connection leads to, and whether it carries outputs.
   *
   * @param path reused for the path of the connection
   * @return what of the request is missing, null where nothing is
   */
  static @Nullable String fill(
      Operation operation, CipPath path, int service, byte[] b, int at, int length) {
    int pathSizeAt =
        switch (service) {
          case CipServices.FORWARD_OPEN -> 35;
          case CipServices.LARGE_FORWARD_OPEN -> 39;
          default -> 10;
        };
    OperationClass kind = OperationClass.DIAGNOSTIC;
    if (service != CipServices.FORWARD_CLOSE && length > pathSizeAt) {
      int transport = b[at + pathSizeAt - 1] & 0x0f;
      operation.target(TargetPart.SUBFUNCTION, transport);
      operation.target(
          TargetPart.SUBFUNCTION, transport >= 2 ? "explicit-messages" : "implicit-data");
      if (transport < 2) {
        int bytes =
            service == CipServices.FORWARD_OPEN
                ? Bytes.u16Little(b, at + 26) & 0x1ff
                : Bytes.u16Little(b, at + 26);
        kind = bytes > HEARTBEAT_BYTES ? OperationClass.WRITE : OperationClass.READ;
      }
    }
    operation.function(
        service, CipServices.name(service, CipClasses.CONNECTION_MANAGER, false), kind);
    // The path of a Forward Close has a reserved byte before it.
    int pathAt = pathSizeAt + (service == CipServices.FORWARD_CLOSE ? 2 : 1);
    if (length <= pathSizeAt || pathAt + (b[at + pathSizeAt] & 0xff) * 2 > length) {
      return "connection path";
    }
    boolean whole = path.parse(b, at + pathAt, (b[at + pathSizeAt] & 0xff) * 2);
    path.target(operation);
    if (path.firstPoint != CipPath.NONE) {
      operation.target(TargetPart.BLOCK, path.firstPoint);
    }
    if (path.link != CipPath.NONE) {
      operation.target(TargetPart.SLOT, path.link);
    }
    return whole ? null : "connection path";
  }
}
