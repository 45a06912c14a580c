package org.bellbuoy.register.join;

/** The address within the id of a device as findings name it: {@code 10.0.0.2:502 unit 9}. */
final class DeviceAddress {
  private DeviceAddress() {}

  /** The IP or hardware address alone, without port, unit and what else follows a space. */
  static String of(String id) {
    int space = id.indexOf(' ');
    String ends = space < 0 ? id : id.substring(0, space);
    int close = ends.indexOf(']');
    if (ends.startsWith("[") && close > 0) {
      return ends.substring(1, close);
    }
    int colon = ends.indexOf(':');
    return colon > 0 && colon == ends.lastIndexOf(':') ? ends.substring(0, colon) : ends;
  }
}
