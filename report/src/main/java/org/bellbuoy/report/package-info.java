/** Room for report. */
@NullMarked
package org.bellbuoy.report;

import org.jspecify.annotations.NullMarked;
