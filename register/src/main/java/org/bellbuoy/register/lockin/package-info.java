/**
 * What is left without a supplier, an owner or a country, how concentrated a market is, and how
 * long a repair waits. Takes plain ids and quantities and gives figures with their bounds; what is
 * not known widens a range and is never counted as somebody. Who controls whom is worked out
 * elsewhere and given.
 */
@NullMarked
package org.bellbuoy.register.lockin;

import org.jspecify.annotations.NullMarked;
