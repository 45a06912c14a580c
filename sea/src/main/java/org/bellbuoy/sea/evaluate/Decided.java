package org.bellbuoy.sea.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Of how many a method said anything but that it cannot tell.
 *
 * @param all share of all silences, null where there is none
 * @param off share of switch-offs, null where there is none
 * @param natural share of natural silences, null where there is none
 */
public record Decided(@Nullable Double all, @Nullable Double off, @Nullable Double natural) {}
