/**
 * Who may do what on a network, as its keepers declare it: zones, conduits, remote parties,
 * gateways, hours and maintenance windows, read from a file with exact messages and asked as a pure
 * function. Also proposes the least policy that a known-good capture needs. Knows nothing of
 * findings: {@code detect} asks it.
 */
@NullMarked
package org.bellbuoy.port.policy;

import org.jspecify.annotations.NullMarked;
