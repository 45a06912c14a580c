/**
 * The command line, and the only place where the parts are put together. Commands parse, call one
 * room and print; they judge nothing. Every threshold is an option with its unit and default.
 */
@NullMarked
package org.bellbuoy.cli;

import org.jspecify.annotations.NullMarked;
