package org.bellbuoy.server.content;

/**
 * One odd thing about a script.
 *
 * @param rule which
 * @param sentence what was seen
 * @param offset first byte in the file that shows it
 * @param length bytes that show it, 0 where the name or place does
 */
public record Trait(TraitRule rule, String sentence, int offset, int length) {
  /** What it adds to the score. */
  public int weight() {
    return rule.weight();
  }
}
