/**
 * Joins findings of any watch to a register: who stands behind subject and assets, who could do the
 * same work instead, and by which stated rules that moves how much a finding would matter. The
 * assessment is never touched, for control is not behaviour; all of it is pure over register and
 * finding. Reading registers and writing findings belong elsewhere.
 */
@NullMarked
package org.bellbuoy.register.join;

import org.jspecify.annotations.NullMarked;
