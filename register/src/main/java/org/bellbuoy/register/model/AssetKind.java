package org.bellbuoy.register.model;

/** What an asset is. */
public enum AssetKind {
  /** A ship or barge; its country is its flag. */
  VESSEL,
  /** A whole cable system. */
  CABLE_SYSTEM,
  /** A part of a cable system. */
  SEGMENT,
  /** Where a cable comes ashore, with its station. */
  LANDING_POINT,
  /** A port. */
  PORT,
  /** A terminal within a port. */
  TERMINAL,
  /** A crane. */
  CRANE,
  /** A controller (PLC, drive, gateway). */
  CONTROLLER,
  /** The servers of one organisation or site. */
  SERVER_FLEET,
  /** A program or firmware. */
  SOFTWARE,
  /** Where spares are kept. */
  DEPOT,
  /** The area of a maintenance agreement. */
  MAINTENANCE_ZONE,
  /** A maintenance agreement or another contract over assets. */
  AGREEMENT,
  /** Something else that a source calls an asset; its details say what. */
  OTHER
}
