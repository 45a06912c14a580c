package org.bellbuoy.register.join;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Joins findings to a register as it holds on the day on which each begins (UTC). The same
 * register, options and finding give the same finding; the assessment is never touched. A day costs
 * what reading the register's roles costs, a finding what stands behind it. Not thread safe.
 */
public final class PartyJoin {
  private static final int MOST_DAYS = 8;

  private final Register register;
  private final JoinOptions options;
  private final TreeSet<LocalDate> changes = new TreeSet<>();
  private final Map<LocalDate, DayView> views =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayView> eldest) {
          return size() > MOST_DAYS;
        }
      };

  private PartyJoin(Register register, JoinOptions options) {
    this.register = register;
    this.options = options;
    changes.add(LocalDate.MIN);
    register.entities().forEach(entity -> changes(entity.statement()));
    register.roles().forEach(role -> changes(role.statement()));
  }

  /** A join to that register. */
  public static PartyJoin of(Register register, JoinOptions options) {
    return new PartyJoin(register, options);
  }

  private void changes(Statement statement) {
    add(statement.validFrom());
    add(statement.validTo());
  }

  private void add(@Nullable PartialDate date) {
    if (date != null) {
      changes.add(date.first());
    }
  }

  /** Between two days on which anything changes the register says the same. */
  private DayView view(LocalDate day) {
    LocalDate since = changes.floor(day);
    return views.computeIfAbsent(
        since == null ? day : since, first -> new DayView(register.asOf(first)));
  }

  /**
   * Which party or asset of the register the subject and the assets of a finding are, on the day on
   * which it begins; those that the register does not know, or that may be several, are left out.
   *
   * @return ids of the register by whose they are: {@link PartyRef#SUBJECT} or {@link
   *     PartyRef#of(AssetRef)}
   */
  public Map<String, String> known(Finding finding) {
    Matching matching = view(LocalDate.ofInstant(finding.from(), ZoneOffset.UTC)).matching();
    Map<String, String> known = new LinkedHashMap<>();
    know(PartyRef.SUBJECT, matching.subject(finding.subject()), known);
    for (AssetRef asset : finding.assets()) {
      know(PartyRef.of(asset), matching.asset(asset), known);
    }
    return known;
  }

  private static void know(String of, Matching.@Nullable Match match, Map<String, String> known) {
    String id = match == null ? null : match.id();
    if (id != null) {
      known.putIfAbsent(of, id);
    }
  }

  /** The finding with its parties, lines on substitutes, and its severity as the rules move it. */
  public Finding join(Finding finding, Clues clues) {
    DayView view = view(LocalDate.ofInstant(finding.from(), ZoneOffset.UTC));
    Sides sides = new Sides(view);
    Side subject =
        sides.of(
            PartyRef.SUBJECT, view.matching().subject(finding.subject()), acting(finding, clues));
    List<Side> assets = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (AssetRef asset : finding.assets()) {
      String of = PartyRef.of(asset);
      if (seen.add(of)) {
        assets.add(sides.of(of, view.matching().asset(asset), known(asset, clues)));
      }
    }
    List<Side> all = new ArrayList<>(List.of(subject));
    all.addAll(assets);
    List<PartyRef> parties = all.stream().flatMap(side -> side.parties().stream()).toList();
    List<Reason> reasons = new ArrayList<>();
    for (Side side : all) {
      if (!side.doubt().isEmpty()) {
        reasons.add(
            Reason.of(
                "register-ambiguous",
                "Of %s no party is told, for %s.".formatted(side.of(), side.doubt())));
      }
    }
    for (String sentence :
        all.stream().flatMap(side -> side.perhaps().stream()).distinct().toList()) {
      reasons.add(Reason.of("register-possible", "Not told as a party: %s.".formatted(sentence)));
    }
    Substitutes substitutes = new Substitutes(view);
    Set<String> told = new LinkedHashSet<>();
    for (Side side : all) {
      Asset asset = side.asset();
      if (asset != null) {
        substitutes.of(asset).stream().filter(line -> told.add(line.text())).forEach(reasons::add);
      }
    }
    if (parties.size() > options.mostParties()) {
      reasons.add(
          Reason.of(
              "parties-more",
              "%d further parties are not listed."
                  .formatted(parties.size() - options.mostParties())));
      parties = parties.subList(0, options.mostParties());
    }
    SeverityByRegister.Moved moved =
        SeverityByRegister.move(
            finding.severity(),
            new SeverityGrounds(view, substitutes, options.countries()).of(subject, assets),
            options.rules());
    Reason why = moved.reason();
    if (why != null) {
      reasons.add(why);
    }
    return finding.withRegister(parties, reasons, moved.severity());
  }

  /** What is known of an asset; of a device by its address, whatever its port or unit. */
  private static List<Clues.Clue> known(AssetRef asset, Clues clues) {
    List<Clues.Clue> known = clues.of(PartyRef.of(asset));
    return known.isEmpty() && asset.type().equals("device")
        ? clues.of("device:" + DeviceAddress.of(asset.id()))
        : known;
  }

  /** What is known of a subject that is a device as assets are. */
  private static List<Clues.Clue> acting(Finding finding, Clues clues) {
    for (String scheme : List.of("ip", "mac")) {
      String address = finding.subject().ids().get(scheme);
      List<Clues.Clue> known = address == null ? List.of() : clues.of("device:" + address);
      if (!known.isEmpty()) {
        return known;
      }
    }
    return List.of();
  }
}
