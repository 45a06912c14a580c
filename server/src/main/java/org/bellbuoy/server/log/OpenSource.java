package org.bellbuoy.server.log;

/**
 * What threads know of the source whose lines they read.
 *
 * @param place among those of the scan
 * @param index among those of the run
 * @param kind which log
 * @param wide whether its content is UTF-16
 */
record OpenSource(int place, int index, LogKind kind, boolean wide) {}
