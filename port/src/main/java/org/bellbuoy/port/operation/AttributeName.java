package org.bellbuoy.port.operation;

import java.util.Locale;

/** What can be known of a device. */
public enum AttributeName {
  VENDOR,
  /** The vendor's number in its protocol: CIP, PROFINET, BACnet vendor identifier. */
  VENDOR_ID,
  MODEL,
  /** Order or catalogue number. */
  ORDER_NUMBER,
  DEVICE_TYPE,
  DEVICE_ID,
  FIRMWARE,
  HARDWARE_REVISION,
  SERIAL_NUMBER,
  /** Name that the device gives itself: station, host, system, product instance. */
  NAME,
  LOCATION,
  DESCRIPTION,
  /** Operating system or software that answers, as a banner tells it. */
  SOFTWARE,
  MAC,
  IP,
  /** What it was seen doing: controller, hmi, engineering-station, gateway, switch ... */
  ROLE,
  /** A service it offers: protocol, or protocol and port. */
  SERVICE,
  /** Port of a switch it hangs on, or its neighbour. */
  NEIGHBOUR,
  /**
   * What joins the parts of one device: the chassis that LLDP or CDP tells with each of its ports.
   */
  CHASSIS;

  /** The key that stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
