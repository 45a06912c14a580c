/**
 * Logs of other sensors as a source: Zeek's in both its forms, Suricata's EVE. Gives a few records
 * that detectors share with captures; fields are found by name, and what cannot be read is a reject
 * with its line and field. Judges nothing, and asks no file for more than its lines.
 */
@NullMarked
package org.bellbuoy.port.zeek;

import org.jspecify.annotations.NullMarked;
