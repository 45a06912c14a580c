package org.bellbuoy.register.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.Ids;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The list under section 1260H of the US National Defense Authorization Act for 2021, as a table
 * with a row for each entry of each edition. Rows of one clean name are statements about one party.
 * A parent is said to control and not how; one that is no entry under just that name is a party of
 * its own.
 */
final class ChineseMilitaryCompanies {
  static final String ID = "us-1260h";
  static final Set<String> COLUMNS = Set.of("Name", "Clean Name", "Parent Name", "Start date");

  private static final Set<String> PLACED = Set.of("Clean Name");

  private final Gathering gathering;
  private final Map<String, String> idByName = new HashMap<>();
  private final List<Child> children = new ArrayList<>();

  private record Child(String id, String parent, Statement said, Entry entry) {}

  ChineseMilitaryCompanies(Gathering gathering) {
    this.gathering = gathering;
  }

  void take(CsvTable.Row row) {
    String name = row.get("Clean Name");
    if (name.isEmpty()) {
      gathering.reject(row.entry(), "no-name", "Clean Name is empty.");
      return;
    }
    PartialDate from = ListRow.date(row, "Start date", gathering);
    PartialDate until = ListRow.date(row, "End date", gathering);
    if (from != null && until != null && until.first().isBefore(from.first())) {
      gathering.reject(
          row.entry(),
          "dates-reversed",
          "End date %s is before Start date %s.".formatted(until, from));
      return;
    }
    gathering.source(
        new Source(
            ID,
            "US Department of Defense: entities identified under section 1260H",
            "",
            "",
            null,
            List.of("officialRegister"),
            List.of()));
    String id = Ids.of(ID, name);
    Listing listing = new Listing(ID, from, until, row.get("Note"));
    Map<String, String> details = ListRow.details(ID, row, PLACED);
    details.put(listing.key(), listing.value());
    List<String> aliases = ListRow.several(row, "Alias", "Previous Name");
    Statement said = ListRow.said(ID, row, from);
    idByName.putIfAbsent(name, id);
    idByName.putIfAbsent(withoutMark(row.get("Name")), id);
    gathering.entity(
        new Party(id, PartyKind.COMPANY, name, aliases, "", List.of(), null, details, said),
        row.entry());
    if (!row.get("Parent Name").isEmpty()) {
      children.add(new Child(id, row.get("Parent Name"), said.during(from, until), row.entry()));
    }
  }

  /** A star marks entries of earlier editions. */
  private static String withoutMark(String name) {
    return name.endsWith("*") ? name.substring(0, name.length() - 1).strip() : name;
  }

  /** Joins parents, once all rows are read. */
  void finish() {
    for (Child child : children) {
      String parent = idByName.get(child.parent());
      if (parent == null) {
        parent = Ids.of(ID, child.parent());
        gathering.note(
            "parents are no entry of the list under just that name and became parties of their own",
            child.entry(),
            child.parent());
        Optional<Entity> known = gathering.known(parent);
        if (known.isEmpty()) {
          gathering.entity(
              Party.of(parent, PartyKind.COMPANY, child.parent(), "")
                  .with(child.said().during(null, null)),
              child.entry());
        }
      }
      if (parent.equals(child.id())) {
        gathering.reject(
            child.entry(),
            "own-parent",
            "Parent Name: %s is its own parent.".formatted(Entry.shown(child.parent())));
      } else {
        gathering.role(stated(parent, child.id(), child.said()));
      }
    }
    children.clear();
  }

  private static Role stated(String holder, String target, @Nullable Statement said) {
    return Role.of(holder, target, RoleKind.CONTROLLER, Basis.STATED_CONTROL, null)
        .with(said == null ? Statement.NONE : said);
  }
}
