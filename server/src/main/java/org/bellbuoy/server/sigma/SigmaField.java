package org.bellbuoy.server.sigma;

/**
 * A field as a rule names it.
 *
 * @param name name as written
 * @param slot which value of a web row it is, {@link #BY_NAME} where it is looked up by its name
 */
public record SigmaField(String name, int slot) {
  /** Not a value of a web row. */
  public static final int BY_NAME = -1;
}
