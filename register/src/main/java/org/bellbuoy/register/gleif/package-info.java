/**
 * Relationships between legal entities as GLEIF publishes them (level 2), with as much of level 1
 * as names them. A parent that consolidates accounts controls on that basis; no percentage is said
 * and none is made. Reasons why a parent is not told are kept as unknown parties with that reason.
 */
@NullMarked
package org.bellbuoy.register.gleif;

import org.jspecify.annotations.NullMarked;
