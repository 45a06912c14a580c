package org.bellbuoy.register.policy;

import org.jspecify.annotations.Nullable;

/** A part of a compiled expression. */
@FunctionalInterface
interface Node {
  /** Its value where these variables hold. */
  Object value(Variables variables);

  /**
   * Variables, the innermost first.
   *
   * @param outer those around; null for the outermost
   */
  record Variables(String name, Object value, @Nullable Variables outer) {
    Object get(String wanted) {
      for (Variables at = this; at != null; at = at.outer) {
        if (at.name.equals(wanted)) {
          return at.value;
        }
      }
      throw new IllegalStateException("The checker let pass the variable " + wanted + ".");
    }
  }
}
