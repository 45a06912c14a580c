/**
 * Evidence for rules: reads a checklist of paragraphs and says for each what a capture shows. It
 * never says that a rule is kept, and what it says holds for what was captured only. It detects
 * nothing of its own where a detector, the session register or the inventory already tells it.
 */
@NullMarked
package org.bellbuoy.port.evidence;

import org.jspecify.annotations.NullMarked;
