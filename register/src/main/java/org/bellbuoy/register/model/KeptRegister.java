package org.bellbuoy.register.model;

import java.util.List;
import org.bellbuoy.core.reject.Reject;

/**
 * A register with all that was learnt when it was read from files, as it is kept elsewhere. The
 * statements have been held against each other; what could not be used stands beside them, so that
 * whoever takes it out again leaves the same out and can say so.
 *
 * @param sources in the order given
 * @param entities all statements about parties and assets, in the order given
 * @param roles all statements about roles, in the order given
 * @param markets rows of markets
 * @param rejects what of the register could not be used; the index of its source is of no meaning
 *     here, the detail names the file
 * @param marketRejects the same of markets
 * @param problems sentences about files that could not be read to their end
 * @param rows rows read, usable or not, without those of markets
 */
public record KeptRegister(
    List<Source> sources,
    List<Entity> entities,
    List<Role> roles,
    List<MarketRow> markets,
    List<Reject> rejects,
    List<Reject> marketRejects,
    List<String> problems,
    long rows) {
  public KeptRegister {
    sources = List.copyOf(sources);
    entities = List.copyOf(entities);
    roles = List.copyOf(roles);
    markets = List.copyOf(markets);
    rejects = List.copyOf(rejects);
    marketRejects = List.copyOf(marketRejects);
    problems = List.copyOf(problems);
  }

  /** Keeps a register. */
  public static KeptRegister of(
      Register register,
      List<MarketRow> markets,
      List<Reject> rejects,
      List<Reject> marketRejects,
      List<String> problems,
      long rows) {
    return new KeptRegister(
        register.sources(),
        register.entities(),
        register.roles(),
        markets,
        rejects,
        marketRejects,
        problems,
        rows);
  }

  /** The same with a word before each file's name, so that places in several stay apart. */
  public KeptRegister called(String word) {
    return new KeptRegister(
        sources,
        entities.stream().map(entity -> called(entity, word)).toList(),
        roles.stream().map(role -> role.with(role.statement().under(word))).toList(),
        markets.stream().map(row -> row.with(row.statement().under(word))).toList(),
        rejects,
        marketRejects,
        problems,
        rows);
  }

  private static Entity called(Entity entity, String word) {
    Statement statement = entity.statement().under(word);
    return switch (entity) {
      case Party party -> party.with(statement);
      case Asset asset -> asset.with(statement);
    };
  }
}
