/**
 * Whether two numbers or two names mean one party or one ship. Every answer says in sentences what
 * met, what did not and what forbade it, and every decision can be taken back. What a party
 * controls and where records are kept belongs to other rooms.
 */
@NullMarked
package org.bellbuoy.register.match;

import org.jspecify.annotations.NullMarked;
