package org.bellbuoy.port.operation;

/**
 * Takes operations. Each comes once, when its answer came or none is expected any more, so the
 * order is that of answers. Not called from several threads at a time.
 */
@FunctionalInterface
public interface OperationSink {
  /**
   * Takes one operation.
   *
   * @param operation reused after the call; {@link Operation#copy} what is to be kept
   */
  void operation(Operation operation);
}
