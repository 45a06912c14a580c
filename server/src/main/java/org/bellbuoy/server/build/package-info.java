/**
 * Which build is patched against what, for a date. The tables are data with sources, and can be
 * replaced by newer ones.
 */
@NullMarked
package org.bellbuoy.server.build;

import org.jspecify.annotations.NullMarked;
