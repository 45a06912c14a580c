package org.bellbuoy.port.operation;

import java.util.Locale;

/** What kind of thing was asked for; the question of policy is who may ask which kind. */
public enum OperationClass {
  /** Values are asked for. */
  READ,
  /** Values are changed. */
  WRITE,
  /** The state of a controller or device is changed: start, stop, mode, reset, force, operate. */
  CONTROL,
  /** A program or block is moved to or from a controller, or changed. */
  PROGRAM,
  /** Firmware is moved or activated. */
  FIRMWARE,
  /** Settings of the device or its network: names, addresses, clock, routes, parameters. */
  CONFIGURATION,
  /** Counters, status, tests, keep-alives that ask for state. */
  DIAGNOSTIC,
  /** Who is there and what is it. */
  DISCOVERY,
  /** Logins, passwords, sessions with an identity. */
  AUTHENTICATION,
  /** A function whose meaning is not known; it may be any of the others. */
  OTHER;

  /** The word that stands in files and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
