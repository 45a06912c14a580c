package org.bellbuoy.register.exchange;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellbuoy.register.model.Share;
import org.jspecify.annotations.Nullable;

/**
 * Shares as free text in percent: {@code 12.5}, {@code 12,5 %}, {@code 25-50%}, {@code >50}, {@code
 * at least 75 percent}. A comma before exactly three digits may part thousands or decimals and is
 * not read, unless nothing but 0 stands before it. Pure.
 */
public final class ShareText {
  private static final String NUMBER = "(\\d{1,12}(?:[.,]\\d{1,18})?)\\s*(?:%|percent|per cent)?";
  private static final String MORE = "(>=|≥|>|more than|over|at least|from)?\\s*";
  private static final String LESS = "(<=|≤|<|less than|under|up to|at most)?\\s*";
  private static final Pattern ONE = Pattern.compile(MORE + NUMBER);
  private static final Pattern LOW = Pattern.compile(LESS + NUMBER);
  private static final Pattern TWO =
      Pattern.compile(MORE + NUMBER + "\\s*(?:-|–|—|to|\\.\\.)\\s*" + LESS + NUMBER);
  private static final Pattern THOUSANDS = Pattern.compile("0*[1-9]\\d*,\\d{3}");
  private static final int LONGEST = 100;

  private ShareText() {}

  /** The share that a text means; empty where it cannot be told or cannot be. */
  public static Optional<Share> parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher one = ONE.matcher(plain);
    if (one.matches()) {
      String word = one.group(1);
      Long at = units(one.group(2));
      return at == null
          ? Optional.empty()
          : word == null ? share(at, at, false, false) : share(at, Share.ONE, strict(word), false);
    }
    Matcher low = LOW.matcher(plain);
    if (low.matches()) {
      Long at = units(low.group(2));
      return at == null ? Optional.empty() : share(0, at, false, strict(low.group(1)));
    }
    Matcher two = TWO.matcher(plain);
    if (two.matches()) {
      Long min = units(two.group(2));
      Long max = units(two.group(4));
      return min == null || max == null
          ? Optional.empty()
          : share(min, max, strict(two.group(1)), strict(two.group(3)));
    }
    return Optional.empty();
  }

  /** A share as such a text; {@link #parse} gives the same share again. */
  public static String write(Share share) {
    if (share.exact()) {
      return Share.percent(share.minUnits());
    }
    if (share.maxUnits() == Share.ONE && !share.belowMax()) {
      return (share.aboveMin() ? ">" : ">=") + Share.percent(share.minUnits());
    }
    if (share.minUnits() == 0 && !share.aboveMin()) {
      return (share.belowMax() ? "<" : "<=") + Share.percent(share.maxUnits());
    }
    return (share.aboveMin() ? ">" : "")
        + Share.percent(share.minUnits())
        + "-"
        + (share.belowMax() ? "<" : "")
        + Share.percent(share.maxUnits());
  }

  private static boolean strict(@Nullable String word) {
    return word != null
        && (word.equals(">")
            || word.equals("<")
            || word.equals("more than")
            || word.equals("over")
            || word.equals("less than")
            || word.equals("under"));
  }

  private static @Nullable Long units(String number) {
    if (THOUSANDS.matcher(number).matches()) {
      return null;
    }
    BigDecimal percent = new BigDecimal(number.replace(',', '.'));
    return percent.compareTo(BigDecimal.valueOf(100)) > 0 ? null : Share.unitsOfPercent(percent);
  }

  private static Optional<Share> share(long min, long max, boolean aboveMin, boolean belowMax) {
    boolean empty = min > max || (min == max && (aboveMin || belowMax));
    return empty ? Optional.empty() : Optional.of(new Share(min, max, aboveMin, belowMax));
  }
}
