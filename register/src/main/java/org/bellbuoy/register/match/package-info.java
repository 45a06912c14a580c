/** Whether two names or numbers mean one party or one ship. */
@NullMarked
package org.bellbuoy.register.match;

import org.jspecify.annotations.NullMarked;
