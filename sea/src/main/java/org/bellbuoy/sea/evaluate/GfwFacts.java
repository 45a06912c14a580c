package org.bellbuoy.sea.evaluate;

/**
 * What the rule of Global Fishing Watch asks of a silence beyond what a case holds.
 *
 * @param cellPositionsPerDay positions heard a day in the cell where it began, NaN where not known
 * @param positionsBefore positions heard of the ship in the twelve hours before, negative where not
 *     known
 */
public record GfwFacts(double cellPositionsPerDay, int positionsBefore) {}
