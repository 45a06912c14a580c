/**
 * The port watch put together: captures to packets, to conversations, to the operation ledger and
 * what detectors see. Says how well the capture could see. Everything below it can be used without
 * it.
 */
@NullMarked
package org.bellbuoy.port.watch;

import org.jspecify.annotations.NullMarked;
