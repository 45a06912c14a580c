/**
 * What is kept between runs: findings, runs and a register in one DuckDB file, archives as Parquet.
 * A run is saved whole or not at all, and saving it again changes nothing. Nothing outside this
 * package touches DuckDB, whose first use in a process costs a second or more.
 */
@NullMarked
package org.bellbuoy.store;

import org.jspecify.annotations.NullMarked;
