package org.bellbuoy.register.control;

/**
 * The smallest change of one holding that turns an answer about control.
 *
 * @param gain whether the holding must grow, so that control begins; else it must shrink and
 *     control ends
 * @param holder node of the holder whose share changes
 * @param target node of what it holds
 * @param units by how much, in units of a share
 * @param atMost whether smaller changes elsewhere were not all tried
 */
public record Flip(boolean gain, int holder, int target, long units, boolean atMost) {}
