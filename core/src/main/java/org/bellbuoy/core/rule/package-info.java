/**
 * Ways of judging, each with its id, version, claim and parameters. Rules are documentation inside
 * the program: they tell what a finding asserts and what it does not, and the defaults that the
 * code has. A finding names the rule it came from.
 */
@NullMarked
package org.bellbuoy.core.rule;

import org.jspecify.annotations.NullMarked;
