/**
 * An engine for Sigma rules, written from the specification. Rules are their authors': users bring
 * their own folder. A rule that cannot run says why.
 */
@NullMarked
package org.bellbuoy.server.sigma;

import org.jspecify.annotations.NullMarked;
