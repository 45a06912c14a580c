package org.bellbuoy.register.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.register.model.PartialDate;

/** Days as lists write them: 2025-01-07, 25.6.2024, 12 March 2022. Pure. */
final class ListDates {
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));

  private ListDates() {}

  static Optional<PartialDate> parse(String text) {
    Optional<PartialDate> plain = PartialDate.parse(text);
    if (plain.isPresent()) {
      return plain;
    }
    return FORMS.stream().flatMap(form -> parse(text, form).stream()).findFirst();
  }

  private static Optional<PartialDate> parse(String text, DateTimeFormatter form) {
    try {
      LocalDate day = LocalDate.parse(text, form);
      boolean told = day.getYear() >= 1 && day.getYear() <= 9999;
      return told ? Optional.of(PartialDate.of(day)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
