/**
 * Lock-in over a register: its layers of service, asset, role holder, controller and country, its
 * markets and maintenance zones, and what is left without a party or country. Whatever the register
 * does not tell stays a range or a sentence; nobody unknown is counted as somebody. The arithmetic
 * itself is in {@code lockin} and {@code control}, and words for a screen are the command line's.
 */
@NullMarked
package org.bellbuoy.register.lock;

import org.jspecify.annotations.NullMarked;
