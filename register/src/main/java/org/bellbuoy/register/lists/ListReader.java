package org.bellbuoy.register.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.ExchangeReader;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.Loaded;

/**
 * Reads lists as tables (CSV); which one a file is, its columns tell: that under section 1260H, the
 * annexes of a regulation of the EU, or the maritime table of OpenSanctions. Every column of a row
 * is kept in its details.
 */
public final class ListReader implements ExchangeReader {
  private final Consumer<Reject> rejects;
  private final Gathering gathering;
  private final ChineseMilitaryCompanies companies;
  private final EuropeanAnnexes annexes;
  private final MaritimeTable maritime;

  private ListReader(Consumer<Reject> rejects) {
    this.rejects = rejects;
    this.gathering = new Gathering(rejects);
    this.companies = new ChineseMilitaryCompanies(gathering);
    this.annexes = new EuropeanAnnexes(gathering);
    this.maritime = new MaritimeTable(gathering);
  }

  /**
   * A reader that has read nothing yet.
   *
   * @param rejects takes each row that cannot be used
   */
  public static ListReader of(Consumer<Reject> rejects) {
    return new ListReader(rejects);
  }

  @Override
  public void read(InputStream in, String name, int source) throws IOException {
    boolean[] unknown = new boolean[1];
    CsvTable.read(
        in,
        name,
        source,
        rejects,
        List.of(),
        row -> {
          Set<String> columns = row.columns().keySet();
          if (columns.containsAll(ChineseMilitaryCompanies.COLUMNS)) {
            companies.take(row);
          } else if (columns.containsAll(EuropeanAnnexes.COLUMNS)) {
            annexes.take(row);
          } else if (columns.containsAll(MaritimeTable.COLUMNS)) {
            maritime.take(row);
          } else if (!unknown[0]) {
            unknown[0] = true;
            gathering.reject(
                row.entry(),
                "unknown-list",
                "no list has these columns: %s; nothing of the file was read."
                    .formatted(Entry.shown(String.join(", ", columns.stream().sorted().toList()))));
          }
        });
  }

  @Override
  public Loaded loaded() {
    companies.finish();
    return gathering.loaded();
  }
}
