package org.bellbuoy.register.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final String CRANE =
      "asset.kind == 'crane' && asset.maker.ultimateController.country in ['XA'] &&"
          + " asset.remoteAccess.exists(r, r.holder.id == asset.maker.id)";

  private final List<Entity> entities = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  private void party(String id, PartyKind kind, String country) {
    entities.add(Party.of(id, kind, id, country));
  }

  private void asset(String id, AssetKind kind, String country, String complete) {
    entities.add(
        new Asset(
            id,
            kind,
            id,
            List.of(),
            country,
            List.of(),
            List.of(),
            null,
            complete.isEmpty() ? Map.of() : Map.of("complete", complete),
            Statement.NONE));
  }

  private void role(String holder, String target, RoleKind kind) {
    roles.add(Role.of(holder, target, kind, Basis.FACT, null));
  }

  private Register register() {
    return Register.of(List.of(), entities, roles);
  }

  private static String yaml(String scope, String expression) {
    return "- id: r\n  version: 3\n  title: A rule\n  severity: high\n  for: %s\n  rule: >-\n    %s\n"
        .formatted(scope, expression);
  }

  private PolicyBook book(String scope, String expression) throws PolicyException {
    return PolicyBook.of(PolicyFile.read("p.yaml", yaml(scope, expression)), register());
  }

  private String asked(String expression) throws PolicyException {
    PolicyBook book = book("asset", expression);
    return !book.broken("c").isEmpty() ? "broken" : book.cannotTell("c").isEmpty() ? "kept" : "?";
  }

  /** A crane whose maker is held by a fund of XA with so much. */
  private void crane(Share share) {
    party("top", PartyKind.COMPANY, "XA");
    party("m", PartyKind.COMPANY, "XB");
    asset("c", AssetKind.CRANE, "", "");
    role("m", "c", RoleKind.MAKER);
    role("m", "c", RoleKind.REMOTE_ACCESS);
    roles.add(Role.shareholding("top", "m", share));
  }

  @Test
  void theExampleOfTheReferenceIsBrokenWhereControlIsCertain() throws Exception {
    crane(Share.between(0.51, 0.6));
    assertThat(asked(CRANE)).isEqualTo("broken");
  }

  @Test
  void whatIsOnlyPossibleCannotBeTold() throws Exception {
    crane(Share.between(0.4, 0.6));
    assertThat(asked(CRANE)).isEqualTo("?");
  }

  @Test
  void nobodyKnownCannotBeToldAndIsNoKeeping() throws Exception {
    asset("c", AssetKind.CRANE, "", "");
    assertThat(asked(CRANE)).isEqualTo("?");
    assertThat(asked("!(asset.maker.country == 'XA')")).isEqualTo("?");
    assertThat(asked("asset.country != 'XA'")).isEqualTo("?");
    assertThat(asked("asset.maker.country.startsWith('X')")).isEqualTo("?");
    assertThat(asked("asset.kind == 'port' && asset.maker.country == 'XA'")).isEqualTo("kept");
    assertThat(asked("asset.maker.country == 'XA' || asset.kind == 'crane'")).isEqualTo("broken");
    assertThat(asked("asset.maker.country == 'XA' ? true : true")).isEqualTo("broken");
  }

  @Test
  void aListIsOpenUnlessItsKeeperSaysThatItIsWhole() throws Exception {
    party("m", PartyKind.COMPANY, "XB");
    asset("c", AssetKind.CRANE, "", "");
    role("m", "c", RoleKind.REMOTE_ACCESS);
    assertThat(asked("asset.remoteAccess.exists(r, r.holder.country == 'XA')")).isEqualTo("?");
    assertThat(asked("asset.remoteAccess.size() > 3")).isEqualTo("?");
    assertThat(asked("asset.remoteAccess.all(r, r.holder.country == 'XA')")).isEqualTo("kept");
    assertThat(asked("asset.remoteAccess.exists(r, r.holder.country == 'XB')")).isEqualTo("broken");
    entities.removeLast();
    asset("c", AssetKind.CRANE, "", "remote-access");
    assertThat(asked("asset.remoteAccess.exists(r, r.holder.country == 'XA')")).isEqualTo("kept");
    assertThat(asked("asset.remoteAccess.size() == 1")).isEqualTo("broken");
  }

  @Test
  void twoMakersAreNotOne() throws Exception {
    crane(Share.exactly(1));
    party("n", PartyKind.COMPANY, "XB");
    role("n", "c", RoleKind.MAKER);
    assertThat(asked("asset.maker.country == 'XB'")).isEqualTo("?");
    assertThat(asked("asset.makers.exists(m, m.holder.country == 'XB')")).isEqualTo("broken");
  }

  @Test
  void anUnknownPartyIsNobodyOfWhomAnythingIsKnown() throws Exception {
    asset("c", AssetKind.CRANE, "", "maker");
    party("who", PartyKind.UNKNOWN, "XA");
    role("who", "c", RoleKind.MAKER);
    assertThat(asked("asset.maker.country == 'XA'")).isEqualTo("?");
    assertThat(asked("asset.makers.exists(m, m.holder.country == 'XA')")).isEqualTo("?");
  }

  @Test
  void aWrongExpressionIsToldByFileRuleAndColumn() {
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", yaml("asset", "asset.kindd == 'x'")))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("p.yaml line 6: rule 'r', line 1 column 6")
        .hasMessageContaining("undefined field 'kindd'");
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", yaml("asset", "asset.kind")))
        .hasMessageContaining("rule 'r'")
        .hasMessageContaining("bool");
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", yaml("asset", "asset.kind.matches('a+')")))
        .hasMessageContaining("column 19 of its expression: the function matches cannot be used");
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", "- id: r\n  verson: 1\n"))
        .hasMessageContaining("p.yaml line 2: the key 'verson' is not known");
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", yaml("ship", "true")))
        .hasMessageContaining("rule 'r': for is 'ship'; allowed are asset, party");
  }

  @Test
  void aFindingNamesVersionDerivationAndWhatCannotBeTold() throws Exception {
    crane(Share.between(0.51, 0.6));
    asset("d", AssetKind.CRANE, "", "");
    PolicyBook book = book("asset", CRANE);

    List<Finding> findings =
        new PolicyFindings(book, LocalDate.of(2026, 11, 1), "run").all(place -> null);

    assertThat(findings).hasSize(2);
    Finding broken = findings.getFirst();
    assertThat(broken.rule()).isEqualTo("policy.r");
    assertThat(broken.ruleVersion()).isEqualTo(3);
    assertThat(broken.assessment().level())
        .as("nobody says how confident these statements are")
        .isEqualTo(Level.POSSIBLE);
    assertThat(broken.reasons())
        .extracting(Reason::text)
        .anyMatch(text -> text.contains("m is maker of c"))
        .anyMatch(text -> text.contains("top holds") || text.contains("top is owner of m"))
        .anyMatch(text -> text.contains("top is an ultimate controller of m: certain"));
    assertThat(findings.getLast().assessment().level()).isEqualTo(Level.CANNOT_TELL);
  }

  private final Set<String> changed = new HashSet<>();

  /** One change at random; whom it is about is told in {@link #changed}. */
  private Register next(Random random, int change) {
    changed.clear();
    int at = random.nextInt(roles.size());
    Role old = roles.get(at);
    String any = "p" + random.nextInt(20);
    switch (random.nextInt(6)) {
      case 0 -> {
        // Another country, or somebody who can no longer be named.
        entities.removeIf(entity -> entity.id().equals(any));
        party(any, random.nextInt(4) == 0 ? PartyKind.UNKNOWN : PartyKind.COMPANY, "XB");
        changed.add(any);
      }
      case 1 -> {
        roles.remove(at);
        changed.addAll(List.of(old.holder(), old.target()));
      }
      case 2 -> {
        asset("n" + change, AssetKind.CRANE, "XA", "maker");
        role(any, "n" + change, RoleKind.MAKER);
        changed.addAll(List.of(any, "n" + change));
      }
      case 3 -> {
        String other = "p" + random.nextInt(20);
        if (!other.equals(any)) {
          roles.add(Role.of(any, other, RoleKind.CONTROLLER, Basis.STATED_CONTROL, null));
          changed.addAll(List.of(any, other));
        }
      }
      case 4 -> {
        entities.removeIf(entity -> entity.id().equals("a5"));
        roles.stream()
            .filter(role -> role.target().equals("a5"))
            .forEach(role -> changed.add(role.holder()));
        roles.removeIf(role -> role.target().equals("a5"));
        changed.add("a5");
      }
      default -> {
        double least = random.nextInt(70) / 100.0;
        Role next =
            old.share() == null
                ? Role.of(any, old.target(), RoleKind.MAKER, Basis.FACT, null)
                : Role.shareholding(old.holder(), old.target(), Share.between(least, least + 0.2));
        if (!next.holder().equals(next.target())) {
          roles.set(at, next);
          changed.addAll(List.of(old.holder(), next.holder(), old.target()));
        }
      }
    }
    return register();
  }

  /** A change of one statement at random gives what asking everything gives. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aChangeIsFollowedToAllItReaches(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      party("p" + i, i % 5 == 0 ? PartyKind.STATE : PartyKind.COMPANY, "X" + (char) ('A' + i % 3));
    }
    for (int i = 0; i < 60; i++) {
      asset("a" + i, i % 2 == 0 ? AssetKind.CRANE : AssetKind.VESSEL, i % 3 == 0 ? "" : "XA", "");
      role("p" + random.nextInt(20), "a" + i, i % 2 == 0 ? RoleKind.MAKER : RoleKind.OPERATOR);
    }
    for (int i = 1; i < 20; i++) {
      double least = random.nextInt(60) / 100.0;
      roles.add(
          Role.shareholding("p" + random.nextInt(i), "p" + i, Share.between(least, least + 0.3)));
    }
    PolicyFile.Rules rules =
        PolicyFile.read(
            "p.yaml",
            yaml("asset", "asset.maker.ultimateController.country == 'XA'")
                + yaml("asset", "asset.operator.stateOwned && asset.operator.country == 'XB'")
                    .replace("id: r", "id: s")
                + yaml("party", "party.stateOwned").replace("id: r", "id: t"));
    PolicyBook book = PolicyBook.of(rules, register());
    for (int change = 0; change < 60; change++) {
      book = book.after(next(random, change), changed);
      PolicyBook whole = PolicyBook.of(rules, register());
      for (String id : whole.register().ids()) {
        assertThat(book.broken(id)).as("%s after %d", id, change).isEqualTo(whole.broken(id));
        assertThat(book.cannotTell(id))
            .as("%s after %d", id, change)
            .isEqualTo(whole.cannotTell(id));
      }
    }
  }

  /** Where nothing is unknown, CEL's own runtime comes to the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "n > 2 && s == 'ab' || !(s in l)",
        "l.exists(x, x == s) && l.all(x, size(x) >= 1)",
        "l.exists_one(x, x.startsWith('a'))",
        "l.filter(x, x.contains('b')).size() == 2",
        "l.map(x, x + 'z').exists(y, y.endsWith('bz'))",
        "n == 3 ? s < 'b' : s >= 'a'",
        "[s, 'q'] == l || n + 1 != 4",
        "d <= 0.5 && n <= 3 && size(s) == 2",
        "!l.exists(x, x == 'none') && ('none' in l) == false"
      })
  void withoutUnknownsItIsCel(String expression) throws Exception {
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("n", SimpleType.INT)
            .addVar("d", SimpleType.DOUBLE)
            .addVar("s", SimpleType.STRING)
            .addVar("l", ListType.create(SimpleType.STRING))
            .setResultType(SimpleType.BOOL)
            .build();
    var tree = compiler.compile(expression).getAst();
    CelRuntime.Program program =
        CelRuntimeFactory.standardCelRuntimeBuilder().build().createProgram(tree);
    Node node = Expressions.of(tree.getExpr(), new HashSet<>());
    for (List<String> l : List.of(List.of("ab", "b"), List.of("ab", "q"), List.<String>of())) {
      for (long n : new long[] {1, 3}) {
        for (String s : List.of("ab", "q")) {
          for (double d : new double[] {0.25, 0.75}) {
            Node.Variables variables =
                new Node.Variables(
                    "n",
                    n,
                    new Node.Variables(
                        "d", d, new Node.Variables("s", s, new Node.Variables("l", l, null))));
            assertThat(node.value(variables))
                .as("%s with n=%d d=%s s=%s l=%s", expression, n, d, s, l)
                .isEqualTo(program.eval(Map.of("n", n, "d", d, "s", s, "l", l)));
          }
        }
      }
    }
  }
}
