/** What is left without a supplier, an owner or a country, and how concentrated a market is. */
@NullMarked
package org.bellbuoy.register.lockin;

import org.jspecify.annotations.NullMarked;
