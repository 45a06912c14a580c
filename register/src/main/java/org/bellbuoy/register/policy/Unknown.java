package org.bellbuoy.register.policy;

/** The value of a fact that is unknown or only possible. */
enum Unknown {
  VALUE
}
