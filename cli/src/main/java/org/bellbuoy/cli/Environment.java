package org.bellbuoy.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * What a command may touch of the world around it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether standard error is a terminal
 * @param nanoTime a clock for durations
 * @param processors cores to use unless told otherwise
 * @param workingFolder where relative paths begin
 */
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    LongSupplier nanoTime,
    int processors,
    Path workingFolder) {}
