package org.bellbuoy.sea.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Switch-offs recalled while hardly any natural silence is called.
 *
 * @param recall share of switch-offs with a score at or above the threshold
 * @param naturalRate share of natural silences at or above it, at most what was allowed
 * @param threshold lowest score called, null where none can be called
 */
public record RecallAt(double recall, double naturalRate, @Nullable Double threshold) {}
