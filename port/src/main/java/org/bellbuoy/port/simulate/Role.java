package org.bellbuoy.port.simulate;

import java.util.Locale;

/** What a simulated host is for, and the vendor prefix (IEEE registry, MA-L) of its interface. */
enum Role {
  MODBUS_CONTROLLER(0x0080f4, 64),
  S7_CONTROLLER(0x001b1b, 64),
  DRIVE(0x00a045, 64),
  PANEL(0x000bab, 128),
  CAMERA(0x00408c, 64),
  SWITCH(0xece555, 64),
  SCADA(0xc8f750, 128),
  HISTORIAN(0xc8f750, 128),
  ENGINEERING(0xc8f750, 128),
  MANAGEMENT(0xc8f750, 64),
  SERVICES(0xc8f750, 64),
  JUMP_HOST(0x000c29, 128),
  ROUTER(0xf4bd9e, 255),
  MODEM(0x001e42, 64),
  OPERATING_SYSTEM(0x000c29, 64),
  OFFICE(0xc8f750, 128),
  PUBLIC(0, 64);

  final int vendor;
  final int hops;

  Role(int vendor, int hops) {
    this.vendor = vendor;
    this.hops = hops;
  }

  /** The word in {@code truth.json}. */
  String word() {
    return this == OPERATING_SYSTEM
        ? "terminal-operating-server"
        : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
