package org.bellbuoy.port.operation;

import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.Transport;

/**
 * A controller that was told to load fetches the program from who told it, over the connection that
 * this one opened: the command was to load. Only the two functions with which that is done count.
 * In other protocols, such as ADS, either end of a TCP connection may ask the other, and a server
 * that asks its client to change its program commands it. Pure.
 */
public final class BlockFetch {
  private BlockFetch() {}

  /** Whether an operation is such a fetch. */
  public static boolean is(Operation operation) {
    return is(
        operation.operationClass(),
        operation.functionName(),
        operation.direction(),
        operation.conversation().transport());
  }

  /** Who is behind an operation: who asks, of a fetch the one who told the other to load. */
  public static Endpoint actor(Operation operation) {
    return is(operation) ? operation.destination() : operation.source();
  }

  /** Whom an operation is done to: who is asked, of a fetch the one who loads. */
  public static Endpoint target(Operation operation) {
    return is(operation) ? operation.source() : operation.destination();
  }

  /** The same by class, name of the function, direction and transport. */
  public static boolean is(OperationClass of, String name, Direction direction, Transport over) {
    return of == OperationClass.PROGRAM
        && direction == Direction.TO_CLIENT
        && over == Transport.TCP
        && (name.equals("download-block") || name.equals("download-ended"));
  }
}
