package org.bellbuoy.port.operation;

/**
 * Takes facts about devices. The same fact comes as often as it is seen; the inventory counts. Not
 * called from several threads at a time.
 */
@FunctionalInterface
public interface AttributeSink {
  /** Takes one fact. */
  void attribute(Attribute attribute);
}
