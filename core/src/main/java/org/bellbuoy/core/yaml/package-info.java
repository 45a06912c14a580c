/**
 * YAML files that people write, as nodes, with messages that name file and line. What is read makes
 * no objects, follows no aliases and is no deeper than a person would write. What the keys mean is
 * the matter of those who ask; documents of other makes are not read here.
 */
@NullMarked
package org.bellbuoy.core.yaml;

import org.jspecify.annotations.NullMarked;
