package org.bellbuoy.register.match;

/**
 * What counts as alike. All shares are of the length of the longer word.
 *
 * @param possibleScore score from which two names are told as possibly one, 0 to 1
 * @param sameScore score from which they are told as one
 * @param personSpellingShare letters that may differ in a word of a person's name
 * @param firmSpellingShare letters that may differ in a word of another name
 * @param soundSpellingShare letters that may differ in words that sound alike
 * @param otherNumberLikeness likeness of two different numbers at one place of a series, 0 to veto
 *     them
 * @param extraWordCost what a word of a person's name that only one side has takes off the score
 * @param bothMissCap highest score where both sides have words that the other lacks
 */
public record MatchOptions(
    double possibleScore,
    double sameScore,
    double personSpellingShare,
    double firmSpellingShare,
    double soundSpellingShare,
    double otherNumberLikeness,
    double extraWordCost,
    double bothMissCap) {
  /** Values chosen on the part of the labelled pairs that was looked at. */
  public static MatchOptions defaults() {
    return new MatchOptions(0.74, 0.95, 0.3, 0.2, 0.4, 0.6, 0.04, 0.5);
  }

  /** The same, but different numbers never meet: for finding the one thing, not its series. */
  public MatchOptions withStrictNumbers() {
    return new MatchOptions(
        possibleScore,
        sameScore,
        personSpellingShare,
        firmSpellingShare,
        soundSpellingShare,
        0,
        extraWordCost,
        bothMissCap);
  }
}
