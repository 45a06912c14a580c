/**
 * Puts the rooms together: from roots to facts, findings, a verdict for each server and one page
 * for the fleet. The only room here that opens files.
 */
@NullMarked
package org.bellbuoy.server.sweep;

import org.jspecify.annotations.NullMarked;
