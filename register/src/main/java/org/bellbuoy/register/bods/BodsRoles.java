package org.bellbuoy.register.bods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/** Between relationships and roles of the model, one role an interest. Pure. */
final class BodsRoles {
  /** Between the statement's identifier and the interest's number, counted from 0. */
  static final String NUMBER = "#";

  private BodsRoles() {}

  /** A share that cannot be: its sentence names field and value. */
  static final class BadInterest extends Exception {
    private static final long serialVersionUID = 1;

    BadInterest(String message) {
      super(message);
    }
  }

  /**
   * The roles of a relationship; one with an unknown interest where it names none.
   *
   * @param holder who the interested party is
   * @param target who the subject is
   */
  static List<Role> of(JsonNode statement, String holder, String target, Statement said)
      throws BadInterest {
    JsonNode record = statement.path("recordDetails");
    String id = statement.path("statementId").asText();
    List<String> components = new ArrayList<>();
    record.path("componentRecords").forEach(one -> components.add(one.asText()));
    List<Role> roles = new ArrayList<>();
    JsonNode interests = record.path("interests");
    int number = Math.max(1, interests.size());
    for (int i = 0; i < number; i++) {
      JsonNode interest = interests.path(i);
      Basis basis = basis(interest.path("type").asText(""));
      String path = "/recordDetails/interests/" + i;
      PartialDate from = PartialDate.parse(interest.path("startDate").asText("")).orElse(null);
      PartialDate to = PartialDate.parse(interest.path("endDate").asText("")).orElse(null);
      if (from != null && to != null && to.first().isBefore(from.first())) {
        throw new BadInterest(
            "%s/endDate: ends on %s, before it begins on %s.".formatted(path, to, from));
      }
      roles.add(
          new Role(
              number == 1 ? id : id + NUMBER + i,
              holder,
              target,
              kind(basis),
              basis,
              share(interest.path("share"), path + "/share"),
              directness(interest.path("directOrIndirect").asText("")),
              record.path("isComponent").asBoolean(),
              components,
              interest.has("beneficialOwnershipOrControl")
                  ? interest.path("beneficialOwnershipOrControl").asBoolean()
                  : null,
              Map.of(),
              said.during(from, to)));
    }
    return roles;
  }

  private static Basis basis(String code) {
    return Arrays.stream(Basis.values())
        .filter(basis -> !basis.bods().isEmpty() && basis.bods().equals(code))
        .findFirst()
        .orElse(Basis.UNKNOWN_INTEREST);
  }

  private static RoleKind kind(Basis basis) {
    return switch (basis.nature()) {
      case ECONOMIC, VOTING -> RoleKind.OWNER;
      case CONTROL -> RoleKind.CONTROLLER;
      case OTHER -> RoleKind.INTEREST;
    };
  }

  private static Directness directness(String word) {
    return switch (word) {
      case "direct" -> Directness.DIRECT;
      case "indirect" -> Directness.INDIRECT;
      default -> Directness.UNKNOWN;
    };
  }

  /** Exact where given, else the range; null where nothing is given. */
  private static @Nullable Share share(JsonNode share, String path) throws BadInterest {
    if (share.has("exact")) {
      long exact = Share.unitsOfPercent(share.path("exact").decimalValue());
      return new Share(exact, exact, false, false);
    }
    boolean above = share.has("exclusiveMinimum");
    boolean below = share.has("exclusiveMaximum");
    if (!above && !below && !share.has("minimum") && !share.has("maximum")) {
      return null;
    }
    BigDecimal min = share.path(above ? "exclusiveMinimum" : "minimum").decimalValue();
    JsonNode high = share.path(below ? "exclusiveMaximum" : "maximum");
    BigDecimal max = high.isMissingNode() ? BigDecimal.valueOf(100) : high.decimalValue();
    long least = Share.unitsOfPercent(min);
    long most = Share.unitsOfPercent(max);
    if (least > most || (least == most && (above || below))) {
      throw new BadInterest(
          "%s: the least share (%s) is not below the largest (%s)."
              .formatted(path, min.toPlainString(), max.toPlainString()));
    }
    return new Share(least, most, above, below);
  }

  /** Record type and details of the roles of one relationship. */
  static void write(List<Role> roles, ObjectNode statement) {
    Role first = roles.getFirst();
    statement.put("recordType", "relationship");
    ObjectNode record = statement.putObject("recordDetails");
    record.put("isComponent", first.component());
    record.put("subject", first.target());
    record.put("interestedParty", first.holder());
    if (!first.components().isEmpty()) {
      ArrayNode components = record.putArray("componentRecords");
      first.components().forEach(components::add);
    }
    ArrayNode interests = record.putArray("interests");
    for (Role role : roles) {
      interest(role, interests.addObject());
    }
  }

  private static void interest(Role role, ObjectNode interest) {
    interest.put(
        "type",
        role.basis().bods().isEmpty()
            ? Basis.OTHER_INFLUENCE_OR_CONTROL.bods()
            : role.basis().bods());
    interest.put(
        "directOrIndirect",
        switch (role.directness()) {
          case DIRECT -> "direct";
          case INDIRECT -> "indirect";
          case UNKNOWN -> "unknown";
        });
    Boolean beneficial = role.beneficial();
    if (beneficial != null) {
      interest.put("beneficialOwnershipOrControl", beneficial);
    }
    PartialDate from = role.statement().validFrom();
    if (from != null) {
      interest.put("startDate", from.first().toString());
    }
    PartialDate to = role.statement().validTo();
    if (to != null) {
      interest.put("endDate", to.first().toString());
    }
    Share share = role.share();
    if (share != null) {
      ObjectNode out = interest.putObject("share");
      if (share.exact()) {
        out.put("exact", percent(share.minUnits()));
      } else {
        out.put(share.aboveMin() ? "exclusiveMinimum" : "minimum", percent(share.minUnits()));
        out.put(share.belowMax() ? "exclusiveMaximum" : "maximum", percent(share.maxUnits()));
      }
    }
  }

  private static BigDecimal percent(long units) {
    BigDecimal percent = BigDecimal.valueOf(units, 10).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }
}
