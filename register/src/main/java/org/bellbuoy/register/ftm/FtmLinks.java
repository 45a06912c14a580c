package org.bellbuoy.register.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.exchange.ShareText;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/** Between links of the format and roles of the model. Pure. */
final class FtmLinks {
  /** Schemata of links, with the properties of their two ends. */
  static final Map<String, Ends> LINKS =
      Map.of(
          "Ownership", new Ends("owner", "asset"),
          "Control", new Ends("controller", "controlled"),
          "Directorship", new Ends("director", "organization"),
          "Membership", new Ends("member", "organization"),
          "UnknownLink", new Ends("subject", "object"));

  private static final String INTEREST = "interest: ";

  /** Roles that an UnknownLink of ours names; the others have schemata of their own. */
  private static final Set<RoleKind> NAMED =
      Set.of(
          RoleKind.CONTROLLER,
          RoleKind.OPERATOR,
          RoleKind.MANAGER,
          RoleKind.MAKER,
          RoleKind.SOFTWARE_MAKER,
          RoleKind.SERVICE_PROVIDER,
          RoleKind.REMOTE_ACCESS,
          RoleKind.INSURER,
          RoleKind.FINANCIER,
          RoleKind.LESSEE,
          RoleKind.MEMBER);

  private FtmLinks() {}

  /**
   * The ends of a link.
   *
   * @param holder property of who has the role
   * @param target property of what it is had in
   */
  record Ends(String holder, String target) {}

  /** The role that a link tells of one pair of its ends, without details. */
  static Role read(JsonNode json, String id, String holder, Entity target, Statement said) {
    boolean party = target instanceof Party;
    return switch (json.path("schema").asText()) {
      case "Ownership" -> ownership(json, id, holder, target.id(), party, said);
      case "Control" ->
          role(
              id,
              holder,
              target.id(),
              RoleKind.CONTROLLER,
              basis(json, "controlType").orElse(Basis.STATED_CONTROL),
              said);
      case "Directorship" ->
          role(
              id,
              holder,
              target.id(),
              RoleKind.INTEREST,
              basis(json, "role").orElse(Basis.BOARD_MEMBER),
              said);
      case "Membership" -> role(id, holder, target.id(), RoleKind.MEMBER, Basis.FACT, said);
      default -> unknownLink(json, id, holder, target.id(), said);
    };
  }

  private static Role ownership(
      JsonNode json, String id, String holder, String target, boolean party, Statement said) {
    List<String> types =
        Properties.of(json, "ownershipType").stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
    Directness directness =
        types.contains("indirect")
            ? Directness.INDIRECT
            : types.contains("direct") ? Directness.DIRECT : Directness.UNKNOWN;
    return new Role(
        id,
        holder,
        target,
        RoleKind.OWNER,
        basis(json, "ownershipType").orElse(party ? Basis.SHAREHOLDING : Basis.TITLE),
        share(json),
        directness,
        false,
        List.of(),
        types.contains("beneficial") ? Boolean.TRUE : null,
        Map.of(),
        said);
  }

  /** The share, where exactly one is told that can be read. */
  static @Nullable Share share(JsonNode json) {
    List<String> texts = Properties.of(json, "percentage");
    return texts.size() == 1 ? ShareText.parse(texts.getFirst()).orElse(null) : null;
  }

  private static Role unknownLink(
      JsonNode json, String id, String holder, String target, Statement said) {
    String word = Properties.first(json, "role");
    Optional<RoleKind> kind =
        Words.parse(RoleKind.class, word)
            .filter(NAMED::contains)
            .filter(named -> Words.of(named).equals(word));
    if (kind.isPresent()) {
      return role(id, holder, target, kind.get(), Basis.FACT, said);
    }
    Optional<Basis> basis =
        word.startsWith(INTEREST)
            ? Words.parse(Basis.class, word.substring(INTEREST.length()))
            : Optional.empty();
    return role(id, holder, target, RoleKind.INTEREST, basis.orElse(Basis.UNKNOWN_INTEREST), said);
  }

  private static Role role(
      String id, String holder, String target, RoleKind kind, Basis basis, Statement said) {
    return new Role(
        id,
        holder,
        target,
        kind,
        basis,
        null,
        Directness.UNKNOWN,
        false,
        List.of(),
        null,
        Map.of(),
        said);
  }

  /** A basis named by one of our words among the values of a property. */
  private static Optional<Basis> basis(JsonNode json, String property) {
    return Properties.of(json, property).stream()
        .flatMap(
            word -> Words.parse(Basis.class, word).filter(b -> Words.of(b).equals(word)).stream())
        .findFirst();
  }

  /**
   * Roles that differ in nothing but their ends, as one link, as the model alone tells it.
   *
   * @param target the first role's
   */
  static ObjectNode write(String id, List<Role> roles, Entity target, Dropped dropped) {
    Role role = roles.getFirst();
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("id", id);
    String schema = schema(role, target instanceof Party);
    Ends ends = LINKS.getOrDefault(schema, new Ends("subject", "object"));
    out.put("schema", schema);
    out.putObject(Properties.FIELD);
    Properties.put(out, ends.holder(), roles.stream().map(Role::holder).distinct().toList());
    Properties.put(out, ends.target(), roles.stream().map(Role::target).distinct().toList());
    words(role, schema, target instanceof Party, out, dropped);
    Share share = role.share();
    if (share != null) {
      if (schema.equals("Ownership")) {
        Properties.put(out, "percentage", List.of(ShareText.write(share)));
      } else {
        dropped.add("shares of roles that are no ownership");
      }
    }
    date(out, "startDate", role.statement().validFrom());
    date(out, "endDate", role.statement().validTo());
    if (role.component() || !role.components().isEmpty()) {
      dropped.add("which links make up an indirect role");
    }
    FtmEntities.statement(role.statement(), out, dropped);
    return out;
  }

  private static String schema(Role role, boolean party) {
    return switch (role.kind()) {
      case OWNER -> "Ownership";
      case CONTROLLER -> party ? "Control" : "UnknownLink";
      case INTEREST ->
          switch (role.basis()) {
            case BOARD_MEMBER, BOARD_CHAIR, SENIOR_MANAGING_OFFICIAL ->
                party ? "Directorship" : "UnknownLink";
            default -> "UnknownLink";
          };
      case MEMBER -> party ? "Membership" : "UnknownLink";
      case OPERATOR,
          MANAGER,
          MAKER,
          SOFTWARE_MAKER,
          SERVICE_PROVIDER,
          REMOTE_ACCESS,
          INSURER,
          FINANCIER,
          LESSEE ->
          "UnknownLink";
    };
  }

  private static void words(
      Role role, String schema, boolean party, ObjectNode out, Dropped dropped) {
    String basis = Words.of(role.basis());
    switch (schema) {
      case "Ownership" -> {
        List<String> types = new java.util.ArrayList<>();
        if (role.basis() != (party ? Basis.SHAREHOLDING : Basis.TITLE)) {
          types.add(basis);
        }
        if (role.directness() != Directness.UNKNOWN) {
          types.add(Words.of(role.directness()));
        }
        if (Boolean.TRUE.equals(role.beneficial())) {
          types.add("beneficial");
        }
        Properties.put(out, "ownershipType", types);
        return;
      }
      case "Control" -> {
        if (role.basis() != Basis.STATED_CONTROL) {
          Properties.put(out, "controlType", List.of(basis));
        }
      }
      case "Directorship" -> {
        if (role.basis() != Basis.BOARD_MEMBER) {
          Properties.put(out, "role", List.of(basis));
        }
      }
      case "Membership" -> lostBasis(role, dropped);
      default -> {
        if (role.kind() != RoleKind.INTEREST) {
          Properties.put(out, "role", List.of(Words.of(role.kind())));
          lostBasis(role, dropped);
        } else if (role.basis() != Basis.UNKNOWN_INTEREST) {
          Properties.put(out, "role", List.of(INTEREST + basis));
        }
      }
    }
    if (role.directness() == Directness.INDIRECT || role.beneficial() != null) {
      dropped.add("whether roles that are no ownership are indirect or beneficial");
    }
  }

  private static void lostBasis(Role role, Dropped dropped) {
    if (role.basis() != Basis.FACT) {
      dropped.add("what roles rest on where a link has no word for it");
    }
  }

  private static void date(ObjectNode out, String property, @Nullable PartialDate date) {
    if (date != null) {
      Properties.put(out, property, List.of(date.toString()));
    }
  }
}
