/**
 * Web server logs: from bytes to rows. Reads the W3C logs of IIS, the comma separated logs of
 * Exchange and the access logs of other servers, one reused row at a time. Knows nothing of
 * attacks, but puts paths in one spelling for those who do.
 */
@NullMarked
package org.bellbuoy.server.log;

import org.jspecify.annotations.NullMarked;
