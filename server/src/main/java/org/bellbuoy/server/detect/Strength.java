package org.bellbuoy.server.detect;

/** How much one fact says by itself. */
public enum Strength {
  /** Common in benign servers: shown beside a stronger one or when asked for. */
  WEAK,
  /** Unusual, with known innocent explanations. */
  MEDIUM,
  /** Hardly explained otherwise. */
  STRONG
}
