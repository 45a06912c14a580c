/** Room for store. */
@NullMarked
package org.bellbuoy.store;

import org.jspecify.annotations.NullMarked;
