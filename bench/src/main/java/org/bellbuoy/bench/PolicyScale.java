package org.bellbuoy.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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
import org.bellbuoy.register.policy.PolicyBook;
import org.bellbuoy.register.policy.PolicyException;
import org.bellbuoy.register.policy.PolicyFile;

/**
 * Policies over a made-up register: all of it at once, and again after one share changed. A plain
 * program, for each figure is one pass.
 *
 * <pre>java -cp bench/target/benchmarks.jar org.bellbuoy.bench.PolicyScale [ASSETS]</pre>
 */
public final class PolicyScale {
  private static final int RULES = 10;
  private static final int ROUNDS = 5;

  private PolicyScale() {}

  /** Prints the time of each task in each round, over two registers. */
  public static void main(String[] args) throws PolicyException {
    int assets = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    PolicyFile.Rules rules = PolicyFile.read("bench", rules());
    System.out.println("Control of all sorts:");
    run(rules, assets, 0, 0.3);
    System.out.println("All under one hand:");
    run(rules, assets, 0.51, 0);
  }

  private static void run(PolicyFile.Rules rules, int assets, double least, double width)
      throws PolicyException {
    List<Entity> entities = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    make(assets, least, width, entities, roles);
    int parties = assets / 5;
    System.out.printf(
        "%,d assets, %,d parties, %,d roles, %d rules%n", assets, parties, roles.size(), RULES);
    Register register = Register.of(List.of(), entities, roles);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round);
      long start = System.nanoTime();
      PolicyBook book = PolicyBook.of(rules, register);
      tell("all rules over everything", start, book);
      // The share above all others, which is lost or won, and one at the end of a chain.
      for (int changed : new int[] {0, parties - 1}) {
        Role old = roles.get(changed);
        double share = round % 2 == 1 ? 0.4 : 0.6;
        roles.set(changed, Role.shareholding(old.holder(), old.target(), Share.exactly(share)));
        start = System.nanoTime();
        Register next = Register.of(List.of(), entities, roles);
        double made = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        book = book.after(next, new HashSet<>(Set.of(old.holder(), old.target())));
        tell("after a change of %s in %s".formatted(old.holder(), old.target()), start, book);
        System.out.printf("  (the register with the change was made in %.2f s)%n", made);
        register = next;
      }
    }
  }

  private static void make(
      int assets, double least, double width, List<Entity> entities, List<Role> roles) {
    int parties = assets / 5;
    SplittableRandom random = new SplittableRandom(1);
    entities.add(Party.of("top", PartyKind.COMPANY, "Top", "XD"));
    for (int i = 0; i < parties; i++) {
      entities.add(
          Party.of(
              "p" + i,
              i % 50 == 0 ? PartyKind.STATE : PartyKind.COMPANY,
              "Party " + i,
              "X" + (char) ('A' + i % 26)));
      double share = least + random.nextDouble(0.4);
      // Sqrt makes few large groups and many small ones.
      int holder = (int) Math.sqrt((double) random.nextLong((long) i * i + 1));
      roles.add(
          Role.shareholding(
              i == 0 ? "top" : "p" + Math.min(holder, i - 1),
              "p" + i,
              i == 0 ? Share.exactly(0.6) : Share.between(share, share + width)));
    }
    RoleKind[] kinds = {RoleKind.OWNER, RoleKind.OPERATOR, RoleKind.MAKER, RoleKind.REMOTE_ACCESS};
    for (int i = 0; i < assets; i++) {
      entities.add(
          new Asset(
              "a" + i,
              AssetKind.values()[i % AssetKind.values().length],
              "Asset " + i,
              List.of(),
              i % 4 == 0 ? "" : "XA",
              List.of(),
              List.of(),
              null,
              i % 2 == 0 ? Map.of("complete", "remote-access") : Map.of(),
              Statement.NONE));
      for (RoleKind kind : kinds) {
        roles.add(Role.of("p" + random.nextInt(parties), "a" + i, kind, Basis.FACT, null));
      }
    }
  }

  private static String rules() {
    StringBuilder yaml = new StringBuilder();
    String[] expressions = {
      "asset.kind == \"crane\" && asset.maker.ultimateController.country in [\"XB\", \"XC\"] &&"
          + " asset.remoteAccess.exists(r, r.holder.id == asset.maker.id)",
      "asset.kind == \"vessel\" && asset.operator.country != asset.flag",
      "asset.owner.stateOwned && asset.owner.ultimateController.country != asset.country",
      "asset.remoteAccess.exists(r, r.holder.stateOwned)",
      "asset.operator.ultimateControllers.exists(c, c.country == \"XD\")"
    };
    for (int i = 0; i < RULES; i++) {
      yaml.append("- id: r%d%n  version: 1%n  title: T%n  severity: low%n".formatted(i))
          .append("  for: asset%n  rule: >-%n    %s%n".formatted(expressions[i % 5]));
    }
    return yaml.toString();
  }

  private static void tell(String task, long start, PolicyBook book) {
    System.out.printf(
        "  %.2f s  %s: %,d asked again%n", (System.nanoTime() - start) / 1e9, task, book.asked());
  }
}
