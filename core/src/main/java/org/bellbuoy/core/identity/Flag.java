package org.bellbuoy.core.identity;

/**
 * The state or territory that an MMSI names as its flag.
 *
 * @param code ISO 3166-1 alpha-2
 * @param name English short name
 */
public record Flag(String code, String name) {}
