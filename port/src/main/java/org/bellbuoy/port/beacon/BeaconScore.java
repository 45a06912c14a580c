package org.bellbuoy.port.beacon;

/**
 * How much a series of connections looks like a beacon, each part from 0 to 1.
 *
 * @param timestamp evenness of the gaps between starts
 * @param size evenness of the bytes sent
 * @param duration how much of the time it goes on
 * @param histogram evenness of the number of connections over the time
 * @param total their mean, rounded to three decimals
 * @param connections how many there were
 */
public record BeaconScore(
    double timestamp,
    double size,
    double duration,
    double histogram,
    double total,
    int connections) {}
