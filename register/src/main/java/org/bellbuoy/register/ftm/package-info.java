/**
 * Entities of FollowTheMoney as JSON lines, read and written: parties, vessels and other assets,
 * and the links between them. What the model has no place for is kept with each entity, so that one
 * that nobody changed is written as it was read; schemata that are left out are counted and named.
 * Nothing is matched or judged here, and a topic such as {@code sanction} stays a word of its
 * source.
 */
@NullMarked
package org.bellbuoy.register.ftm;

import org.jspecify.annotations.NullMarked;
