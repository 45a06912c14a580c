/**
 * Statements of the Beneficial Ownership Data Standard 0.4, read, checked and written. Checks
 * follow the standard's JSON schemas and what its descriptions call a MUST between statements;
 * shares stay intervals and reasons why nobody is named stay. What the model has no place for is
 * kept by its JSON pointer, so that a statement that nobody changed is written as it was read.
 */
@NullMarked
package org.bellbuoy.register.bods;

import org.jspecify.annotations.NullMarked;
