/**
 * Findings posted to a receiver that their keeper owns and names. Nothing is sent unless somebody
 * asks for it with an address and a key, and nothing but the answer's status is read. The address
 * is never guessed, taken from a finding, or changed by a redirection.
 */
@NullMarked
package org.bellbuoy.report.webhook;

import org.jspecify.annotations.NullMarked;
