package org.bellbuoy.register.policy;

import java.util.List;

/**
 * Operators of CEL over values that may be unknown: Kleene's strong logic for and, or, not;
 * anything else of an unknown is unknown. The order of operands does not matter to the answer.
 */
final class ThreeValued {
  private ThreeValued() {}

  static boolean unknown(Object value) {
    return value == Unknown.VALUE;
  }

  static Object not(Object value) {
    return unknown(value) ? value : Boolean.valueOf(!(Boolean) value);
  }

  static Object equal(Object one, Object other) {
    if (unknown(one) || unknown(other)) {
      return Unknown.VALUE;
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      return equalLists(a, b);
    }
    if (one instanceof Number a && other instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    if (one instanceof Struct a && other instanceof Struct b) {
      return equal(a.get("id"), b.get("id"));
    }
    return one.equals(other);
  }

  private static Object equalLists(List<?> a, List<?> b) {
    if (open(a) || open(b)) {
      return Unknown.VALUE;
    }
    if (a.size() != b.size()) {
      return false;
    }
    Object all = true;
    for (int i = 0; i < a.size(); i++) {
      Object same = equal(a.get(i), b.get(i));
      if (Boolean.FALSE.equals(same)) {
        return false;
      }
      all = unknown(same) ? same : all;
    }
    return all;
  }

  static Object in(Object item, Object list) {
    if (unknown(list)) {
      return list;
    }
    Object found = false;
    for (Object each : (List<?>) list) {
      Object same = equal(item, each);
      if (Boolean.TRUE.equals(same)) {
        return true;
      }
      found = unknown(same) ? same : found;
    }
    return found;
  }

  /** Less than 0, 0 or more as numbers or texts compare. */
  static int compare(Object one, Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    if (one instanceof Boolean a && other instanceof Boolean b) {
      return Boolean.compare(a, b);
    }
    return ((String) one).compareTo((String) other);
  }

  static Object size(Object value) {
    if (unknown(value)) {
      return value;
    }
    if (value instanceof List<?> list) {
      return open(list) ? Unknown.VALUE : (Object) (long) list.size();
    }
    String text = (String) value;
    return (long) text.codePointCount(0, text.length());
  }

  /** A list with something unknown in it may have any number more. */
  private static boolean open(List<?> list) {
    return list.contains(Unknown.VALUE);
  }
}
