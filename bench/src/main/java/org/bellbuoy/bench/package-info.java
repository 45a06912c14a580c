/** Room for bench. */
@NullMarked
package org.bellbuoy.bench;

import org.jspecify.annotations.NullMarked;
