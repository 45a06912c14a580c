/**
 * What a register says: parties, assets, the roles of parties in either, and the sources that say
 * so. All of it is immutable and kept as statements, so that two sources may disagree and both
 * stay. Nothing is computed here and no file is read; who controls whom belongs to {@code control}.
 */
@NullMarked
package org.bellbuoy.register.model;

import org.jspecify.annotations.NullMarked;
