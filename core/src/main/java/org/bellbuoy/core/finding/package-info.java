/**
 * What every watch says in the end: findings with their assessment, coverage and evidence. Records
 * here are plain, immutable data. Their JSON form is published with a schema and kept stable.
 */
@NullMarked
package org.bellbuoy.core.finding;

import org.jspecify.annotations.NullMarked;
