/**
 * Windows events: from binary logs and exports to events. Reads EVTX, JSON and XML alike. Knows
 * nothing of attacks.
 */
@NullMarked
package org.bellbuoy.server.event;

import org.jspecify.annotations.NullMarked;
