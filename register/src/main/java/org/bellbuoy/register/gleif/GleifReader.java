package org.bellbuoy.register.gleif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.Countries;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.ExchangeReader;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.JsonItems;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of GLEIF together: golden copies as CSV (LEI-CDF 3.1, RR-CDF 2.1, reporting
 * exceptions 2.1) and answers of its API as JSON. An entity that only relationships name is known
 * by its LEI alone. Whether a LEI's check digits are right is asked when identifiers are matched.
 */
public final class GleifReader implements ExchangeReader {
  static final String SOURCE = "gleif";

  private final Consumer<Reject> rejects;
  private final Gathering gathering;
  private final Map<String, GleifRecord.Level1> entities = new LinkedHashMap<>();
  private final List<GleifRecord> links = new ArrayList<>();

  /** What a type of relationship means: who ends hold what in who starts. */
  private record Meaning(RoleKind kind, Basis basis, Directness directness) {}

  private static final Map<String, Meaning> MEANINGS =
      Map.of(
          "IS_DIRECTLY_CONSOLIDATED_BY",
          new Meaning(RoleKind.CONTROLLER, Basis.ACCOUNTING_CONSOLIDATION, Directness.DIRECT),
          "IS_ULTIMATELY_CONSOLIDATED_BY",
          new Meaning(RoleKind.CONTROLLER, Basis.ACCOUNTING_CONSOLIDATION, Directness.INDIRECT),
          "IS_INTERNATIONAL_BRANCH_OF",
          new Meaning(RoleKind.CONTROLLER, Basis.BRANCH, Directness.DIRECT),
          "IS_FUND-MANAGED_BY",
          new Meaning(RoleKind.MANAGER, Basis.FACT, Directness.DIRECT),
          "IS_SUBFUND_OF",
          new Meaning(RoleKind.INTEREST, Basis.UNKNOWN_INTEREST, Directness.DIRECT),
          "IS_FEEDER_TO",
          new Meaning(RoleKind.INTEREST, Basis.UNKNOWN_INTEREST, Directness.DIRECT));

  /** Reasons that say that nobody consolidates the accounts, not that somebody is kept back. */
  private static final Set<String> NOBODY =
      Set.of("NATURAL_PERSONS", "NO_KNOWN_PERSON", "NON_CONSOLIDATING");

  private final Map<String, Map<String, String>> exceptions = new HashMap<>();

  private GleifReader(Consumer<Reject> rejects) {
    this.rejects = rejects;
    this.gathering = new Gathering(rejects);
    gathering.source(
        new Source(
            SOURCE,
            "GLEIF",
            "https://www.gleif.org/",
            "CC0-1.0",
            null,
            List.of("officialRegister"),
            List.of()));
  }

  /**
   * A reader that has read nothing yet.
   *
   * @param rejects takes each record that cannot be used
   */
  public static GleifReader of(Consumer<Reject> rejects) {
    return new GleifReader(rejects);
  }

  @Override
  public void read(InputStream in, String name, int source) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    if (startsLikeJson(buffered)) {
      JsonItems.read(
          buffered,
          name,
          source,
          rejects,
          Set.of("data"),
          new JsonItems.Sink() {
            @Override
            public void item(String list, ObjectNode item, Entry entry) {
              take(GleifRecord.of(item, entry));
            }

            @Override
            public void document(ObjectNode rest, long items, Entry entry) {
              if (rest.get("data") instanceof ObjectNode one) {
                take(GleifRecord.of(one, entry));
              } else if (items == 0) {
                gathering.reject(entry, "no-records", "data: holds no records.");
              }
            }
          });
    } else {
      CsvTable.read(buffered, name, source, rejects, List.of(), row -> take(GleifRecord.of(row)));
    }
  }

  private static boolean startsLikeJson(BufferedInputStream in) throws IOException {
    in.mark(64);
    byte[] head = in.readNBytes(64);
    in.reset();
    for (byte b : head) {
      if (b == '{' || b == '[') {
        return true;
      }
      boolean space = b == ' ' || b == '\n' || b == '\r' || b == '\t' || (b & 0xFF) >= 0xBB;
      if (!space) {
        return false;
      }
    }
    return false;
  }

  private void take(GleifRecord record) {
    switch (record) {
      case GleifRecord.Level1 entity -> {
        if (entity.lei().isEmpty() || entity.name().isEmpty()) {
          gathering.reject(entity.entry(), "no-name", "LEI or legal name is empty.");
        } else if (entities.putIfAbsent(entity.lei(), entity) != null) {
          gathering.reject(
              entity.entry(),
              "lei-twice",
              "LEI: %s stood there before.".formatted(Entry.shown(entity.lei())));
        }
      }
      case GleifRecord.Relationship link -> {
        if (link.start().isEmpty() || link.end().isEmpty()) {
          gathering.reject(
              link.entry(), "link-without-end", "the LEI of StartNode or EndNode is empty.");
        } else if (!MEANINGS.containsKey(link.type())) {
          gathering.reject(
              link.entry(),
              "unknown-type",
              "RelationshipType: %s is none that is read.".formatted(Entry.shown(link.type())));
        } else {
          links.add(link);
        }
      }
      case GleifRecord.NoParent exception -> {
        if (exception.lei().isEmpty() || exception.category().isEmpty()) {
          gathering.reject(exception.entry(), "no-name", "LEI or Exception.Category is empty.");
        } else {
          links.add(exception);
          exceptions
              .computeIfAbsent(exception.lei(), key -> new HashMap<>())
              .put("gleif:" + exception.category(), told(exception));
        }
      }
      case GleifRecord.Other other ->
          gathering.reject(other.entry(), "unknown-record", "is no record of GLEIF that is read.");
    }
  }

  @Override
  public Loaded loaded() {
    entities.values().forEach(this::party);
    entities.clear();
    for (GleifRecord record : links) {
      if (record instanceof GleifRecord.Relationship link) {
        relationship(link);
      } else if (record instanceof GleifRecord.NoParent exception) {
        exception(exception);
      }
    }
    links.clear();
    return gathering.loaded();
  }

  private static String id(String lei) {
    return "lei:" + lei;
  }

  private void party(GleifRecord.Level1 entity) {
    PartyKind kind = entity.category().equals("FUND") ? PartyKind.FUND : PartyKind.COMPANY;
    gathering.entity(
        new Party(
            id(entity.lei()),
            kind,
            entity.name(),
            List.of(),
            Countries.code(entity.country()),
            List.of(new Identifier("lei", entity.lei())),
            null,
            details(entity.lei(), entity.category()),
            said(entity.entry(), null, null, null)),
        entity.entry());
  }

  private String known(String lei, Entry entry) {
    if (gathering.known(id(lei)).isEmpty()) {
      gathering.note("entities are known by their LEI alone", entry, lei);
      gathering.entity(
          new Party(
              id(lei),
              PartyKind.COMPANY,
              lei,
              List.of(),
              "",
              List.of(new Identifier("lei", lei)),
              null,
              details(lei, ""),
              said(entry, null, null, null)),
          entry);
    }
    return id(lei);
  }

  private void relationship(GleifRecord.Relationship link) {
    Meaning meaning = java.util.Objects.requireNonNull(MEANINGS.get(link.type()));
    PartialDate from = day(link.from());
    PartialDate to = day(link.to());
    if (link.start().equals(link.end())) {
      gathering.reject(
          link.entry(), "own-parent", Entry.shown(link.start()) + " is its own parent.");
      return;
    }
    if (from != null && to != null && to.first().isBefore(from.first())) {
      gathering.reject(
          link.entry(), "dates-reversed", "endDate %s is before startDate %s.".formatted(to, from));
      return;
    }
    if (!link.status().equals("ACTIVE") && to == null) {
      gathering.reject(
          link.entry(),
          "no-longer-active",
          "RelationshipStatus: is %s and no end is told, so no day is known on which it held."
              .formatted(Entry.shown(link.status())));
      return;
    }
    Map<String, String> details = new HashMap<>();
    link.rest().forEach((column, value) -> details.put("gleif:" + column, value));
    gathering.role(
        new Role(
            "",
            known(link.end(), link.entry()),
            known(link.start(), link.entry()),
            meaning.kind(),
            meaning.basis(),
            null,
            meaning.directness(),
            false,
            List.of(),
            null,
            details,
            said(link.entry(), from, to, day(link.updated()))));
  }

  private static String told(GleifRecord.NoParent exception) {
    return exception.reference().isEmpty()
        ? exception.reason()
        : exception.reason() + " (" + exception.reference() + ")";
  }

  private Map<String, String> details(String lei, String category) {
    Map<String, String> details = new HashMap<>(exceptions.getOrDefault(lei, Map.of()));
    if (!category.isEmpty()) {
      details.put("gleif:EntityCategory", category);
    }
    return details;
  }

  /**
   * Where somebody consolidates the accounts and is not named, that is an unknown party, another
   * one each time; where nobody does, the reason stands with the entity alone.
   */
  private void exception(GleifRecord.NoParent exception) {
    Entry entry = exception.entry();
    String target = known(exception.lei(), entry);
    if (NOBODY.contains(exception.reason())) {
      return;
    }
    String holder =
        "%s:not-told:%s:%d:%d"
            .formatted(target, exception.category(), entry.source(), entry.offset());
    gathering.entity(
        new Party(
            holder,
            PartyKind.UNKNOWN,
            "not told: " + told(exception),
            List.of(),
            "",
            List.of(),
            switch (exception.reason()) {
              case "NO_LEI" -> UnspecifiedReason.INFORMATION_UNKNOWN_TO_PUBLISHER;
              case "NON_PUBLIC" -> UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION;
              default -> UnspecifiedReason.UNKNOWN;
            },
            Map.of("gleif:Exception.Category", exception.category()),
            said(entry, null, null, null)),
        entry);
    boolean direct = exception.category().startsWith("DIRECT");
    gathering.role(
        new Role(
            "",
            holder,
            target,
            RoleKind.CONTROLLER,
            Basis.ACCOUNTING_CONSOLIDATION,
            null,
            direct ? Directness.DIRECT : Directness.INDIRECT,
            false,
            List.of(),
            null,
            Map.of(),
            said(entry, null, null, null)));
  }

  private static @Nullable PartialDate day(String time) {
    return PartialDate.parse(time.length() > 10 ? time.substring(0, 10) : time).orElse(null);
  }

  private static Statement said(
      Entry entry,
      @Nullable PartialDate from,
      @Nullable PartialDate to,
      @Nullable PartialDate recorded) {
    return new Statement(SOURCE, from, to, recorded, Confidence.UNKNOWN, "", entry.place());
  }
}
