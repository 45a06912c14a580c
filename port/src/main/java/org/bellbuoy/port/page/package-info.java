/**
 * What the page of a network shows beside its findings: notes taken while captures are read, and
 * the sections made of them. It judges nothing; what it draws was found by detectors or counted.
 * Memory is bounded, and what found no room is told on the page.
 */
@NullMarked
package org.bellbuoy.port.page;

import org.jspecify.annotations.NullMarked;
