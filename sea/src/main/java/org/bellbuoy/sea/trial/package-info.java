/**
 * Puts the judgement of silences to the test: ships are switched off artificially in real
 * recordings, and natural and made silences are judged alike by models that saw neither their
 * vessels nor their time. Nothing is fitted on what is scored.
 */
@NullMarked
package org.bellbuoy.sea.trial;

import org.jspecify.annotations.NullMarked;
