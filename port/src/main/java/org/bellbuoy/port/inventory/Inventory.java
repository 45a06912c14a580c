package org.bellbuoy.port.inventory;

import java.util.List;

/**
 * All devices that captures show.
 *
 * @param devices in the order of their addresses
 * @param outsideAddresses addresses elsewhere that sent packets and are no device of the list
 * @param toldOnly addresses that others spoke of but that sent nothing
 * @param leftOutPackets packets of addresses for which there was no room
 * @param leftOutFacts facts for which there was no room
 */
public record Inventory(
    List<Device> devices,
    long outsideAddresses,
    long toldOnly,
    long leftOutPackets,
    long leftOutFacts) {
  public Inventory {
    devices = List.copyOf(devices);
  }

  /** What no inventory of a capture can show, in words. */
  public static final String BLIND_SPOTS =
      "Listed is who sent packets past the capture point. Who was silent, on another link, or"
          + " behind a device that answers for it (a modem on a controller's second port, units"
          + " behind a gateway) is not seen; its absence here is no proof that it is not there.";
}
