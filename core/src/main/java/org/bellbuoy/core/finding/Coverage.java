package org.bellbuoy.core.finding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What could have been observed while the finding's span lasted.
 *
 * @param summary one plain sentence, always present
 * @param observable share of what would have happened that could have been seen, 0 to 1; null where
 *     even that is not known
 * @param detail where, when, how well and why not; not to be changed after construction
 */
public record Coverage(String summary, @Nullable Double observable, ObjectNode detail) {}
