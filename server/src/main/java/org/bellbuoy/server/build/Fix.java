package org.bellbuoy.server.build;

import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * Where a vulnerability is fixed.
 *
 * @param id of the vulnerability
 * @param product of which product
 * @param line its CU; {@code *} for all lines of the product
 * @param known false where the table does not know
 * @param firstFixed first build of the line that holds the fix; null where none does or will
 * @param confirmed false where it is inferred or from a weak source
 * @param source where the row is from
 */
record Fix(
    String id,
    Product product,
    String line,
    boolean known,
    @Nullable BuildNumber firstFixed,
    boolean confirmed,
    String source) {}
