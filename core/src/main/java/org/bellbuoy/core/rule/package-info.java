/**
 * Ways of judging, each with its id, version, claim and parameters. Rules are documentation that
 * the program itself reads: defaults and units come from here. A finding names the rule it came
 * from.
 */
@NullMarked
package org.bellbuoy.core.rule;

import org.jspecify.annotations.NullMarked;
