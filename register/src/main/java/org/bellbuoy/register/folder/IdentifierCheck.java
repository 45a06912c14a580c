package org.bellbuoy.register.folder;

import java.util.Optional;
import org.bellbuoy.register.match.Identifier.Reading;
import org.bellbuoy.register.match.Identifier.Scheme;
import org.bellbuoy.register.match.IdentifierReader;
import org.bellbuoy.register.model.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Checks numbers that have check digits or parts that somebody gives out: IMO ship numbers
 * (Resolution A.1117(30)), LEIs (ISO 7064 MOD 97-10) and MMSIs, whose MID an administration must
 * have (ITU-R M.585-9). Others are taken as they are.
 */
final class IdentifierCheck {
  private IdentifierCheck() {}

  private static Optional<Scheme> scheme(Identifier identifier) {
    return switch (identifier.scheme()) {
      case "imo" -> Optional.of(Scheme.IMO);
      case "mmsi" -> Optional.of(Scheme.MMSI);
      case "lei" -> Optional.of(Scheme.LEI);
      default -> Optional.empty();
    };
  }

  private static @Nullable Reading read(Identifier identifier) {
    return scheme(identifier)
        .map(scheme -> org.bellbuoy.register.match.Identifier.read(scheme, "", identifier.value()))
        .orElse(null);
  }

  /** What is wrong with it; null where nothing is, or nothing can be checked. */
  static @Nullable RowProblem problem(Identifier identifier) {
    Reading reading = read(identifier);
    if (reading instanceof Reading.Bad bad) {
      return RowProblem.of(
          "bad-identifier", "identifiers", identifier.toString(), bad.problem() + LEFT_OUT);
    }
    if (reading instanceof Reading.Good good
        && good.identifier().scheme() == Scheme.MMSI
        && !good.identifier().value().startsWith(SIMULATED)
        && IdentifierReader.administration(good.identifier()).isEmpty()) {
      return RowProblem.of(
          "bad-identifier",
          "identifiers",
          identifier.toString(),
          "its MID was given to no administration." + LEFT_OUT);
    }
    return null;
  }

  /** What begins so belongs to nobody and is used by SIMULATED data alone. */
  private static final String SIMULATED = "200";

  private static final String LEFT_OUT = " It is left out, the rest of the row stays.";

  /** The same number in its one form, so that two ways of writing it are one. */
  static Identifier normal(Identifier identifier) {
    return read(identifier) instanceof Reading.Good good
        ? new Identifier(identifier.scheme(), good.identifier().value())
        : identifier;
  }
}
