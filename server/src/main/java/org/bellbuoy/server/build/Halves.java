package org.bellbuoy.server.build;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * Whether an update of SharePoint is only half in force: one of its two packages (language
 * independent and language dependent, 2016 and 2019 only), files newer than the farm, or the
 * configuration wizard not run.
 */
final class Halves {
  private final BuildTables tables;
  private final Product product;
  private final Packages packages;

  Halves(BuildTables tables, Product product, Packages packages) {
    this.tables = tables;
    this.product = product;
    this.packages = packages;
  }

  private boolean twoPackages() {
    return product == Product.SHAREPOINT_2016 || product == Product.SHAREPOINT_2019;
  }

  /** Why a fix that the build holds may not be in force; null where nothing says so. */
  @Nullable String why(BuildNumber build, BuildNumber firstFixed) {
    BuildNumber other = packages.otherBuild();
    if (other != null && !other.hidesRevision() && other.compareTo(firstFixed) < 0) {
      return product.isSharePoint()
          ? "%s was found beside %s, and the fix came with %s: one package is missing or psconfig did not run."
              .formatted(other, build, firstFixed)
          : "%s was found beside %s, and the fix came with %s.".formatted(other, build, firstFixed);
    }
    if (!product.isSharePoint()) {
      return null;
    }
    if (Boolean.FALSE.equals(packages.configured())) {
      return "The files are of %s, but psconfig did not run after the update.".formatted(build);
    }
    return missingPackage(build, firstFixed);
  }

  private @Nullable String missingPackage(BuildNumber build, BuildNumber firstFixed) {
    if (!twoPackages() || !packages.complete()) {
      return null;
    }
    String half = null;
    for (BuildRow row : tables.builds(product)) {
      if (row.build().compareTo(firstFixed) < 0
          || row.build().compareTo(build) > 0
          || row.kbs().size() < 2) {
        continue;
      }
      List<String> missing = row.kbs().stream().filter(k -> !packages.kbs().contains(k)).toList();
      if (missing.isEmpty()) {
        return null;
      }
      if (missing.size() < row.kbs().size()) {
        half =
            "Of the packages of %s (%s), KB%s is not installed; both are needed."
                .formatted(
                    row.label(), "KB" + String.join(" and KB", row.kbs()), missing.getFirst());
      }
    }
    return half;
  }

  List<String> caveats(@Nullable BuildNumber number) {
    List<String> caveats = new ArrayList<>();
    if (number == null || !product.isSharePoint()) {
      return caveats;
    }
    if (twoPackages() && !packages.complete()) {
      caveats.add(
          product.title()
              + " needs the language-independent and the language-dependent package of an update;"
              + " one build number does not show that both are installed.");
    }
    if (packages.configured() == null) {
      caveats.add(
          "Whether psconfig ran after the update is not known; until it has, the fix may not be in"
              + " force.");
    }
    return caveats;
  }
}
