package org.bellbuoy.port.detect;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/** Targets of operations as numbers, to count different ones without making objects. */
final class Points {
  private static final TargetPart[] PARTS = TargetPart.values();

  private Points() {}

  /** A number for what is asked of what: function and all parts of the target. */
  static long request(Operation operation) {
    return mix(point(operation), operation.functionCode());
  }

  /** A number for the target alone. */
  static long point(Operation operation) {
    long hash = 1;
    for (int i = 0; i < PARTS.length; i++) {
      TargetPart part = PARTS[i];
      if (operation.hasNumber(part)) {
        hash = mix(mix(hash, i), operation.number(part));
      } else {
        @Nullable String text = operation.text(part);
        if (text != null) {
          hash = mix(mix(hash, i), text.hashCode());
        }
      }
    }
    return hash;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0xff51_afd7_ed55_8ccdL;
    return mixed ^ mixed >>> 33;
  }
}
