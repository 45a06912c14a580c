/**
 * Lists that states publish of companies and ships, read as sources: that somebody is on a list is
 * a fact of its source, with its days and its reason. A name on a list never decides who somebody
 * is: each name of each list is a party of its own until matching joins it. What follows from being
 * listed, such as the 50 percent rule, belongs to {@code control}.
 */
@NullMarked
package org.bellbuoy.register.lists;

import org.jspecify.annotations.NullMarked;
