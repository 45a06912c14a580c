/** Room for sea. */
@NullMarked
package org.bellbuoy.sea;

import org.jspecify.annotations.NullMarked;
