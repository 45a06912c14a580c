package org.bellbuoy.register.match;

import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.core.identity.Flag;
import org.bellbuoy.core.identity.Flags;
import org.bellbuoy.core.identity.Mmsi;
import org.bellbuoy.register.match.Identifier.Reading;
import org.bellbuoy.register.match.Identifier.Scheme;

/** Reads numbers and checks their digits. Pure; cost grows with the text only. */
public final class IdentifierReader {
  private static final int LEI_LENGTH = 20;
  private static final int LONGEST = 64;

  private IdentifierReader() {}

  static Reading read(Scheme scheme, String scope, String text) {
    if (text.length() > LONGEST) {
      return new Reading.Bad(
          "A " + scheme.text() + " of " + text.length() + " characters is too long.");
    }
    String bare = bare(text);
    return switch (scheme) {
      case IMO -> imo(text, bare.startsWith("IMO") ? bare.substring(3) : bare);
      case MMSI -> mmsi(text, bare.startsWith("MMSI") ? bare.substring(4) : bare);
      case LEI ->
          lei(text, bare.startsWith("LEI") && bare.length() == 23 ? bare.substring(3) : bare);
      case REGISTRATION -> registration(scope, text, bare);
    };
  }

  /**
   * Whether the last two of twenty characters are right: letters as 10 to 35, the whole number
   * leaves 1 when divided by 97 (ISO 17442, ISO 7064 MOD 97-10).
   */
  public static boolean isLei(String value) {
    if (value.length() != LEI_LENGTH) {
      return false;
    }
    int rest = 0;
    for (int i = 0; i < LEI_LENGTH; i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        rest = (rest * 10 + c - '0') % 97;
      } else if (c >= 'A' && c <= 'Z' && i < LEI_LENGTH - 2) {
        rest = (rest * 100 + c - 'A' + 10) % 97;
      } else {
        return false;
      }
    }
    return rest == 1;
  }

  /** The administration that an MMSI names by its digits; empty where they were given to nobody. */
  public static Optional<Flag> administration(Identifier mmsi) {
    return mmsi.scheme() == Scheme.MMSI
        ? Flags.ofMmsi(Integer.parseInt(mmsi.value()))
        : Optional.empty();
  }

  private static Reading imo(String text, String digits) {
    if (!isDigits(digits, 7)) {
      return new Reading.Bad("\"" + text + "\" is no IMO number: it has seven digits.");
    }
    return Mmsi.isImoNumber(Integer.parseInt(digits))
        ? good(Scheme.IMO, "", digits)
        : new Reading.Bad(
            "\"" + text + "\" is no IMO number: its last digit does not check the others.");
  }

  private static Reading mmsi(String text, String digits) {
    if (!isDigits(digits, 9)) {
      return new Reading.Bad("\"" + text + "\" is no MMSI: it has nine digits.");
    }
    return Mmsi.kind(Integer.parseInt(digits)) == Mmsi.Kind.INVALID
        ? new Reading.Bad("\"" + text + "\" is no MMSI: no station has numbers that begin so.")
        : good(Scheme.MMSI, "", digits);
  }

  private static Reading lei(String text, String value) {
    if (value.length() != LEI_LENGTH) {
      return new Reading.Bad("\"" + text + "\" is no LEI: it has twenty letters and digits.");
    }
    return isLei(value)
        ? good(Scheme.LEI, "", value)
        : new Reading.Bad(
            "\"" + text + "\" is no LEI: its last two digits do not check the others.");
  }

  /**
   * Letters and digits only, in capitals. Zeros in front go where only digits follow, since
   * registers print them and people leave them out.
   */
  private static Reading registration(String scope, String text, String bare) {
    String value = bare;
    if (!value.isEmpty() && isDigits(value, value.length())) {
      value = value.replaceFirst("^0+(?=.)", "");
    }
    return value.isEmpty() || value.equals("0")
        ? new Reading.Bad("\"" + text + "\" is no registration number: nothing is left of it.")
        : good(Scheme.REGISTRATION, scope.strip().toUpperCase(Locale.ROOT), value);
  }

  private static Reading good(Scheme scheme, String scope, String value) {
    return new Reading.Good(new Identifier(scheme, scope, value));
  }

  private static boolean isDigits(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String bare(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String wide = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
    wide.toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
