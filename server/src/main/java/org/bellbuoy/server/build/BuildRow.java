package org.bellbuoy.server.build;

import java.time.LocalDate;
import java.util.List;
import org.bellbuoy.server.tree.Product;

/**
 * One released build.
 *
 * @param product of which product
 * @param line its CU for Exchange, empty for SharePoint, whose builds are one line
 * @param build number
 * @param label name of the update, for example {@code Mar21SU}
 * @param released as the source gives it, a day or a month, for example {@code 2021-03}
 * @param notBefore the first day it can have been installed on
 * @param kbs numbers of the packages it consists of; more than one where all are needed
 * @param source where the row is from
 */
public record BuildRow(
    Product product,
    String line,
    BuildNumber build,
    String label,
    String released,
    LocalDate notBefore,
    List<String> kbs,
    String source) {
  public BuildRow {
    kbs = List.copyOf(kbs);
  }
}
