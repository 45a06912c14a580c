/** Room for atlas. */
@NullMarked
package org.bellbuoy.atlas;

import org.jspecify.annotations.NullMarked;
