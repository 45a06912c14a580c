package org.bellbuoy.register.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.jspecify.annotations.Nullable;

/** What a row says, each row by itself. */
final class Rows {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Share ANY = new Share(0, Share.ONE, false, false);

  private Rows() {}

  static Source source(Row row) throws RowProblem {
    return new Source(
        row.needed("id"),
        row.get("title"),
        row.get("url"),
        row.get("licence"),
        row.date("date"),
        row.list("types"),
        row.list("asserted_by"));
  }

  /**
   * A party.
   *
   * @param left takes what was left out though the row stays
   */
  static Party party(Row row, Consumer<RowProblem> left) throws RowProblem {
    PartyKind kind = row.word(PartyKind.class, "kind");
    UnspecifiedReason reason =
        row.get("reason").isEmpty() ? null : row.word(UnspecifiedReason.class, "reason");
    if (reason != null && !kind.unnamed()) {
      throw RowProblem.of(
          "reason", "reason", row.get("reason"), "only an unknown or anonymous party has one.");
    }
    return new Party(
        row.needed("id"),
        kind,
        row.needed("name"),
        row.list("aliases"),
        country(row),
        identifiers(row, left),
        reason,
        row.own(),
        statement(row));
  }

  /**
   * An asset.
   *
   * @param left takes what was left out though the row stays
   */
  static Asset asset(Row row, Consumer<RowProblem> left) throws RowProblem {
    return new Asset(
        row.needed("id"),
        row.word(AssetKind.class, "kind"),
        row.needed("name"),
        row.list("aliases"),
        country(row),
        identifiers(row, left),
        row.list("part_of"),
        geometry(row),
        row.own(),
        statement(row));
  }

  /** A role; its basis is left open where the row does not say. */
  static Role role(Row row, boolean targetIsAsset) throws RowProblem {
    RoleKind kind = row.word(RoleKind.class, "role");
    Basis basis = row.word(Basis.class, "basis", usual(kind, targetIsAsset));
    Share share = share(row);
    if (share != null
        && basis.nature() != Basis.Nature.ECONOMIC
        && basis.nature() != Basis.Nature.VOTING
        && basis != Basis.NOMINEE
        && basis != Basis.NOMINATOR
        && kind != RoleKind.INTEREST) {
      throw RowProblem.of(
          "share-without-shares",
          "basis",
          row.get("basis"),
          "a percentage stands beside it, which only shares, title and votes have; what is no"
              + " count of shares has none.");
    }
    if (share == null && counted(kind, basis)) {
      share = ANY;
    }
    return new Role(
        row.get("id"),
        row.needed("holder"),
        row.needed("target"),
        kind,
        basis,
        share,
        row.word(Directness.class, "directness", Directness.UNKNOWN),
        row.flag("component"),
        row.list("components"),
        row.get("beneficial").isEmpty() ? null : Boolean.valueOf(row.flag("beneficial")),
        row.own(),
        statement(row));
  }

  private static boolean counted(RoleKind kind, Basis basis) {
    return kind == RoleKind.OWNER
        && (basis.nature() == Basis.Nature.ECONOMIC || basis.nature() == Basis.Nature.VOTING);
  }

  private static Basis usual(RoleKind kind, boolean targetIsAsset) {
    return switch (kind) {
      case OWNER -> targetIsAsset ? Basis.TITLE : Basis.SHAREHOLDING;
      case CONTROLLER -> Basis.STATED_CONTROL;
      case LESSEE -> Basis.LEASE;
      case FINANCIER -> Basis.FINANCING;
      case INTEREST -> Basis.UNKNOWN_INTEREST;
      case OPERATOR,
          MANAGER,
          MAKER,
          SOFTWARE_MAKER,
          SERVICE_PROVIDER,
          REMOTE_ACCESS,
          INSURER,
          MEMBER ->
          Basis.FACT;
    };
  }

  private static @Nullable Share share(Row row) throws RowProblem {
    String exact = row.get("share");
    String min = row.get("share_min");
    String max = row.get("share_max");
    if (!exact.isEmpty() && (!min.isEmpty() || !max.isEmpty())) {
      throw RowProblem.of(
          "share-twice", "share", exact, "share_min or share_max is given too; give one of them.");
    }
    if (!exact.isEmpty()) {
      long units = percent(row, "share", exact);
      return new Share(units, units, false, false);
    }
    if (min.isEmpty() && max.isEmpty()) {
      return null;
    }
    boolean above = min.startsWith(">");
    boolean below = max.startsWith("<");
    long low =
        min.isEmpty() ? 0 : percent(row, "share_min", (above ? min.substring(1) : min).strip());
    long high =
        max.isEmpty()
            ? Share.ONE
            : percent(row, "share_max", (below ? max.substring(1) : max).strip());
    if (low > high || (low == high && (above || below))) {
      throw RowProblem.of(
          "share-reversed", "share_min", min, "share_max is '%s', which is less.".formatted(max));
    }
    return new Share(low, high, above, below);
  }

  private static long percent(Row row, String column, String text) throws RowProblem {
    BigDecimal percent = row.number(column, text);
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw RowProblem.of(
          "share-over-whole", column, row.get(column), "a share is a percentage from 0 to 100.");
    }
    return Share.unitsOfPercent(percent);
  }

  private static Statement statement(Row row) throws RowProblem {
    PartialDate from = row.date("valid_from");
    PartialDate to = row.date("valid_to");
    if (from != null && to != null && to.first().isBefore(from.first())) {
      throw RowProblem.of(
          "dates-reversed",
          "valid_to",
          row.get("valid_to"),
          "it lies before valid_from, '%s'.".formatted(from));
    }
    return new Statement(
        row.get("source").intern(),
        from,
        to,
        row.date("recorded"),
        row.word(Confidence.class, "confidence", Confidence.UNKNOWN),
        row.get("note"),
        row.place());
  }

  private static String country(Row row) throws RowProblem {
    String code = row.get("country");
    if (!code.isEmpty() && !code.matches("[A-Z]{2}")) {
      throw RowProblem.of(
          "no-country", "country", code, "it must be two capital letters of ISO 3166-1.");
    }
    return code.intern();
  }

  private static List<Identifier> identifiers(Row row, Consumer<RowProblem> left)
      throws RowProblem {
    List<Identifier> identifiers = new ArrayList<>();
    for (String text : row.list("identifiers")) {
      int colon = text.indexOf(':');
      if (colon <= 0 || text.substring(colon + 1).isBlank() || text.substring(0, colon).isBlank()) {
        throw RowProblem.of(
            "no-identifier",
            "identifiers",
            text,
            "it must be a scheme and a value, as imo:9074729.");
      }
      Identifier identifier = new Identifier(text.substring(0, colon), text.substring(colon + 1));
      RowProblem problem = IdentifierCheck.problem(identifier);
      if (problem == null) {
        identifiers.add(identifier);
      } else {
        left.accept(problem);
      }
    }
    return identifiers;
  }

  private static @Nullable Geometry geometry(Row row) throws RowProblem {
    String latitude = row.get("latitude");
    String longitude = row.get("longitude");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return null;
    }
    return Geometry.point(
        degrees(row, "latitude", latitude, 90), degrees(row, "longitude", longitude, 180));
  }

  private static double degrees(Row row, String column, String text, int most) throws RowProblem {
    double degrees = row.number(column, text).doubleValue();
    if (Math.abs(degrees) > most) {
      throw RowProblem.of(
          "no-place",
          column,
          text,
          "it must lie between -%d and %d degrees.".formatted(most, most));
    }
    return degrees;
  }
}
