package org.bellbuoy.port.session;

import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.operation.OperationClass;

/**
 * What one end of a session asked of another device while the session lasted. That one caused the
 * other is not known.
 *
 * @param actor the session's end that asked
 * @param target who was asked
 * @param protocol in which protocol
 * @param operationClass what kind of thing
 * @param functionName the first such function
 * @param count how often
 * @param firstNanos first time
 * @param lastNanos last time
 * @param trace the first of them
 */
public record SessionWork(
    IpAddress actor,
    Endpoint target,
    Protocol protocol,
    OperationClass operationClass,
    String functionName,
    long count,
    long firstNanos,
    long lastNanos,
    PortTrace trace) {
  /** Whether it changes anything or may. */
  public boolean changes() {
    return switch (operationClass) {
      case WRITE, CONTROL, PROGRAM, FIRMWARE, CONFIGURATION, OTHER -> true;
      case READ, DIAGNOSTIC, DISCOVERY, AUTHENTICATION -> false;
    };
  }
}
