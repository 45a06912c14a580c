package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.lock.WithoutAnswer;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.RoleKind;

/**
 * The sections of a supplier dossier, under the headings of NIST SP 800-161r1, appendix E (FASCA).
 * A heading that the register cannot fill says what would fill it.
 */
final class Dossier {
  private final RegisterPage page;
  private final SupplierParts parts;
  private final WithoutAnswer without;

  Dossier(RegisterPage page, WithoutAnswer without) {
    this.page = page;
    this.without = without;
    this.parts = new SupplierParts(page, without);
  }

  List<Section> sections() {
    return List.of(
        new Section("Summary", summary()),
        new Section("Functionality and access", access()),
        new Section("User environment", parts.users()),
        new Section("Ability to produce and deliver", parts.means()),
        new Section("Foreign control of or influence over the source", foreign()),
        new Section("National security implications", listings()),
        new Section(
            "Vulnerability of facilities",
            missing("audits or visits of its sites; the register has no column for them")),
        new Section("Market alternatives", alternatives()),
        new Section("Impact of loss", page.blocks().without(without)),
        new Section(
            "Likelihood",
            missing(
                "its faults, outages and failed deliveries over the years; the register has no"
                    + " column for them")),
        new Section("Security and integrity", security()),
        new Section("Capacity to mitigate", parts.mitigation()),
        new Section("Credibility of information", new SourceBlocks(page).credibility()),
        new Section("Other: what is not known", page.unknown()));
  }

  /** What would fill a heading. */
  static List<Block> missing(String data) {
    return List.of(Paragraph.of("Not in the register. What would fill it: " + data + "."));
  }

  private List<Block> summary() {
    List<Block> told = new ArrayList<>();
    ControlAnswer answer = page.answer();
    String controllers =
        answer.controllers().stream()
            .map(
                one ->
                    one.ids().stream().map(this::named).collect(Collectors.joining(" and "))
                        + (one.certain() ? " (certain)" : " (only possible)"))
            .collect(Collectors.joining(", "));
    String stated =
        answer.stated().stream()
            .map(one -> named(one.id()) + " (stated)")
            .distinct()
            .collect(Collectors.joining(", "));
    told.add(
        new Paragraph(
            "Control: "
                + (controllers.isEmpty() ? "nobody who is named, by majority" : controllers)
                + (stated.isEmpty() ? "" : "; by bases that sources state: " + stated)
                + ".",
            Tone.STATEMENT));
    told.add(Paragraph.of("Market: " + parts.largestShare() + "."));
    told.add(
        Paragraph.of(
            "Without it: "
                + (without.nothingListed().isEmpty()
                    ? "%d assets lost for certain, %d more perhaps; %d services lose a path."
                        .formatted(
                            without.assetsLost().size(),
                            without.assetsMaybeLost().size(),
                            without.services().size())
                    : without.nothingListed())));
    FindingsOfSubject findings = page.findings();
    told.add(
        Paragraph.of(
            findings == null
                ? "Findings: none were given to look through."
                : "Findings: it stands in %,d of %,d that were read."
                    .formatted(findings.standings().size(), findings.read())));
    return told;
  }

  private List<Block> access() {
    List<Block> told =
        new ArrayList<>(
            page.touches(
                List.of(
                    RoleKind.MAKER,
                    RoleKind.SOFTWARE_MAKER,
                    RoleKind.OPERATOR,
                    RoleKind.MANAGER,
                    RoleKind.SERVICE_PROVIDER,
                    RoleKind.REMOTE_ACCESS),
                "rows of what it makes, programs, runs, services or reaches from outside"));
    long remote = parts.held(Set.of(RoleKind.REMOTE_ACCESS)).size();
    told.add(
        Paragraph.of(
            remote > 0
                ? "Remote access: it, or one it controls for certain, can reach %d %s from outside."
                    .formatted(remote, remote == 1 ? "asset" : "assets")
                : "Remote access: no row says that it has any, and none says that it has none. What"
                    + " would tell: rows of the role remote-access."));
    return told;
  }

  private List<Block> foreign() {
    List<Block> told = new ArrayList<>(page.picture());
    told.addAll(page.blocks().control(page.answer()));
    Set<String> countries = new TreeSet<>();
    ControlAnswer answer = page.answer();
    answer.controllers().stream().flatMap(one -> one.ids().stream()).forEach(countries::add);
    answer.stated().forEach(one -> countries.add(one.id()));
    String above =
        countries.stream()
            .map(
                id ->
                    controllerOf(id)
                        + (country(id).isEmpty() ? " (country not told)" : " of " + country(id)))
            .collect(Collectors.joining(", "));
    told.add(
        Paragraph.of(
            "Legal regime: its own country is %s; whoever controls it, certain, possible or stated: %s."
                    .formatted(
                        page.subject().country().isEmpty() ? "not told" : page.subject().country(),
                        above.isEmpty() ? "nobody who is named" : above)
                + " Which laws of these countries bind it is not in the register."));
    return told;
  }

  private List<Block> listings() {
    List<Block> told = new ArrayList<>();
    Set<String> asked = new TreeSet<>(Set.of(page.id()));
    page.answer().controllers().forEach(one -> asked.addAll(one.ids()));
    new OwnershipPicture(page.controllers())
        .rolesOf(page.id())
        .forEach(role -> asked.add(role.holder()));
    for (String id : asked) {
      page.register()
          .entity(id)
          .map(Entity::details)
          .ifPresent(
              details ->
                  new TreeMap<>(details)
                      .forEach(
                          (key, value) -> {
                            if (key.startsWith("list:")) {
                              told.add(
                                  Paragraph.of(
                                      "%s is on the list %s: %s."
                                          .formatted(
                                              controllerOf(id),
                                              key.substring("list:".length()),
                                              value)));
                            }
                          }));
    }
    return told.isEmpty()
        ? missing(
            "lists of governments, as the US 1260H list or the EU's, loaded into the register; none"
                + " that is loaded names it or who holds or controls it. That is no clearance")
        : told;
  }

  private List<Block> alternatives() {
    List<Block> told = new ArrayList<>(page.blocks().markets(page.concentration().markets()));
    told.addAll(parts.others());
    return told;
  }

  private List<Block> security() {
    List<Block> told = new ArrayList<>(FindingBlocks.of(page.findings()));
    told.addAll(
        missing(
            "tests and certificates of its products and software, and what was found in them;"
                + " beyond findings the register has no column for them"));
    return told;
  }

  private String named(String id) {
    return controllerOf(id) + (country(id).isEmpty() ? "" : " of " + country(id));
  }

  private String controllerOf(String id) {
    return page.controllers().name(id);
  }

  private String country(String id) {
    return page.register().entity(id).map(Entity::country).orElse("");
  }
}
