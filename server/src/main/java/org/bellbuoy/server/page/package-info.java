/**
 * What is usual on a server: its pages, who asks for them and how. Aggregates that merge, asked
 * afterwards. Finds pages that no signature knows.
 */
@NullMarked
package org.bellbuoy.server.page;

import org.jspecify.annotations.NullMarked;
