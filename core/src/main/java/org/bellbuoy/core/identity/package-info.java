/**
 * Numbers by which ships and stations are named, and the states their digits belong to. What a
 * number says is a claim of whoever sent or wrote it. Numbers of parties and names belong to the
 * register.
 */
@NullMarked
package org.bellbuoy.core.identity;

import org.jspecify.annotations.NullMarked;
