package org.bellbuoy.register.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** ISO 3166-1 codes behind codes and English names, by the tables of the Java platform. Pure. */
public final class Countries {
  private static final Map<String, String> CODES = codes();

  private Countries() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    codes.put("turkey", "TR");
    codes.put("russian federation", "RU");
    codes.put("hong kong", "HK");
    codes.put("macau", "MO");
    codes.put("congo, dem. rep.", "CD");
    codes.put("congo, rep.", "CG");
    codes.put("myanmar", "MM");
    codes.put("palestine", "PS");
    codes.put("czech republic", "CZ");
    codes.put("virgin islands (u.s.)", "VI");
    codes.put("virgin islands (u.k.)", "VG");
    codes.put("saint martin", "MF");
    codes.put("côte d'ivoire", "CI");
    return codes;
  }

  /** The code of a country, upper case; empty where the text is neither a code nor such a name. */
  public static String code(String text) {
    return CODES.getOrDefault(text.strip().toLowerCase(Locale.ROOT), "");
  }
}
