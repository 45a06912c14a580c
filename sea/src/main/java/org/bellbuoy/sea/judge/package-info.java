/**
 * Whether a silence was deliberate: what is known of it as numbers, a reception model that says how
 * likely it was to be heard, trees that weigh the numbers, and the competing explanations. Pure:
 * the same facts give the same judgement, and a live one uses nothing after its moment. Nothing
 * here reads a file, a clock or a random source; models are made by the evaluation.
 */
@NullMarked
package org.bellbuoy.sea.judge;

import org.jspecify.annotations.NullMarked;
