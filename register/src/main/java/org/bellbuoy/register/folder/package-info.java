/**
 * A register as a folder of CSV and YAML files that people edit and compare line by line. What
 * cannot be used is kept as a reject with file, row, field and value; nothing is repaired and no
 * file is too strange to be answered with a sentence. Other formats and what follows from shares do
 * not belong here.
 */
@NullMarked
package org.bellbuoy.register.folder;

import org.jspecify.annotations.NullMarked;
