package org.bellbuoy.register.policy;

/** A value with named fields, each worked out when it is asked for. */
@FunctionalInterface
interface Struct {
  /** String, Boolean, Double, a list of values, another struct, or {@link Unknown#VALUE}. */
  Object get(String field);
}
