package org.bellbuoy.register.folder;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables {@code markets} of a register's folder: who has how much of a market. Rows that
 * name a party or source which the register does not hold are rejects, and so is whatever is no
 * number or date.
 */
public final class MarketFolder {
  private MarketFolder() {}

  /**
   * What was read.
   *
   * @param rows in order of files and lines
   * @param files the files, in the order in which rejects count them; none where there is no table
   * @param problems sentences about files that could not be read to their end
   */
  public record Loaded(List<MarketRow> rows, List<SourceInfo> files, List<String> problems) {
    public Loaded {
      rows = List.copyOf(rows);
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Loads the markets of a folder. Linear in its rows.
   *
   * @param folder its path
   * @param register whose parties and sources the rows name
   * @throws SourceException when the folder is not there
   */
  public static Loaded load(
      String folder, Register register, FolderOptions options, Consumer<Reject> rejected)
      throws SourceException {
    return load(
        Inputs.find(List.of(folder), InputStream.nullInputStream()), register, options, rejected);
  }

  /** The same of files, of which those that are no tables of markets are passed over. */
  public static Loaded load(
      List<Input> inputs, Register register, FolderOptions options, Consumer<Reject> rejected)
      throws SourceException {
    Taker taker = new Taker(register, options, rejected);
    List<SourceInfo> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Input input : inputs) {
      String name = input.name();
      boolean csv = Table.csv(name);
      if ((csv || Table.yaml(name)) && Table.of(name).equals(Optional.of(Table.MARKETS))) {
        try (Content content = Content.open(input)) {
          if (csv) {
            CsvRows.read(content, files.size(), Table.MARKETS, taker, options.mostBytes());
          } else {
            YamlRows.read(content, files.size(), Table.MARKETS, taker, options.mostYamlBytes());
          }
          SourceInfo info = content.finish("bellbuoy register " + Table.MARKETS.word());
          files.add(info);
          Optional.ofNullable(info.problem()).ifPresent(problems::add);
        }
      }
    }
    return new Loaded(taker.rows, files, problems);
  }

  private static final class Taker implements RowSink {
    private final Register register;
    private final FolderOptions options;
    private final Consumer<Reject> rejected;
    private final List<MarketRow> rows = new ArrayList<>();
    private long seen;

    Taker(Register register, FolderOptions options, Consumer<Reject> rejected) {
      this.register = register;
      this.options = options;
      this.rejected = rejected;
    }

    @Override
    public boolean row(Row row) {
      seen++;
      try {
        if (seen > options.mostRows()) {
          throw new RowProblem(
              "too-large", "more than %d rows; no more are read.".formatted(options.mostRows()));
        }
        rows.add(parsed(row));
      } catch (RowProblem e) {
        problem(row.source(), row.file(), row.offset(), row.length(), row.line(), e);
      }
      return seen <= options.mostRows();
    }

    private MarketRow parsed(Row row) throws RowProblem {
      BigDecimal value = row.number("value", row.needed("value"));
      String unit = row.needed("unit");
      boolean percent = unit.equals(MarketRow.PERCENT);
      if (value.signum() < 0 || (percent && value.compareTo(BigDecimal.valueOf(100)) > 0)) {
        throw RowProblem.of(
            "value-out-of-range",
            "value",
            row.get("value"),
            percent ? "a percentage lies from 0 to 100." : "a part of a market is from 0 up.");
      }
      List<String> parties = row.list("parties");
      for (String party : parties) {
        if (register.party(party).isEmpty()) {
          throw RowProblem.of(
              "unknown-id", "parties", party, "no party of the register has this id.");
        }
      }
      if (parties.stream().distinct().count() < parties.size()) {
        throw RowProblem.of(
            "duplicate-id", "parties", row.get("parties"), "a party stands there twice.");
      }
      String source = row.needed("source");
      if (register.source(source).isEmpty()) {
        throw RowProblem.of("unknown-id", "source", source, "no source of the register has it.");
      }
      row.needed("as_of");
      @Nullable PartialDate asOf = row.date("as_of");
      if (asOf == null) {
        throw new IllegalStateException("A date that is given was not read.");
      }
      return new MarketRow(
          row.needed("market"),
          row.get("region"),
          row.get("measure"),
          parties,
          value.doubleValue(),
          unit,
          asOf,
          new Statement(
              source,
              null,
              null,
              row.date("recorded"),
              row.word(Confidence.class, "confidence", Confidence.UNKNOWN),
              row.get("note"),
              row.place()));
    }

    @Override
    public void problem(
        int source, String file, long offset, int length, long line, RowProblem problem) {
      rejected.accept(
          new Reject(
              problem.reason(),
              source,
              offset,
              length,
              line,
              "%s line %d: %s".formatted(file, line, problem.sentence())));
    }
  }
}
