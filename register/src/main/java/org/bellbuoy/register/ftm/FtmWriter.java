package org.bellbuoy.register.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;

/** Writes a register as entities of FollowTheMoney, each for one line. */
public final class FtmWriter {
  private static final String BODS = "bods:";

  private final Register register;
  private final Dropped dropped = new Dropped();
  private final Consumer<ObjectNode> out;

  private FtmWriter(Register register, Consumer<ObjectNode> out) {
    this.register = register;
    this.out = out;
  }

  /**
   * Gives all parties, assets and links. Pure but for what the taker does.
   *
   * @param out takes each entity in the order of the register, links last
   * @return what the format cannot hold
   */
  public static Dropped write(Register register, Consumer<ObjectNode> out) {
    FtmWriter writer = new FtmWriter(register, out);
    Set<String> seen = new HashSet<>();
    for (Entity entity : register.entities()) {
      writer.entity(entity, seen.add(entity.id()));
    }
    writer.links();
    for (Source source : register.sources()) {
      if (!source.licence().isEmpty() || !source.url().isEmpty() || source.date() != null) {
        writer.dropped.add("licences, addresses and dates of sources");
      }
    }
    return writer.dropped;
  }

  private void entity(Entity entity, boolean first) {
    ObjectNode json = FtmEntities.write(entity, dropped);
    Entity plain = FtmEntities.read(json, entity.statement());
    FtmReader.REST.restore(
        json,
        entity.details(),
        node -> whole(node) && FtmEntities.read(node, entity.statement()).equals(plain));
    properties(entity, json, first);
    foreign(entity.details());
    out.accept(json);
  }

  private static boolean whole(JsonNode node) {
    String schema = node.path("schema").asText();
    return node.path(Properties.FIELD).isObject()
        && (FtmEntities.PARTIES.contains(schema) || FtmEntities.ASSETS.contains(schema));
  }

  /** Roles that stand as properties of their asset, as they are now. */
  private void properties(Entity entity, ObjectNode json, boolean first) {
    if (entity instanceof Party) {
      return;
    }
    for (String property : List.of("owner", "operator")) {
      List<String> holders =
          register.rolesIn(entity.id()).stream()
              .filter(role -> property.equals(role.details().get(FtmReader.PROPERTY)))
              .map(Role::holder)
              .distinct()
              .toList();
      List<String> now = new ArrayList<>();
      for (String id : Properties.of(json, property)) {
        if (holders.contains(id) || register.party(id).isEmpty()) {
          now.add(id);
        }
      }
      if (first) {
        holders.stream().filter(id -> !now.contains(id)).forEach(now::add);
      }
      json.withObject(Properties.FIELD).remove(property);
      Properties.put(json, property, now);
    }
  }

  private void links() {
    Map<String, List<Role>> groups = new LinkedHashMap<>();
    for (Role role : register.roles()) {
      if (!role.details().containsKey(FtmReader.PROPERTY)) {
        groups.computeIfAbsent(linkId(role), key -> new ArrayList<>()).add(role);
      }
    }
    groups.forEach(
        (id, roles) -> {
          if (roles.size() == pairs(roles) && roles.stream().allMatch(r -> alike(r, roles))) {
            link(id, roles);
          } else {
            for (int i = 0; i < roles.size(); i++) {
              link(i == 0 ? id : id + "-" + (i + 1), List.of(roles.get(i)));
            }
          }
        });
  }

  /** How many pairs a link of these ends would mean. */
  private static long pairs(List<Role> roles) {
    return roles.stream().map(Role::holder).distinct().count()
        * roles.stream().map(Role::target).distinct().count();
  }

  private static boolean alike(Role role, List<Role> roles) {
    Role first = roles.getFirst();
    return withEnds(role, first).equals(withEnds(first, first));
  }

  private static Role withEnds(Role role, Role ends) {
    return new Role(
        "",
        ends.holder(),
        ends.target(),
        role.kind(),
        role.basis(),
        role.share(),
        role.directness(),
        role.component(),
        role.components(),
        role.beneficial(),
        Map.of(),
        role.statement());
  }

  private static String linkId(Role role) {
    if (role.id().isEmpty()) {
      Statement said = role.statement();
      return FindingIds.ofName(
              "ftm|%s|%s|%s|%s|%s|%s|%s|%s"
                  .formatted(
                      role.holder(),
                      role.target(),
                      role.kind(),
                      role.basis(),
                      role.share(),
                      said.source(),
                      said.validFrom(),
                      said.validTo()))
          .toString();
    }
    int number = role.id().lastIndexOf(FtmReader.NUMBER);
    return number < 0 ? role.id() : role.id().substring(0, number);
  }

  private void link(String id, List<Role> roles) {
    Role first = roles.getFirst();
    Entity target = register.entity(first.target()).orElseThrow();
    ObjectNode json = FtmLinks.write(id, roles, target, dropped);
    Role plain = FtmLinks.read(json, id, first.holder(), target, first.statement());
    List<List<String>> ends = ends(json);
    FtmReader.REST.restore(
        json,
        first.details(),
        node ->
            FtmLinks.LINKS.containsKey(node.path("schema").asText())
                && FtmLinks.read(node, id, first.holder(), target, first.statement()).equals(plain)
                && node.path("id").equals(json.path("id"))
                && Objects.equals(FtmReader.from(node), first.statement().validFrom())
                && Objects.equals(FtmReader.to(node), first.statement().validTo())
                && ends(node).equals(ends));
    foreign(first.details());
    out.accept(json);
  }

  private static List<List<String>> ends(JsonNode node) {
    FtmLinks.Ends ends = FtmLinks.LINKS.get(node.path("schema").asText());
    return ends == null
        ? List.of()
        : List.of(
            Properties.of(node, ends.holder()).stream().distinct().toList(),
            Properties.of(node, ends.target()).stream().distinct().toList());
  }

  private void foreign(Map<String, String> details) {
    if (details.keySet().stream().anyMatch(key -> !key.startsWith("ftm:"))) {
      dropped.add(
          details.keySet().stream().anyMatch(key -> key.startsWith(BODS))
              ? "details of entities that BODS told"
              : "details of entities that another format told");
    }
  }
}
