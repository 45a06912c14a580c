/**
 * What could have been heard: expected against received transmissions by place, time and class.
 * Learnt from all vessels, asked about one with its own part left out. Merges associatively.
 */
@NullMarked
package org.bellbuoy.sea.reception;

import org.jspecify.annotations.NullMarked;
