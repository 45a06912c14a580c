/**
 * What was collected from a server: which files there are, what each is for, and whose server it
 * was. Reads nothing outside the roots that were given. Hostile trees are ordinary.
 */
@NullMarked
package org.bellbuoy.server.tree;

import org.jspecify.annotations.NullMarked;
