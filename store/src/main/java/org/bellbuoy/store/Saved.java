package org.bellbuoy.store;

/**
 * What saving a run changed.
 *
 * @param added findings that were not there before
 * @param replaced findings whose content a newer run changed
 * @param unchanged findings left as they were: the same, or known from a newer run
 */
public record Saved(int added, int replaced, int unchanged) {}
