/**
 * Which devices a capture shows, and what proves it: facts from decoders and from {@code identity}
 * are kept with their frames, addresses are joined to devices, roles are concluded from what
 * devices did. Nothing is decided between facts that contradict each other: both stand. It reads no
 * packets itself beyond their addresses and judges nobody; findings are made elsewhere.
 */
@NullMarked
package org.bellbuoy.port.inventory;

import org.jspecify.annotations.NullMarked;
