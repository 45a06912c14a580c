/**
 * Who speaks with whom: addresses, endpoints, conversations and the protocols spoken in them. Types
 * that decoders, detectors and the ledger share; nothing here reads bytes of a capture. What was
 * asked and done in a conversation belongs to {@code operation}.
 */
@NullMarked
package org.bellbuoy.port.conversation;

import org.jspecify.annotations.NullMarked;
