/**
 * The operation ledger: every request that reads, writes, controls or programs, with its answer.
 * Operations are reused objects, so a sink copies what it keeps. Also the facts about devices that
 * decoders come across. No decoding here, and no judging.
 */
@NullMarked
package org.bellbuoy.port.operation;

import org.jspecify.annotations.NullMarked;
