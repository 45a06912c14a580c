/**
 * Findings for people: one self-contained page of HTML with maps and timelines drawn as SVG.
 * Nothing here judges, and nothing is fetched from a network when the page is made or read. All
 * text that came from a sensor is taken as hostile and is escaped where it is written.
 */
@NullMarked
package org.bellbuoy.report;

import org.jspecify.annotations.NullMarked;
