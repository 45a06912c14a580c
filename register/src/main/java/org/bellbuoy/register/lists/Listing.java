package org.bellbuoy.register.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Register;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is on a list. Kept in the details of a party or asset under {@code list:} and the
 * list's word, as {@code from 2021-06-03 until 2025-01-07: why}.
 *
 * @param list its word, with a part of it after a slash: {@code eu-32014r0833/XLII}
 * @param from first day; null where not said
 * @param until first day on which it is no longer; null where no end was said
 * @param why in the list's words; may be empty
 */
public record Listing(
    String list, @Nullable PartialDate from, @Nullable PartialDate until, String why) {
  private static final String KEY = "list:";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:from ([\\d-]{4,10})|no first day)(?: until ([\\d-]{4,10}))?(?:: (.*))?",
          Pattern.DOTALL);

  /** Its key among details. */
  public String key() {
    return KEY + list;
  }

  /** Its value among details. */
  public String value() {
    return (from == null ? "no first day" : "from " + from)
        + (until == null ? "" : " until " + until)
        + (why.isEmpty() ? "" : ": " + why);
  }

  /** Whether it holds on a day. Where no first day is told, it does from ever on. */
  public boolean holdsOn(LocalDate day) {
    return (from == null || !from.first().isAfter(day))
        && (until == null || until.first().isAfter(day));
  }

  /** All listings that a description tells of. */
  public static List<Listing> of(Entity entity) {
    List<Listing> all = new ArrayList<>();
    entity.details().forEach((key, value) -> parse(key, value).ifPresent(all::add));
    return all;
  }

  /** A listing from an entry of details; empty where it is none. */
  public static Optional<Listing> parse(String key, String value) {
    Matcher matcher = VALUE.matcher(value);
    if (!key.startsWith(KEY) || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Listing(
            key.substring(KEY.length()),
            date(matcher.group(1)),
            date(matcher.group(2)),
            matcher.group(3) == null ? "" : matcher.group(3)));
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : PartialDate.parse(text).orElse(null);
  }

  /**
   * Everybody who is on a list on a day, parties and assets, by identifier, with the listing. Costs
   * time in proportion to the register.
   *
   * @param list its word; with no part after a slash, all parts
   */
  public static Map<String, Listing> on(Register register, String list, LocalDate day) {
    Map<String, Listing> listed = new LinkedHashMap<>();
    for (Entity entity : register.entities()) {
      for (Listing listing : of(entity)) {
        boolean asked = listing.list().equals(list) || listing.list().startsWith(list + "/");
        if (asked && listing.holdsOn(day)) {
          listed.putIfAbsent(entity.id(), listing);
        }
      }
    }
    return listed;
  }
}
