package org.bellbuoy.core.rule;

/**
 * A number or word that a rule's judgement depends on.
 *
 * @param name as on the command line, without dashes
 * @param defaultValue as text, with its unit where it has one, for example {@code 30m}
 * @param unit unit in words; empty where there is none
 * @param meaning one sentence
 */
public record Parameter(String name, String defaultValue, String unit, String meaning) {}
