/**
 * Findings in the forms of security centres, intelligence platforms and coast-guard desks: OCSF,
 * STIX, CEF, KML, Cursor on Target. Each export is a pure function that gives the same bytes for
 * the same findings, says what it drops, marks simulated data, and takes every name as hostile.
 * Nothing here judges or opens a file or a connection.
 */
@NullMarked
package org.bellbuoy.report.export;

import org.jspecify.annotations.NullMarked;
