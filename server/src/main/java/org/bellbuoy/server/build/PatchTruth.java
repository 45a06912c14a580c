package org.bellbuoy.server.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * How patched a server is, for a date. Says {@link PatchState#FIXED} only where a build of the
 * tables, or one between two of them, holds the fix; whatever does not tell is {@link
 * PatchState#UNKNOWN}. It speaks of the vulnerabilities of the tables and of no others.
 *
 * <p>A key that was taken before the fix works after it: see {@link ExposureWindow}.
 *
 * @param product as the build number tells it; as given where it does not
 * @param build the number, null where none could be read
 * @param date the day that was asked for
 * @param asOf the day up to which the tables are known to be right
 * @param state the most urgent state of all that was public on the date
 * @param sentence the whole in one sentence
 * @param chains each vulnerability of the product's family, in the tables' order
 * @param caveats sentences on what a build number does not show
 */
public record PatchTruth(
    Product product,
    @Nullable BuildNumber build,
    LocalDate date,
    LocalDate asOf,
    PatchState state,
    String sentence,
    List<ChainState> chains,
    List<String> caveats) {
  public PatchTruth {
    chains = List.copyOf(chains);
    caveats = List.copyOf(caveats);
  }

  /**
   * Judges a build. Pure; costs some hundred comparisons.
   *
   * @param tables which builds hold which fix
   * @param product what the server is said to be; the family is enough, for the number tells more
   * @param build as found, for example {@code 15.2.1118.20}; null where none was found
   * @param date for which day; a vulnerability published later does not count for {@link #state}
   * @param packages what is known beside the build
   */
  public static PatchTruth of(
      BuildTables tables,
      Product product,
      @Nullable String build,
      LocalDate date,
      Packages packages) {
    BuildNumber number = build == null ? null : BuildNumber.parse(build).orElse(null);
    ChainJudge judge = new ChainJudge(tables, product, build, number, date, packages);
    List<ChainState> chains = judge.chains();
    Product told = judge.product();
    boolean over = tables.supportEnds(told).filter(date::isAfter).isPresent();
    PatchState state = worst(chains, over);
    List<String> caveats = judge.caveats();
    return new PatchTruth(
        told,
        number,
        date,
        tables.asOf(),
        state,
        sentence(
            tables,
            told,
            number,
            date,
            state,
            chains,
            state == PatchState.FIXED ? null : judge.why()),
        chains,
        caveats);
  }

  /** The state to one vulnerability by its id; empty where it is not of this product's family. */
  public Optional<ChainState> chain(String id) {
    return chains.stream().filter(c -> c.vulnerability().id().equals(id)).findFirst();
  }

  /** What was public on the date and is not known to be fixed. */
  public List<ChainState> open() {
    return chains.stream().filter(c -> c.publicOnDate() && c.state() != PatchState.FIXED).toList();
  }

  private static PatchState worst(List<ChainState> chains, boolean supportIsOver) {
    PatchState worst =
        chains.stream()
            .filter(ChainState::publicOnDate)
            .map(ChainState::state)
            .min(Comparator.naturalOrder())
            .orElse(PatchState.UNKNOWN);
    boolean fine = worst == PatchState.FIXED || worst == PatchState.UNKNOWN;
    return fine && supportIsOver ? PatchState.END_OF_LIFE : worst;
  }

  private static String sentence(
      BuildTables tables,
      Product product,
      @Nullable BuildNumber number,
      LocalDate date,
      PatchState state,
      List<ChainState> chains,
      @Nullable String why) {
    StringBuilder out = new StringBuilder(product.title());
    if (number != null) {
      out.append(' ').append(number);
      tables.row(product, number).ifPresent(r -> out.append(" (").append(name(r)).append(')'));
    }
    out.append(" on ").append(date).append(": ").append(state.words());
    if (state == PatchState.UNKNOWN && why != null) {
      return out.append(". ").append(why).toString();
    }
    List<String> parts = new ArrayList<>();
    for (PatchState s : PatchState.values()) {
      List<String> titles =
          chains.stream()
              .filter(c -> c.publicOnDate() && c.state() == s && s != PatchState.FIXED)
              .map(c -> c.vulnerability().title())
              .toList();
      if (!titles.isEmpty()) {
        parts.add(s.words() + ": " + String.join(", ", titles));
      }
    }
    tables
        .supportEnds(product)
        .filter(date::isAfter)
        .ifPresent(end -> parts.add("support ended on " + end + note(tables, product)));
    if (why != null) {
      return out.append(". ")
          .append(capital(String.join("; ", parts)))
          .append(". ")
          .append(why)
          .toString();
    }
    if (parts.isEmpty()) {
      parts.add(
          "it holds the fixes of all "
              + chains.stream().filter(ChainState::publicOnDate).count()
              + " entries of the tables that were public then");
    }
    return out.append(". ")
        .append(capital(String.join("; ", parts)))
        .append(". Tables as of ")
        .append(tables.asOf())
        .append('.')
        .toString();
  }

  private static String note(BuildTables tables, Product product) {
    String note = tables.supportNote(product);
    return note.isEmpty() ? "" : " (" + note + ")";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String name(BuildRow row) {
    String line = row.line().isEmpty() || row.line().equals(row.label()) ? "" : row.line() + " ";
    return line + row.label() + ", released " + row.released();
  }
}
