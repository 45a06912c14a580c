package org.bellbuoy.register.bods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;

/**
 * Writes a register as BODS 0.4. Parties and what they hold in each other are written; assets, and
 * roles in them, the standard has no statement for: they are counted as dropped.
 */
public final class BodsWriter {
  private static final String VERSION = "0.4";

  private final Register register;
  private final String day;
  private final Dropped dropped = new Dropped();

  private BodsWriter(Register register, String day) {
    this.register = register;
    this.day = day;
  }

  /** Statements, and what could not be said with them. */
  public record Written(ArrayNode statements, Dropped dropped) {}

  /**
   * Writes all parties and what they hold in each other. Pure.
   *
   * @param day of publication, {@code 2025-11-03}, for statements whose source tells none
   */
  public static Written write(Register register, String day) {
    return new BodsWriter(register, day).write();
  }

  private Written write() {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (Entity entity : register.entities()) {
      switch (entity) {
        case Asset asset -> dropped.add("assets");
        case Party party -> {
          // Somebody unnamed in a relationship alone has no record.
          if (!party.details().containsKey(BodsReader.UNSPECIFIED)) {
            out.add(party(party));
          }
        }
      }
    }
    Map<String, List<Role>> relationships = new LinkedHashMap<>();
    for (Role role : register.roles()) {
      if (register.party(role.target()).isEmpty()) {
        dropped.add("roles in assets");
      } else if (!Set.of(RoleKind.OWNER, RoleKind.CONTROLLER, RoleKind.INTEREST)
          .contains(role.kind())) {
        dropped.add("roles that are no interest (operator, maker, lender ...)");
      } else {
        String id = statementId(role);
        int number = id.indexOf(BodsRoles.NUMBER);
        String whole = number < 0 ? id : id.substring(0, number);
        relationships.computeIfAbsent(whole, key -> new ArrayList<>()).add(role);
      }
    }
    relationships.forEach((id, roles) -> out.add(relationship(id, roles)));
    return new Written(out, dropped);
  }

  private ObjectNode party(Party party) {
    if (party.kind() == PartyKind.FUND) {
      dropped.add("that a party is a fund");
    }
    ObjectNode statement = rendered(party, register::source, day);
    BodsReader.REST.restore(
        statement, party.details(), node -> fits(party, BodsParties.of(node, party.statement())));
    return statement;
  }

  private static boolean fits(Party party, Party read) {
    boolean kind =
        read.kind() == party.kind()
            || (read.kind() == PartyKind.COMPANY && party.kind() == PartyKind.FUND);
    return kind
        && read.id().equals(party.id())
        && read.name().equals(party.name())
        && read.aliases().equals(party.aliases())
        && read.country().equals(party.country())
        && read.identifiers().equals(party.identifiers())
        && read.reason() == party.reason();
  }

  /** A party as the model alone tells it. */
  static ObjectNode rendered(Party party, Function<String, Optional<Source>> sources, String day) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement.put(
        "statementId",
        FindingIds.ofName("bods|" + party.id() + "|" + party.statement().source()).toString());
    head(statement, party.id(), party.id(), party.statement(), sources, day);
    BodsParties.write(party, statement);
    return statement;
  }

  private static String statementId(Role role) {
    return role.id().length() >= 32
        ? role.id()
        : FindingIds.ofName(
                "bods|"
                    + String.join(
                        "|",
                        role.holder(),
                        role.target(),
                        role.kind().name(),
                        role.basis().name(),
                        String.valueOf(role.share()),
                        String.valueOf(role.statement().validFrom()),
                        role.statement().source(),
                        role.id()))
            .toString();
  }

  private ObjectNode relationship(String id, List<Role> roles) {
    Role first = roles.getFirst();
    for (Role role : roles) {
      if (role.basis().bods().isEmpty()) {
        dropped.add("what control rests on where the standard has no word for it");
      }
      if (!role.statement().note().isEmpty()) {
        dropped.add("notes");
      }
    }
    ObjectNode statement = rendered(id, roles, register::source, day);
    BodsReader.REST.restore(statement, first.details(), node -> fits(roles, node));
    return statement;
  }

  private boolean fits(List<Role> roles, JsonNode statement) {
    Role first = roles.getFirst();
    JsonNode record = statement.path("recordDetails");
    if (!end(record.path("interestedParty"), first.holder())
        || !end(record.path("subject"), first.target())) {
      return false;
    }
    try {
      List<Role> read = BodsRoles.of(statement, first.holder(), first.target(), first.statement());
      if (read.size() != roles.size()) {
        return false;
      }
      for (int i = 0; i < roles.size(); i++) {
        if (!alike(roles.get(i), read.get(i))) {
          return false;
        }
      }
      return true;
    } catch (BodsRoles.BadInterest e) {
      return false;
    }
  }

  /** Whether an end of a relationship is that party: by its record, or unnamed as it is. */
  private boolean end(JsonNode end, String id) {
    if (end.isTextual()) {
      return end.textValue().equals(id);
    }
    return register
        .party(id)
        .filter(party -> party.details().containsKey(BodsReader.UNSPECIFIED))
        .filter(party -> party.reason() == BodsParties.reason(end))
        .isPresent();
  }

  private static boolean alike(Role role, Role read) {
    boolean superseded = role.details().containsKey(BodsReader.SPAN);
    boolean basis =
        role.basis() == read.basis()
            || (role.basis().bods().isEmpty() && read.basis() == Basis.OTHER_INFLUENCE_OR_CONTROL);
    return basis
        && java.util.Objects.equals(role.share(), read.share())
        && role.directness() == read.directness()
        && role.component() == read.component()
        && role.components().equals(read.components())
        && java.util.Objects.equals(role.beneficial(), read.beneficial())
        && (superseded
            || (java.util.Objects.equals(role.statement().validFrom(), read.statement().validFrom())
                && java.util.Objects.equals(
                    role.statement().validTo(), read.statement().validTo())));
  }

  /** A relationship as the model alone tells it. */
  static ObjectNode rendered(
      String id, List<Role> roles, Function<String, Optional<Source>> sources, String day) {
    Role first = roles.getFirst();
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement.put("statementId", id);
    Set<String> ends = new HashSet<>(List.of(first.holder(), first.target()));
    head(
        statement,
        first.target(),
        FindingIds.ofName("bods|record|" + String.join("|", ends.stream().sorted().toList()) + id)
            .toString(),
        first.statement(),
        sources,
        day);
    BodsRoles.write(roles, statement);
    return statement;
  }

  private static void head(
      ObjectNode statement,
      String subject,
      String record,
      Statement said,
      Function<String, Optional<Source>> sources,
      String day) {
    statement.put("declarationSubject", subject);
    PartialDate recorded = said.recorded();
    statement.put("statementDate", recorded == null ? day : recorded.first().toString());
    ObjectNode publication = statement.putObject("publicationDetails");
    Source source = sources.apply(said.source()).orElse(null);
    PartialDate published = source == null ? null : source.date();
    publication.put("publicationDate", published == null ? day : published.first().toString());
    publication.put("bodsVersion", VERSION);
    if (source != null && source.licence().contains(":")) {
      publication.put("license", source.licence());
    }
    publication
        .putObject("publisher")
        .put("name", source == null || source.title().isEmpty() ? "unknown" : source.title());
    statement.put("recordId", record);
    statement.put("recordStatus", "new");
    if (source != null && (!source.types().isEmpty() || !source.assertedBy().isEmpty())) {
      ObjectNode from = statement.putObject("source");
      if (!source.types().isEmpty()) {
        ArrayNode types = from.putArray("type");
        source.types().forEach(types::add);
      }
      if (!source.url().isEmpty()) {
        from.put("url", source.url());
      }
      if (!source.assertedBy().isEmpty()) {
        ArrayNode by = from.putArray("assertedBy");
        source.assertedBy().forEach(name -> by.addObject().put("name", name));
      }
    }
  }
}
