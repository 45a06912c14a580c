/**
 * What a finding shows to the eye: map layers, timelines and tables, without saying how they are
 * drawn. A watch makes exhibits, the report draws them. No exhibit takes part in a judgement.
 */
@NullMarked
package org.bellbuoy.core.exhibit;

import org.jspecify.annotations.NullMarked;
