package org.bellbuoy.port.operation;

import java.util.Locale;

/**
 * Parts of which the target of an operation is made, in the order in which they are written. A part
 * has a number, a text, or both (the number's name).
 */
public enum TargetPart {
  /** Unit, station or link address behind the endpoint: Modbus unit, DNP3 or IEC 104 address. */
  UNIT,
  /** Rack, slot or module. */
  SLOT,
  /** Kind of memory: coil, holding-register, DB, M, I, Q, D. */
  AREA,
  /** Data block or file number. */
  BLOCK,
  /** Object type: CIP class, BACnet object type, DNP3 group, IEC 104 type, ADS index group. */
  TYPE,
  /** Instance of the type: CIP instance, BACnet instance, ADS index offset. */
  INSTANCE,
  /** Attribute or property; the DNP3 variation. */
  ATTRIBUTE,
  /** First address, register, byte or point. */
  ADDRESS,
  /** Bit within the address. */
  BIT,
  /** How many, from the address on. */
  COUNT,
  /** Name: tag, node, symbol, file, device, station. */
  NAME,
  /** Subfunction, where one function holds many. */
  SUBFUNCTION,
  /** Rank among commands to the same point: BACnet priority, 1 the highest. */
  PRIORITY;

  /** The key that stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
