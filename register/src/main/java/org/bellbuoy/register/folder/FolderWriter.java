package org.bellbuoy.register.folder;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a register as the folder of CSV files that {@link RegisterFolder} reads. What a statement
 * keeps beside the model goes into columns that begin with {@code x-}; line breaks become spaces,
 * and bars within lists become slashes, since a row is a line and a bar parts a list.
 */
public final class FolderWriter {
  /** Gives a file of the folder to write; it is closed here. */
  @FunctionalInterface
  public interface Files {
    Writer open(String name) throws IOException;
  }

  private final Dropped dropped = new Dropped();

  private FolderWriter() {}

  /** Writes all tables that have rows, and says what they cannot hold. */
  public static Dropped write(Register register, Files files) throws IOException {
    FolderWriter writer = new FolderWriter();
    List<Map<String, String>> parties = new ArrayList<>();
    List<Map<String, String>> assets = new ArrayList<>();
    for (Entity entity : register.entities()) {
      switch (entity) {
        case Party party -> parties.add(writer.party(party));
        case Asset asset -> assets.add(writer.asset(asset));
      }
    }
    table(files, Table.SOURCES, register.sources().stream().map(writer::source).toList());
    table(files, Table.PARTIES, parties);
    table(files, Table.ASSETS, assets);
    table(files, Table.ROLES, register.roles().stream().map(writer::role).toList());
    return writer.dropped;
  }

  private static void table(Files files, Table table, List<Map<String, String>> rows)
      throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    Set<String> used = new LinkedHashSet<>();
    Set<String> own = new TreeSet<>();
    for (Map<String, String> row : rows) {
      row.forEach((column, value) -> (column.startsWith(Table.OWN) ? own : used).add(column));
    }
    List<String> columns = new ArrayList<>();
    for (String column : table.columns()) {
      if (table.needed().contains(column) || used.contains(column)) {
        columns.add(column);
      }
    }
    columns.addAll(own);
    try (Writer out = files.open(table.word() + ".csv")) {
      line(out, columns);
      for (Map<String, String> row : rows) {
        line(out, columns.stream().map(column -> row.getOrDefault(column, "")).toList());
      }
    }
  }

  private static void line(Writer out, Collection<String> values) throws IOException {
    out.write(values.stream().map(FolderWriter::quoted).collect(Collectors.joining(",")));
    out.write('\n');
  }

  private static String quoted(String value) {
    boolean plain =
        value.chars().noneMatch(c -> c == ',' || c == '"')
            && !value.startsWith("#")
            && value.strip().equals(value);
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private Map<String, String> source(Source source) {
    Map<String, String> row = new LinkedHashMap<>();
    put(row, "id", source.id());
    put(row, "title", source.title());
    put(row, "url", source.url());
    put(row, "licence", source.licence());
    put(row, "date", source.date());
    put(row, "types", list(source.types()));
    put(row, "asserted_by", list(source.assertedBy()));
    return row;
  }

  private Map<String, String> party(Party party) {
    Map<String, String> row = entity(party);
    UnspecifiedReason reason = party.reason();
    if (reason != null) {
      put(row, "reason", Words.of(reason));
    }
    said(row, party.statement());
    return row;
  }

  private Map<String, String> asset(Asset asset) {
    Map<String, String> row = entity(asset);
    put(row, "part_of", list(asset.partOf()));
    Geometry geometry = asset.geometry();
    if (geometry instanceof Geometry.Point point) {
      put(row, "latitude", Double.toString(point.at().latitudeDegrees()));
      put(row, "longitude", Double.toString(point.at().longitudeDegrees()));
    } else if (geometry != null) {
      dropped.add("shapes of assets that are no points");
    }
    said(row, asset.statement());
    return row;
  }

  private Map<String, String> entity(Entity entity) {
    Map<String, String> row = new LinkedHashMap<>();
    put(row, "id", entity.id());
    put(row, "kind", entity.kindWord());
    put(row, "name", entity.name());
    put(row, "aliases", list(entity.aliases()));
    put(row, "country", entity.country());
    put(row, "identifiers", list(entity.identifiers().stream().map(Object::toString).toList()));
    own(row, entity.details());
    return row;
  }

  private Map<String, String> role(Role role) {
    Map<String, String> row = new LinkedHashMap<>();
    put(row, "id", role.id());
    put(row, "holder", role.holder());
    put(row, "target", role.target());
    put(row, "role", Words.of(role.kind()));
    put(row, "basis", Words.of(role.basis()));
    share(row, role.share());
    if (role.directness() != Directness.UNKNOWN) {
      put(row, "directness", Words.of(role.directness()));
    }
    put(row, "component", role.component() ? "yes" : "");
    put(row, "components", list(role.components()));
    Boolean beneficial = role.beneficial();
    put(row, "beneficial", beneficial == null ? "" : beneficial ? "yes" : "no");
    own(row, role.details());
    said(row, role.statement());
    return row;
  }

  private void share(Map<String, String> row, @Nullable Share share) {
    if (share == null) {
      return;
    }
    if (share.exact()) {
      put(row, "share", Share.percent(share.minUnits()));
      return;
    }
    put(row, "share_min", (share.aboveMin() ? ">" : "") + Share.percent(share.minUnits()));
    put(row, "share_max", (share.belowMax() ? "<" : "") + Share.percent(share.maxUnits()));
  }

  private void said(Map<String, String> row, Statement said) {
    put(row, "source", said.source());
    put(row, "valid_from", said.validFrom());
    put(row, "valid_to", said.validTo());
    put(row, "recorded", said.recorded());
    if (said.confidence() != Confidence.UNKNOWN) {
      put(row, "confidence", Words.of(said.confidence()));
    }
    put(row, "note", said.note());
  }

  private void own(Map<String, String> row, Map<String, String> details) {
    details.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            dropped.add("details that are empty on purpose");
          } else {
            put(row, Table.OWN + key.replaceAll("[\\r\\n]+", " "), value);
          }
        });
  }

  private void put(Map<String, String> row, String column, @Nullable PartialDate date) {
    put(row, column, date == null ? "" : date.toString());
  }

  private void put(Map<String, String> row, String column, String value) {
    if (!value.isEmpty()) {
      row.put(column, text(value));
    }
  }

  private String list(List<String> values) {
    return values.stream()
        .map(
            value -> {
              if (value.contains("|")) {
                dropped.add("bars within lists, written as slashes");
              }
              return value.replace('|', '/');
            })
        .collect(Collectors.joining("|"));
  }

  private String text(String value) {
    String one = value.replaceAll("[\\r\\n]+", " ");
    if (!one.equals(value)) {
      dropped.add("line breaks, written as spaces");
    }
    return one;
  }
}
