/**
 * The register of remote access: who reached which host from where, with which tool, when and for
 * how long, and what the reached host then asked of others. Tools are told by content on any port;
 * what only looks like one is said to. Whether a session was allowed is not judged by the register,
 * and what a tunnel carries is not seen.
 */
@NullMarked
package org.bellbuoy.port.session;

import org.jspecify.annotations.NullMarked;
