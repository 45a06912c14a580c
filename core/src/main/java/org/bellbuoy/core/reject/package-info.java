/**
 * What could not be used, kept with its reason and place. A reject never stops a run and is never
 * lost: counts go to the ledger, each one to a file. Bugs are no rejects; they throw.
 */
@NullMarked
package org.bellbuoy.core.reject;

import org.jspecify.annotations.NullMarked;
