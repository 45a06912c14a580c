package org.bellbuoy.port.inventory;

import org.bellbuoy.port.operation.AttributeName;

/**
 * One thing known of a device. Those that contradict each other stand side by side.
 *
 * @param name which attribute
 * @param value as the device told it: hostile until made visible
 * @param unit unit, slot or station behind the device's address; −1 for the device itself
 * @param source what told it: a protocol's word, or {@code mac-prefix}
 * @param confidence how directly it was told
 * @param count how often it was told
 * @param proof the first packet that told it
 * @param lastNanos when it was told last
 * @param contradicted whether the device, or another in its name, told another value too
 */
public record DeviceAttribute(
    AttributeName name,
    String value,
    int unit,
    String source,
    Confidence confidence,
    long count,
    Proof proof,
    long lastNanos,
    boolean contradicted) {
  /** Source of makers that are known by the hardware address only. */
  public static final String MAC_PREFIX = "mac-prefix";

  DeviceAttribute contradictory() {
    return new DeviceAttribute(
        name, value, unit, source, confidence, count, proof, lastNanos, true);
  }
}
