package org.bellbuoy.server.sigma;

import java.util.List;
import java.util.Map;

/**
 * A hit as correlations see it.
 *
 * @param rule document that hit
 * @param firstMillis when it began
 * @param millis when it was complete
 * @param values value by field name
 * @param places where, the first ones
 * @param source source of its last record, for order
 * @param offset offset of its last record, for order
 */
record Occurrence(
    int rule,
    long firstMillis,
    long millis,
    Map<String, String> values,
    List<SigmaPlace> places,
    int source,
    long offset) {}
