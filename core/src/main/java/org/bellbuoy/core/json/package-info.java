/**
 * The published forms of findings and runs as JSON, and reading them back. Bytes are stable: equal
 * findings give equal lines on every machine. Text from outside is untrusted and always comes out
 * as valid JSON in valid UTF-8.
 */
@NullMarked
package org.bellbuoy.core.json;

import org.jspecify.annotations.NullMarked;
