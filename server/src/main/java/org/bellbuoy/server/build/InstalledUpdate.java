package org.bellbuoy.server.build;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * The newest update of SharePoint that the numbers of installed packages show, for where the build
 * is hidden. Updates are cumulative: it holds all fixes up to its own. Of Exchange it tells
 * nothing, for one number there stands for the updates of several CUs. Pure.
 */
final class InstalledUpdate {
  private static final List<Product> SHAREPOINTS =
      List.of(Product.SHAREPOINT_2016, Product.SHAREPOINT_2019, Product.SHAREPOINT_SE);

  private InstalledUpdate() {}

  /**
   * The newest update all of whose packages are installed; null where none is.
   *
   * @param product of which product; any SharePoint where its version is not known
   * @param date updates that came later do not count
   */
  static @Nullable BuildRow of(
      BuildTables tables, Product product, Packages packages, LocalDate date) {
    return SHAREPOINTS.stream()
        .filter(p -> product == Product.SHAREPOINT || product == p)
        .flatMap(p -> tables.builds(p).stream())
        .filter(row -> !row.kbs().isEmpty() && packages.kbs().containsAll(row.kbs()))
        .filter(row -> !row.notBefore().isAfter(date))
        .max(Comparator.comparing(BuildRow::build))
        .orElse(null);
  }
}
