/** Room for core. */
@NullMarked
package org.bellbuoy.core;

import org.jspecify.annotations.NullMarked;
