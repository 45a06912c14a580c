package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;

/**
 * WritePropertyMultiple (ASHRAE 135, 15.10): for each object [0] a list [1] of properties [0] with
 * index [1], value [2] and priority [3]. Each property written is an operation of its own. Reused.
 */
final class WriteMultiple {
  private final Tags tags = new Tags();
  private final Tags ahead = new Tags();
  private final Values values = new Values();
  private byte[] b = new byte[0];
  private int end;
  private long object;
  private boolean within;

  void over(byte[] buffer, int at, int to) {
    tags.over(buffer, at, to);
    b = buffer;
    end = to;
    object = 0;
    within = false;
  }

  /** Whether another property is written; its fields are filled in by {@link #fill}. */
  boolean next() {
    while (tags.next()) {
      if (tags.opens(1)) {
        within = true;
      } else if (tags.closing()) {
        within = false;
      } else if (tags.opens(2)) {
        // The value of the property before, which fill has taken.
        tags.skipEnclosed();
      } else if (tags.context(0) && within) {
        return true;
      } else if (tags.context(0)) {
        object = tags.object();
      }
    }
    return false;
  }

  /** Fills in the property that {@link #next} found. */
  void fill(Operation operation) {
    ServiceRequests.object(operation, object);
    ServiceRequests.attribute(operation, tags.unsigned());
    ahead.over(b, tags.at(), end);
    while (ahead.next() && !ahead.closing() && !ahead.context(0)) {
      if (ahead.context(1)) {
        operation.target(TargetPart.ADDRESS, ahead.unsigned());
      } else if (ahead.opens(2)) {
        int from = ahead.at();
        values.set(operation, b, from, ahead.skipEnclosed());
      } else if (ahead.context(3)) {
        operation.target(TargetPart.PRIORITY, ahead.unsigned());
      }
    }
  }

  boolean malformed() {
    return tags.malformed();
  }

  /**
   * Whether an error of this service names that operation as the first that failed: error [0], then
   * [1] with object [0], property [1] and index [2].
   */
  boolean failedFirst(Operation operation, byte[] buffer, int at, int to) {
    tags.over(buffer, at, to);
    if (!tags.next() || !tags.opens(0)) {
      return false;
    }
    tags.skipEnclosed();
    if (!tags.next() || !tags.opens(1) || !tags.next() || !tags.context(0)) {
      return false;
    }
    long failed = tags.object();
    return failed >> 22 == operation.number(TargetPart.TYPE)
        && (failed & 0x3f_ffff) == operation.number(TargetPart.INSTANCE)
        && tags.next()
        && tags.context(1)
        && tags.unsigned() == operation.number(TargetPart.ATTRIBUTE)
        && (!operation.hasNumber(TargetPart.ADDRESS)
            || (tags.next()
                && tags.context(2)
                && tags.unsigned() == operation.number(TargetPart.ADDRESS)));
  }
}
