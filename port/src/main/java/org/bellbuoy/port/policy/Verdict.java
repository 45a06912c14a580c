package org.bellbuoy.port.policy;

/**
 * What a policy says of something that was done.
 *
 * @param answer in a word
 * @param rule name of the conduit or maintenance window that permits it, or that is nearest to it;
 *     empty for none
 */
public record Verdict(Answer answer, String rule) {
  /** Answers. */
  public enum Answer {
    /** A conduit permits it. */
    PERMITTED,
    /** Only a maintenance window permits it. */
    MAINTENANCE,
    /** No conduit leads from the one zone to the other. */
    NO_CONDUIT,
    /** One leads there, but not for this protocol. */
    PROTOCOL,
    /** One leads there, but this class of operations is not among what may be asked. */
    OPERATION,
    /** One permits it, but not at this hour. */
    HOURS;

    /** Whether it may be done. */
    public boolean permits() {
      return this == PERMITTED || this == MAINTENANCE;
    }
  }
}
