/**
 * What readers and writers of other formats share. A reader makes statements of our model from
 * somebody else's file and rejects of what is wrong in it; a writer says what its format cannot
 * hold. Nothing here decides who is who: that is left to matching.
 */
@NullMarked
package org.bellbuoy.register.exchange;

import org.jspecify.annotations.NullMarked;
