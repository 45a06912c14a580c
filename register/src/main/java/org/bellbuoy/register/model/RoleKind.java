package org.bellbuoy.register.model;

/** What a party is to another party or to an asset. */
public enum RoleKind {
  /** Holds shares, votes or title. */
  OWNER,
  /** Controls by a named basis other than a count of shares. */
  CONTROLLER,
  /** Has an interest that is neither a share nor control, such as a seat on a board. */
  INTEREST,
  /** Runs it from day to day. */
  OPERATOR,
  /** Manages it technically on behalf of an owner. */
  MANAGER,
  /** Made it. */
  MAKER,
  /** Made the software it runs. */
  SOFTWARE_MAKER,
  /** Services or repairs it. */
  SERVICE_PROVIDER,
  /** Can reach it from outside. */
  REMOTE_ACCESS,
  /** Insures it. */
  INSURER,
  /** Lends or pays for it. */
  FINANCIER,
  /** Has it on lease or charter. */
  LESSEE,
  /** Belongs to an agreement. */
  MEMBER
}
