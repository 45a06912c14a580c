package org.bellbuoy.register.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Party;

/** Between properties that hold numbers and identifiers of the model. Pure. */
final class FtmNumbers {
  /** Numbers whose scheme is one over the world, by property. */
  private static final Map<String, String> SCHEMES = new LinkedHashMap<>();

  /** Numbers of one country each: their scheme ends in its code where that is known. */
  private static final Map<String, String> NATIONAL = new LinkedHashMap<>();

  static {
    SCHEMES.put("leiCode", "lei");
    SCHEMES.put("mmsi", "mmsi");
    SCHEMES.put("callSign", "call-sign");
    SCHEMES.put("swiftBic", "bic");
    SCHEMES.put("isinCode", "isin");
    SCHEMES.put("dunsCode", "duns");
    SCHEMES.put("permId", "permid");
    SCHEMES.put("cikCode", "us-cik");
    SCHEMES.put("innCode", "ru-inn");
    SCHEMES.put("ogrnCode", "ru-ogrn");
    SCHEMES.put("vatCode", "vat");
    NATIONAL.put("registrationNumber", "reg");
    NATIONAL.put("taxNumber", "tax");
  }

  private FtmNumbers() {}

  static List<Identifier> read(JsonNode entity, boolean asset, String country) {
    List<Identifier> numbers = new ArrayList<>();
    for (String imo : Properties.of(entity, "imoNumber")) {
      numbers.add(new Identifier(asset ? "imo" : "imo-company", digits(imo)));
    }
    SCHEMES.forEach(
        (property, scheme) ->
            Properties.of(entity, property)
                .forEach(value -> numbers.add(new Identifier(scheme, value))));
    NATIONAL.forEach(
        (property, scheme) ->
            Properties.of(entity, property)
                .forEach(value -> numbers.add(new Identifier(national(scheme, country), value))));
    return numbers.stream().distinct().toList();
  }

  private static String national(String scheme, String country) {
    return country.isEmpty() ? scheme : scheme + "-" + country.toLowerCase(Locale.ROOT);
  }

  /** {@code IMO9242223} and {@code IMO 9242223} are 9242223. */
  private static String digits(String imo) {
    String upper = imo.toUpperCase(Locale.ROOT);
    String rest = upper.startsWith("IMO") ? imo.substring(3).strip() : imo;
    return rest.isEmpty() ? imo : rest;
  }

  static void write(Entity entity, ObjectNode out, Dropped dropped) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Identifier number : entity.identifiers()) {
      values
          .computeIfAbsent(property(entity, number, dropped), key -> new ArrayList<>())
          .add(number.value());
    }
    values.forEach((property, list) -> Properties.put(out, property, list));
  }

  private static String property(Entity entity, Identifier number, Dropped dropped) {
    String scheme = number.scheme();
    boolean party = entity instanceof Party;
    if (scheme.equals(party ? "imo-company" : "imo")) {
      return "imoNumber";
    }
    for (Map.Entry<String, String> known : SCHEMES.entrySet()) {
      if (known.getValue().equals(scheme)) {
        return known.getKey();
      }
    }
    for (Map.Entry<String, String> known : NATIONAL.entrySet()) {
      if (national(known.getValue(), entity.country()).equals(scheme)) {
        return known.getKey();
      }
    }
    dropped.add("schemes of numbers that the format has no property for");
    return "registrationNumber";
  }
}
