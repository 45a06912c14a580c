/**
 * Pages about a party or asset of a register, as documents: ownership picture, control step by
 * step, concentration, what is left without it, findings in which it stands, sources, what is not
 * known. Nothing on a page goes beyond the rows of the register, the answers of {@code control} and
 * {@code lock}, and whom {@code join} finds in findings. How a document becomes HTML does not
 * belong here.
 */
@NullMarked
package org.bellbuoy.register.page;

import org.jspecify.annotations.NullMarked;
