/**
 * Makes seeded AIS traffic with staged acts whose truth is known, for the demo and for tests. Time
 * and chance come only from the scenario, so equal scenarios give equal bytes. Ships, cables and
 * stations are invented, and every name and number says so.
 */
@NullMarked
package org.bellbuoy.sea.simulate;

import org.jspecify.annotations.NullMarked;
