/**
 * Pages about a party or asset of a register, as documents: ownership picture, control step by
 * step, concentration, what is left without it, sources, what is not known. Nothing on a page goes
 * beyond what the answers of {@code control} and {@code lock} hold. How a document becomes HTML
 * does not belong here.
 */
@NullMarked
package org.bellbuoy.register.page;

import org.jspecify.annotations.NullMarked;
