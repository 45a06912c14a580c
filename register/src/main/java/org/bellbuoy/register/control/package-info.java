/**
 * Who controls whom: integrated ownership, majority control, the fifty percent rule and voting
 * power over a graph of shares.
 */
@NullMarked
package org.bellbuoy.register.control;

import org.jspecify.annotations.NullMarked;
