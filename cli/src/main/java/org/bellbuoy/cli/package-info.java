/** Room for cli. */
@NullMarked
package org.bellbuoy.cli;

import org.jspecify.annotations.NullMarked;
