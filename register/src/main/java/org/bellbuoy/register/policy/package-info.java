/**
 * Policies: rules in CEL over facts that follow from a register, judged over everything at once.
 * What is unknown or only possible makes an answer that cannot be told, never a no; a change of one
 * fact is followed to what it reaches. Reading registers and writing findings to files belong
 * elsewhere.
 */
@NullMarked
package org.bellbuoy.register.policy;

import org.jspecify.annotations.NullMarked;
