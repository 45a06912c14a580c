/**
 * What conversations carry that should not stand in clear or come in at all: passwords, programs,
 * firmware. Told by content at the places where protocols put it; never keeps a password or a file.
 * What is encrypted is not seen.
 */
@NullMarked
package org.bellbuoy.port.content;

import org.jspecify.annotations.NullMarked;
