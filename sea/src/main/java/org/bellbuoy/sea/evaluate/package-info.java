/**
 * How right the judgement of silences is: ships are switched off artificially in real recordings,
 * natural and made silences are judged alike, and the judgements are scored beside baselines.
 * Nothing is fitted on what is scored: models are made anew for every fold of vessels and time.
 */
@NullMarked
package org.bellbuoy.sea.evaluate;

import org.jspecify.annotations.NullMarked;
