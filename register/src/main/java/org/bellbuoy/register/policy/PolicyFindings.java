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
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Findings of a book: one for each rule that is broken or cannot be told, with what it rests on.
 */
public final class PolicyFindings {
  private static final int MOST_ROWS = 40;

  private final PolicyBook book;
  private final Instant from;
  private final String run;
  private final Function<Statement.Place, @Nullable Evidence> rows;
  private final Hands hands;

  /**
   * For a book.
   *
   * @param asOf the day that the register was asked of
   * @param run id of the run
   * @param rows gives the bytes of a row; null where they cannot be shown
   */
  public PolicyFindings(
      PolicyBook book,
      LocalDate asOf,
      String run,
      Function<Statement.Place, @Nullable Evidence> rows) {
    this.book = book;
    this.from = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    this.run = run;
    this.rows = rows;
    this.hands = Hands.of(book.register());
  }

  /** Findings in order of rule and id, broken rules first. */
  public List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    for (String id : book.register().ids()) {
      Entity entity = book.register().entity(id).orElseThrow();
      book.broken(id).forEach(rule -> findings.add(finding(entity, rule, true)));
      book.cannotTell(id).forEach(rule -> findings.add(finding(entity, rule, false)));
    }
    findings.sort(
        Comparator.comparing((Finding finding) -> finding.assessment().level())
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.subject().key()));
    return findings;
  }

  private Finding finding(Entity entity, PolicyRule rule, boolean broken) {
    Subject subject = subject(entity);
    String name = "policy." + rule.id();
    List<Role> behind = behind(entity.id());
    Level level = !broken ? Level.CANNOT_TELL : sure(behind) ? Level.LIKELY : Level.POSSIBLE;
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("statements", behind.size());
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
        evidence(entity, behind),
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

  /** Statements about an asset or party and about all who hold what stands behind it. */
  private List<Role> behind(String id) {
    List<Role> behind = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(List.of(id));
    List<String> open = new ArrayList<>(seen);
    for (int i = 0; i < open.size(); i++) {
      for (Role role : book.register().rolesIn(open.get(i))) {
        behind.add(role);
        if (seen.add(role.holder())) {
          open.add(role.holder());
        }
      }
    }
    return behind;
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

  private List<Evidence> evidence(Entity entity, List<Role> behind) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    add(entity.statement(), evidence);
    for (Role role : behind.subList(0, Math.min(MOST_ROWS, behind.size()))) {
      add(role.statement(), evidence);
    }
    return List.copyOf(evidence);
  }

  private void add(Statement statement, Set<Evidence> evidence) {
    Evidence row = rows.apply(statement.place());
    if (row != null) {
      evidence.add(row);
    }
  }

  private String name(String id) {
    return book.register().entity(id).map(Entity::name).orElse(id);
  }
}
