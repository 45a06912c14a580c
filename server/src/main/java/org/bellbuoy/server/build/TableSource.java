package org.bellbuoy.server.build;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where rows of the tables are from.
 *
 * @param name the word under {@code source} in the other tables
 * @param what it is, for people
 * @param address where it is found, https; empty where nowhere
 * @param read when it was last held against the tables; null where only a report that quotes it was
 */
public record TableSource(String name, String what, String address, @Nullable LocalDate read) {}
