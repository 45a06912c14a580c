package org.bellbuoy.server.build;

import java.time.LocalDate;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * How long a product is supported.
 *
 * @param ends last day, null where not set
 * @param note condition, empty where none
 */
record Support(Product product, @Nullable LocalDate ends, String note, String source) {}
