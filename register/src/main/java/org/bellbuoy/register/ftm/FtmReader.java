package org.bellbuoy.register.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.ExchangeReader;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.JsonLines;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.exchange.Rest;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities of FollowTheMoney, one a line. Parties are Company, Organization, LegalEntity,
 * PublicBody and Person, assets Vessel and Asset, links Ownership, Control, Directorship,
 * Membership and UnknownLink; other schemata are left out and counted. Links may stand before what
 * they link and in other files. Each dataset becomes a source, each file that names none as well.
 */
public final class FtmReader implements ExchangeReader {
  static final Rest REST = new Rest("ftm:", Properties.FIELD);

  /** Between the identifier of a link and the number of the pair of its ends. */
  static final String NUMBER = "#ftm-";

  /** Key of details of a role that stands as a property of its asset: that property's name. */
  static final String PROPERTY = "ftm:property";

  private static final Map<String, RoleKind> ROLE_PROPERTIES =
      Map.of("owner", RoleKind.OWNER, "operator", RoleKind.OPERATOR);
  private static final int MOST_PAIRS = 1000;

  private final Consumer<Reject> rejects;
  private final Gathering gathering;
  private final List<Link> links = new ArrayList<>();

  private record Link(ObjectNode json, Entry entry) {}

  private FtmReader(Consumer<Reject> rejects) {
    this.rejects = rejects;
    this.gathering = new Gathering(rejects);
  }

  /**
   * A reader that has read nothing yet.
   *
   * @param rejects takes each entity that cannot be used
   */
  public static FtmReader of(Consumer<Reject> rejects) {
    return new FtmReader(rejects);
  }

  @Override
  public void read(InputStream in, String name, int source) throws IOException {
    JsonLines.read(in, name, source, rejects, this::take);
  }

  private void take(ObjectNode json, Entry entry) {
    String id = json.path("id").asText("");
    String schema = json.path("schema").asText("");
    if (id.isBlank() || schema.isBlank() || !json.path(Properties.FIELD).isObject()) {
      gathering.reject(
          entry,
          "not-an-entity",
          "an entity needs id, schema and properties; id is %s, schema %s."
              .formatted(Entry.shown(id), Entry.shown(schema)));
    } else if (FtmLinks.LINKS.containsKey(schema)) {
      links.add(new Link(json, entry));
    } else if (FtmEntities.PARTIES.contains(schema) || FtmEntities.ASSETS.contains(schema)) {
      entity(json, schema, entry);
    } else {
      gathering.note(
          "entities of schema %s were left out".formatted(schema.length() > 60 ? "?" : schema),
          entry,
          id);
    }
  }

  private void entity(ObjectNode json, String schema, Entry entry) {
    Entity read = FtmEntities.read(json, said(json, entry, null, null));
    Map<String, String> rest = REST.of(json, FtmEntities.write(read, new Dropped()));
    boolean taken =
        gathering.entity(
            switch (read) {
              case Party p ->
                  new Party(
                      p.id(),
                      p.kind(),
                      p.name(),
                      p.aliases(),
                      p.country(),
                      p.identifiers(),
                      p.reason(),
                      rest,
                      p.statement());
              case Asset a ->
                  new Asset(
                      a.id(),
                      a.kind(),
                      a.name(),
                      a.aliases(),
                      a.country(),
                      a.identifiers(),
                      a.partOf(),
                      a.geometry(),
                      rest,
                      a.statement());
            },
            entry);
    if (schema.equals("LegalEntity")) {
      gathering.note(
          "entities of schema LegalEntity, which a person can be too, count as companies",
          entry,
          read.name());
    }
    if (!Properties.of(json, "parent").isEmpty()) {
      gathering.note("parents told as a property are kept as text", entry, read.name());
    }
    boolean linked =
        ROLE_PROPERTIES.keySet().stream().anyMatch(p -> !Properties.of(json, p).isEmpty());
    if (taken && read instanceof Asset && linked) {
      links.add(new Link(json, entry));
    }
  }

  @Override
  public Loaded loaded() {
    for (Link link : links) {
      String schema = link.json().path("schema").asText();
      FtmLinks.Ends ends = FtmLinks.LINKS.get(schema);
      if (ends == null) {
        ROLE_PROPERTIES.forEach((property, kind) -> property(link, property, kind));
      } else {
        link(link, ends);
      }
    }
    links.clear();
    return gathering.loaded();
  }

  /** A role that stands as a property of an asset. */
  private void property(Link link, String property, RoleKind kind) {
    String target = link.json().path("id").asText();
    int number = 0;
    for (String holder : Properties.of(link.json(), property)) {
      if (holder(link, property, holder)) {
        number++;
        gathering.role(
            new Role(
                "%s#%s-%d".formatted(target, property, number),
                holder,
                target,
                kind,
                kind == RoleKind.OWNER ? Basis.TITLE : Basis.FACT,
                null,
                Directness.UNKNOWN,
                false,
                List.of(),
                null,
                Map.of(PROPERTY, property),
                said(link.json(), link.entry(), null, null)));
      }
    }
  }

  private void link(Link link, FtmLinks.Ends ends) {
    ObjectNode json = link.json();
    List<String> holders = Properties.of(json, ends.holder());
    List<String> targets = Properties.of(json, ends.target());
    if (holders.isEmpty() || targets.isEmpty()) {
      reject(
          link,
          "link-without-end",
          "/properties/%s: is empty.".formatted(holders.isEmpty() ? ends.holder() : ends.target()));
      return;
    }
    if ((long) holders.size() * targets.size() > MOST_PAIRS) {
      reject(
          link,
          "link-of-too-many",
          "links %d to %d; at most %d pairs are read."
              .formatted(holders.size(), targets.size(), MOST_PAIRS));
      return;
    }
    PartialDate from = from(json);
    PartialDate to = to(json);
    if (from != null && to != null && to.first().isBefore(from.first())) {
      reject(
          link,
          "dates-reversed",
          "/properties: endDate %s is before startDate %s.".formatted(to, from));
      return;
    }
    roles(link, ends, holders, targets, said(json, link.entry(), from, to));
  }

  private void roles(
      Link link, FtmLinks.Ends ends, List<String> holders, List<String> targets, Statement said) {
    ObjectNode json = link.json();
    String id = json.path("id").asText();
    List<Role> read = new ArrayList<>();
    for (String holder : holders) {
      for (String target : targets) {
        Optional<Entity> entity = gathering.known(target);
        if (entity.isEmpty()) {
          reject(link, "entity-not-there", missing(ends.target(), target));
        } else if (holder(link, ends.holder(), holder)) {
          String own = read.isEmpty() ? id : id + NUMBER + (read.size() + 1);
          read.add(FtmLinks.read(json, own, holder, entity.get(), said));
        }
      }
    }
    if (read.isEmpty()) {
      return;
    }
    Entity first = gathering.known(read.getFirst().target()).orElseThrow();
    Map<String, String> rest =
        new TreeMap<>(REST.of(json, FtmLinks.write(id, read, first, new Dropped())));
    for (Role role : read) {
      gathering.role(withDetails(role, rest));
      rest = Map.of();
    }
    List<String> texts = Properties.of(json, "percentage");
    if (read.getFirst().kind() == RoleKind.OWNER
        && !texts.isEmpty()
        && read.getFirst().share() == null) {
      gathering.note(
          "percentages cannot be read as one share and are kept as text; no share is counted",
          link.entry(),
          String.join("; ", texts));
    }
  }

  private static Role withDetails(Role role, Map<String, String> details) {
    return new Role(
        role.id(),
        role.holder(),
        role.target(),
        role.kind(),
        role.basis(),
        role.share(),
        role.directness(),
        role.component(),
        role.components(),
        role.beneficial(),
        details,
        role.statement());
  }

  /** Whether that is a party; else it is told. */
  private boolean holder(Link link, String property, String holder) {
    Optional<Entity> entity = gathering.known(holder);
    if (entity.isEmpty()) {
      reject(link, "entity-not-there", missing(property, holder));
    } else if (!(entity.get() instanceof Party)) {
      reject(
          link,
          "holder-is-no-party",
          "/properties/%s: %s is a %s; only a party can have a role."
              .formatted(property, Entry.shown(holder), entity.get().kindWord()));
    }
    return entity.filter(Party.class::isInstance).isPresent();
  }

  private static String missing(String property, String id) {
    return "/properties/%s: %s is none of the parties and assets that were read."
        .formatted(property, Entry.shown(id));
  }

  private void reject(Link link, String reason, String detail) {
    gathering.reject(
        link.entry(),
        reason,
        "%s: %s".formatted(Entry.shown(link.json().path("id").asText()), detail));
  }

  /** The first of the days from which a link holds. */
  static @Nullable PartialDate from(JsonNode json) {
    return date(json, "startDate", Comparator.naturalOrder());
  }

  /** The last of the days until which a link holds. */
  static @Nullable PartialDate to(JsonNode json) {
    return date(json, "endDate", Comparator.reverseOrder());
  }

  private static @Nullable PartialDate date(
      JsonNode json, String property, Comparator<java.time.LocalDate> order) {
    return Properties.of(json, property).stream()
        .flatMap(text -> Properties.date(text).stream())
        .min(Comparator.comparing(PartialDate::first, order))
        .orElse(null);
  }

  private Statement said(
      JsonNode json, Entry entry, @Nullable PartialDate from, @Nullable PartialDate to) {
    String dataset = json.path("datasets").path(0).asText("").strip();
    String id = dataset.isEmpty() ? entry.file() : dataset;
    if (!gathering.knowsSource(id)) {
      gathering.source(new Source(id, id, "", "", null, List.of(), List.of()));
    }
    String changed = json.path("last_change").asText(json.path("last_seen").asText(""));
    String recorded = changed.isEmpty() ? Properties.first(json, "modifiedAt") : changed;
    return new Statement(
        id,
        from,
        to,
        Properties.date(recorded).orElse(null),
        Confidence.UNKNOWN,
        "",
        entry.place());
  }
}
