package org.bellbuoy.register.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;
import org.bellbuoy.register.policy.CompiledRule.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Findings of a book: one for each rule that is broken or cannot be told, with what it rests on.
 */
public final class PolicyFindings {
  private static final int MOST_ROWS = 40;

  private final PolicyBook book;
  private final Instant from;
  private final String run;
  private final Hands hands;

  /**
   * For a book.
   *
   * @param asOf the day that the register was asked of
   * @param run id of the run
   */
  public PolicyFindings(PolicyBook book, LocalDate asOf, String run) {
    this.book = book;
    this.from = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    this.run = run;
    this.hands = Hands.of(book.register());
  }

  /** Takes a rule's answer on a party or asset. */
  @FunctionalInterface
  private interface Told {
    void take(Entity entity, CompiledRule rule, boolean broken);
  }

  private void each(Told told) {
    for (String id : book.register().ids()) {
      Entity entity = book.register().entity(id).orElseThrow();
      book.of(id, Answer.BROKEN).forEach(rule -> told.take(entity, rule, true));
      book.of(id, Answer.CANNOT_TELL).forEach(rule -> told.take(entity, rule, false));
    }
  }

  /** Where the rows stand that the findings rest on, each once. */
  public Set<Statement.Place> places() {
    Set<Statement.Place> places = new LinkedHashSet<>();
    each(
        (entity, rule, broken) ->
            decided(entity, behind(entity, rule))
                .forEach(statement -> places.add(statement.place())));
    return places;
  }

  /**
   * Findings in order of rule and id, broken rules first.
   *
   * @param rows the bytes of a row; null where they cannot be shown
   */
  public List<Finding> all(Function<Statement.Place, @Nullable Evidence> rows) {
    List<Finding> findings = new ArrayList<>();
    each((entity, rule, broken) -> findings.add(finding(entity, rule, broken, rows)));
    findings.sort(
        Comparator.comparing((Finding finding) -> finding.assessment().level())
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.subject().key()));
    return findings;
  }

  private Finding finding(
      Entity entity,
      CompiledRule compiled,
      boolean broken,
      Function<Statement.Place, @Nullable Evidence> rows) {
    PolicyRule rule = compiled.rule();
    Subject subject = subject(entity);
    String name = "policy." + rule.id();
    List<Role> behind = behind(entity, compiled);
    Level level = !broken ? Level.CANNOT_TELL : sure(behind) ? Level.LIKELY : Level.POSSIBLE;
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("statements", behind.size());
    List<Evidence> evidence = new ArrayList<>();
    for (Statement statement : decided(entity, behind)) {
      Evidence row = rows.apply(statement.place());
      if (row != null && !evidence.contains(row)) {
        evidence.add(row);
      }
    }
    return new Finding(
        FindingIds.of(name, subject, from),
        name,
        rule.version(),
        State.FINAL,
        rule.severity(),
        subject,
        entity instanceof Asset asset
            ? List.of(AssetRef.of(asset.kindWord(), asset.id(), asset.name(), "affected"))
            : List.of(),
        from,
        null,
        null,
        new Assessment(level, null, List.of()),
        reasons(rule, broken, behind),
        new Coverage(
            "What the register does not say is unknown to it and counts neither way.",
            null,
            detail),
        evidence,
        List.of(),
        run);
  }

  private static Subject subject(Entity entity) {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("register", entity.id());
    entity.identifiers().forEach(one -> ids.putIfAbsent(one.scheme(), one.value()));
    return new Subject(entity.kindWord(), ids, entity.name());
  }

  /** A rule is broken as surely as the weakest statement it may rest on is confident. */
  private static boolean sure(List<Role> behind) {
    return behind.stream()
        .map(role -> role.statement().confidence())
        .allMatch(one -> one == Confidence.HIGH || one == Confidence.MEDIUM);
  }

  /**
   * Statements on the roles that a rule reads in an asset, and, where it reads control, on all who
   * hold what stands behind them.
   */
  private List<Role> behind(Entity entity, CompiledRule rule) {
    List<Role> behind = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(List.of(entity.id()));
    Set<RoleKind> read = rule.roles();
    boolean control = rule.readsControl();
    if (entity instanceof Asset || control) {
      for (Role role : book.register().rolesIn(entity.id())) {
        if (!(entity instanceof Asset) || read.contains(role.kind())) {
          behind.add(role);
          seen.add(role.holder());
        }
      }
    }
    List<String> open = new ArrayList<>(control ? seen : Set.of());
    // The asset or party itself is the first, and its own roles are in.
    for (int i = 1; i < open.size(); i++) {
      for (Role role : book.register().rolesIn(open.get(i))) {
        behind.add(role);
        if (seen.add(role.holder())) {
          open.add(role.holder());
        }
      }
    }
    return behind;
  }

  /** Statements that evidence shows: on the asset or party, on roles, and on who holds them. */
  private Set<Statement> decided(Entity entity, List<Role> behind) {
    Set<Statement> decided = new LinkedHashSet<>();
    decided.add(entity.statement());
    for (Role role : behind) {
      if (decided.size() >= MOST_ROWS) {
        break;
      }
      decided.add(role.statement());
      book.register().entity(role.holder()).ifPresent(holder -> decided.add(holder.statement()));
    }
    return decided;
  }

  private List<Reason> reasons(PolicyRule rule, boolean broken, List<Role> behind) {
    List<Reason> reasons = new ArrayList<>();
    String asked = "%s: %s".formatted(rule.title(), rule.expression().replaceAll("\\s+", " "));
    reasons.add(
        broken
            ? Reason.of("policy-broken", "The rule holds for the facts that are known: " + asked)
            : Reason.of(
                Reason.WHY_CANNOT_TELL + "-fact-unknown",
                "The rule hangs on what is unknown or only possible: " + asked));
    for (Role role : behind.subList(0, Math.min(MOST_ROWS, behind.size()))) {
      reasons.add(
          Reason.of(
              "stated",
              "%s is %s of %s (%s%s) [%s, %s, confidence %s]."
                  .formatted(
                      name(role.holder()),
                      Words.of(role.kind()),
                      name(role.target()),
                      Words.of(role.basis()),
                      role.share() == null ? "" : ", " + role.share(),
                      role.statement().source(),
                      role.statement().place(),
                      Words.of(role.statement().confidence()))));
    }
    Set<String> told = new LinkedHashSet<>();
    for (Role role : behind) {
      for (Hands.Hand hand : hands.above(role.holder())) {
        String text =
            "%s is an ultimate controller of %s: %s."
                .formatted(name(hand.id()), name(role.holder()), Words.of(hand.hold()));
        if (told.size() < MOST_ROWS && told.add(text)) {
          reasons.add(Reason.of("derived", text));
        }
      }
    }
    if (behind.size() > MOST_ROWS) {
      reasons.add(
          Reason.of("more", (behind.size() - MOST_ROWS) + " further statements lie behind it."));
    }
    return reasons;
  }

  private String name(String id) {
    return book.register().entity(id).map(Entity::name).orElse(id);
  }
}
