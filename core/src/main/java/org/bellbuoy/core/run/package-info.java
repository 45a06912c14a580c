/**
 * The ledger of one run: what was read, with which parameters, how much was rejected and why. It is
 * what makes a finding repeatable. Progress for people is here too, and goes to standard error
 * only.
 */
@NullMarked
package org.bellbuoy.core.run;

import org.jspecify.annotations.NullMarked;
