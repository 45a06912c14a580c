package org.bellbuoy.server.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/** Judges one build against each vulnerability of its family. */
final class ChainJudge {
  private final BuildTables tables;
  private final @Nullable BuildNumber number;
  private final LocalDate date;
  private final Product product;

  /** Why nothing can be said of any vulnerability; null where something can. */
  private final @Nullable String why;

  private final String line;
  private final Halves halves;

  /** What installed packages show where the number does not tell; null where they do not. */
  private final @Nullable BuildRow installed;

  ChainJudge(
      BuildTables tables,
      Product given,
      @Nullable String text,
      @Nullable BuildNumber number,
      LocalDate date,
      Packages packages) {
    this.tables = tables;
    this.number = number;
    this.date = date;
    Product told = number == null ? null : Products.of(given.isSharePoint(), number);
    Product named = product(given, told, number);
    this.installed =
        number == null || number.hidesRevision()
            ? InstalledUpdate.of(tables, named, packages, date)
            : null;
    this.product = installed != null && named == Product.SHAREPOINT ? installed.product() : named;
    this.line = line();
    this.why = why(given, text, told);
    this.halves = new Halves(tables, product, packages);
  }

  private static Product product(
      Product given, @Nullable Product told, @Nullable BuildNumber number) {
    boolean sharedRtm =
        given == Product.SHAREPOINT_SE && number != null && number.branch() == Products.SHARED_RTM;
    return told == null || Products.versioned(given) || sharedRtm || given == Product.OTHER
        ? given
        : told;
  }

  Product product() {
    return product;
  }

  @Nullable String why() {
    return why;
  }

  private String line() {
    if (number == null || !product.isExchange()) {
      return "";
    }
    return tables.builds(product).stream()
        .filter(r -> r.build().sameBranch(number))
        .map(BuildRow::line)
        .findFirst()
        .orElse("");
  }

  private @Nullable String why(Product given, @Nullable String text, @Nullable Product told) {
    if (given == Product.OTHER) {
      return "The build tables are of SharePoint and Exchange only.";
    }
    if (number == null) {
      return text == null || text.isBlank()
          ? "No build number is known."
          : "'%s' is no build number.".formatted(CsvTable.shown(text));
    }
    if (told == null) {
      return "No %s is numbered %s.".formatted(family(), number);
    }
    if (told != product) {
      boolean sharedRtm =
          product == Product.SHAREPOINT_SE && number.branch() == Products.SHARED_RTM;
      if (!sharedRtm) {
        return "%s is a build of %s, but the server is said to be %s: one of both is wrong."
            .formatted(number, told.title(), product.title());
      }
    }
    if (number.hidesRevision() && product.isSharePoint()) {
      return ("%s hides the revision, as the header MicrosoftSharePointTeamServices does; builds"
              + " before and after a fix look the same in it.")
          .formatted(number);
    }
    BuildRow row = tables.row(product, number).orElse(null);
    if (row != null && row.notBefore().isAfter(date)) {
      return "%s was released %s, after %s: what ran on that day is not known."
          .formatted(number, row.released(), date);
    }
    return outsideTables();
  }

  private @Nullable String outsideTables() {
    List<BuildRow> rows = tables.builds(product);
    if (number == null || rows.isEmpty()) {
      return null;
    }
    if (product.isExchange()) {
      return outsideExchange(number, rows);
    }
    BuildNumber newest = rows.getLast().build();
    if (number.compareTo(newest) > 0) {
      return newer(newest);
    }
    if (product == Product.SHAREPOINT_SE && !rows.getFirst().build().sameBranch(number)) {
      // Branches of SE overlap in time: a number in a branch the table does not have, or before
      // the first release of a branch, may be older than a smaller number.
      boolean afterFirst = number.compareTo(rows.getFirst().build()) > 0;
      boolean listed =
          rows.stream()
              .anyMatch(r -> r.build().sameBranch(number) && r.build().compareTo(number) <= 0);
      if (afterFirst && !listed) {
        return "%s is of a branch of SE that the tables as of %s do not have."
            .formatted(number, tables.asOf());
      }
    }
    return null;
  }

  private @Nullable String outsideExchange(BuildNumber n, List<BuildRow> rows) {
    List<BuildRow> own = rows.stream().filter(r -> r.build().sameBranch(n)).toList();
    if (own.isEmpty()) {
      return rows.getLast().build().compareTo(n) < 0
          ? newer(rows.getLast().build())
          : ("%s is of a CU (third part %d) that the tables as of %s do not have; builds of another"
                  + " CU say nothing about it.")
              .formatted(n, n.branch(), tables.asOf());
    }
    BuildNumber newest = own.getLast().build();
    BuildNumber first = own.getFirst().build();
    if (!n.hidesRevision() && n.compareTo(newest) > 0) {
      return newer(newest);
    }
    if (!n.hidesRevision() && n.compareTo(first) < 0) {
      return "%s is older than the release of its CU (%s): is the number right?"
          .formatted(n, first);
    }
    return null;
  }

  private String newer(BuildNumber newest) {
    return ("%s is newer than the tables as of %s, which end with %s. Updates are cumulative, so it"
            + " should hold all earlier fixes, but the tables cannot show it; use newer ones.")
        .formatted(number, tables.asOf(), newest);
  }

  private String family() {
    return product.isSharePoint() ? "SharePoint" : "Exchange";
  }

  List<ChainState> chains() {
    Map<String, ChainState> states = new HashMap<>();
    List<Vulnerability> mine = new ArrayList<>();
    for (Vulnerability v : tables.vulnerabilities()) {
      if (v.sharePoint() ? product.isSharePoint() : product.isExchange()) {
        mine.add(v);
        states.put(v.id(), alone(v));
      }
    }
    return mine.stream().map(v -> bypassed(v, states)).toList();
  }

  private ChainState alone(Vulnerability v) {
    Fix fix = tables.fix(v.id(), product, line);
    if (fix != null && fix.known() && fix.firstFixed() == null && fix.line().equals("*")) {
      return state(
          v,
          fix,
          PatchState.END_OF_LIFE,
          "No update of %s holds a fix; support ended%s."
              .formatted(
                  product.title(), tables.supportEnds(product).map(d -> " on " + d).orElse("")));
    }
    BuildNumber first = fix == null || !fix.known() ? null : fix.firstFixed();
    if (installed != null && first != null && installed.build().compareTo(first) >= 0) {
      return state(
          v,
          fix,
          PatchState.FIXED,
          "KB%s of %s (%s) is installed and holds the fix that came with %s."
              .formatted(
                  String.join(" and KB", installed.kbs()),
                  installed.label(),
                  installed.build(),
                  first));
    }
    if (why != null || number == null) {
      return state(v, fix, PatchState.UNKNOWN, why == null ? "No build number is known." : why);
    }
    if (fix == null || !fix.known()) {
      return state(
          v,
          fix,
          PatchState.UNKNOWN,
          "The tables do not say which build of %s%s holds the fix."
              .formatted(product.title(), line.isEmpty() ? "" : " " + line));
    }
    if (first == null) {
      return state(
          v,
          fix,
          PatchState.VULNERABLE,
          "No update of %s %s holds the fix; a newer CU is needed."
              .formatted(product.title(), line));
    }
    return number.hidesRevision() ? byLine(v, fix, first) : byNumber(v, fix, first, number);
  }

  /** Only the CU is known: enough where its very release holds the fix. */
  private ChainState byLine(Vulnerability v, Fix fix, BuildNumber first) {
    boolean fromTheStart =
        tables.builds(product).stream()
            .filter(r -> r.line().equals(line))
            .findFirst()
            .filter(r -> r.build().compareTo(first) >= 0)
            .isPresent();
    return fromTheStart
        ? state(v, fix, PatchState.FIXED, "%s holds the fix since its release.".formatted(line))
        : state(
            v,
            fix,
            PatchState.UNKNOWN,
            "%s hides the revision; within %s the fix came with %s."
                .formatted(number, line, first));
  }

  private ChainState byNumber(Vulnerability v, Fix fix, BuildNumber first, BuildNumber n) {
    if (n.compareTo(first) < 0) {
      return state(
          v,
          fix,
          PatchState.VULNERABLE,
          "%s is before %s, the first with the fix.".formatted(n, first));
    }
    String half = halves.why(n, first);
    if (half != null) {
      return state(v, fix, PatchState.HALF_PATCHED, half);
    }
    String listed =
        tables.row(product, n).isPresent()
            ? ""
            : " The tables do not list it, but builds after it.";
    return state(
        v,
        fix,
        PatchState.FIXED,
        "%s holds the fix that came with %s.%s".formatted(n, first, listed));
  }

  /** A fix that is gone round is as good as the fix of what goes round it. */
  private ChainState bypassed(Vulnerability v, Map<String, ChainState> states) {
    ChainState own = states.getOrDefault(v.id(), alone(v));
    ChainState by = v.bypassedBy() == null ? null : states.get(v.bypassedBy());
    if (own.state() != PatchState.FIXED || by == null) {
      return own;
    }
    String around =
        "%s goes round it (%s). ".formatted(by.vulnerability().title(), cves(by.vulnerability()));
    return switch (by.state()) {
      case FIXED -> own;
      case VULNERABLE, END_OF_LIFE, FIXED_BUT_BYPASSED ->
          with(own, by, PatchState.FIXED_BUT_BYPASSED, own.sentence() + " " + around.strip());
      case HALF_PATCHED -> with(own, by, PatchState.HALF_PATCHED, around + by.sentence());
      case UNKNOWN -> with(own, by, PatchState.UNKNOWN, around + by.sentence());
    };
  }

  private static String cves(Vulnerability v) {
    return String.join(", ", v.cves());
  }

  private static ChainState with(ChainState own, ChainState by, PatchState state, String sentence) {
    return new ChainState(
        own.vulnerability(),
        state,
        sentence,
        own.firstFixed(),
        own.confirmed() && by.confirmed(),
        own.publicOnDate());
  }

  private ChainState state(Vulnerability v, @Nullable Fix fix, PatchState state, String sentence) {
    boolean confirmed = v.confirmed() && (fix == null || fix.confirmed());
    return new ChainState(
        v,
        state,
        confirmed ? sentence : sentence + " (unconfirmed)",
        fix == null ? null : fix.firstFixed(),
        confirmed,
        !v.published().isAfter(date));
  }

  List<String> caveats() {
    List<String> caveats = new ArrayList<>(halves.caveats(number));
    if (product == Product.SHAREPOINT_SE
        && number != null
        && number.branch() == Products.SHARED_RTM) {
      caveats.add(
          "SharePoint 2019 and SE were both released as 16.0.10337.12109; the number does not tell"
              + " which it is.");
    }
    for (Vulnerability v : tables.vulnerabilities()) {
      boolean mine = v.sharePoint() ? product.isSharePoint() : product.isExchange();
      if (mine && !v.note().isEmpty() && !v.published().isAfter(date)) {
        caveats.add(v.title() + ": " + v.note());
      }
    }
    return caveats;
  }
}
