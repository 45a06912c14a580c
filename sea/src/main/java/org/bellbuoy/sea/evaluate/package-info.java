/**
 * How well ways of judging silences tell artificial switch-offs from natural silences: scores in,
 * curves, shares, calibration and intervals out. The same cases, scores and seed give the same
 * figures; where there is too little to say, it says "not enough" and no number. Nothing here makes
 * a switch-off, fits a model, or reads a file or a clock.
 */
@NullMarked
package org.bellbuoy.sea.evaluate;

import org.jspecify.annotations.NullMarked;
