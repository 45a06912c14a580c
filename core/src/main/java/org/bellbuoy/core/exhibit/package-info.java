/**
 * What a finding or a page shows to the eye: map layers, timelines, charts and tables, without
 * saying how they are drawn. A watch makes exhibits and documents, the report draws them. None of
 * them takes part in a judgement.
 */
@NullMarked
package org.bellbuoy.core.exhibit;

import org.jspecify.annotations.NullMarked;
