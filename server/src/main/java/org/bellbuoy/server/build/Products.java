package org.bellbuoy.server.build;

import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * Which product a build number belongs to. SharePoint 2016, 2019 and SE are all 16.0 and told apart
 * by the third part: below 6000, 10337 to 10420, above 10420. Exchange 15.2 is 2019 up to the third
 * part of CU15 and SE from 2562 on.
 */
final class Products {
  /** 2019 and SE were both released with this third part. */
  static final int SHARED_RTM = 10337;

  private static final int LAST_2019 = 10420;
  private static final int BELOW_2016 = 6000;
  private static final int FIRST_EXCHANGE_SE = 2562;

  private Products() {}

  /** The product of a build; null where no product is numbered so. */
  static @Nullable Product of(boolean sharePoint, BuildNumber n) {
    return sharePoint ? sharePoint(n) : exchange(n);
  }

  private static @Nullable Product sharePoint(BuildNumber n) {
    if (n.minor() != 0) {
      return null;
    }
    int third = n.branch();
    return switch (n.major()) {
      case 14 -> Product.SHAREPOINT_2010;
      case 15 -> Product.SHAREPOINT_2013;
      case 16 -> {
        if (third < BELOW_2016) {
          yield third > 0 ? Product.SHAREPOINT_2016 : null;
        }
        if (third < SHARED_RTM) {
          yield null;
        }
        yield third <= LAST_2019 ? Product.SHAREPOINT_2019 : Product.SHAREPOINT_SE;
      }
      default -> null;
    };
  }

  private static @Nullable Product exchange(BuildNumber n) {
    if (n.major() == 14) {
      return Product.EXCHANGE_2010;
    }
    if (n.major() != 15) {
      return null;
    }
    return switch (n.minor()) {
      case 0 -> Product.EXCHANGE_2013;
      case 1 -> Product.EXCHANGE_2016;
      case 2 -> n.branch() >= FIRST_EXCHANGE_SE ? Product.EXCHANGE_SE : Product.EXCHANGE_2019;
      default -> null;
    };
  }

  /** Whether a version is known, not the family only. */
  static boolean versioned(Product product) {
    return product != Product.SHAREPOINT && product != Product.EXCHANGE && product != Product.OTHER;
  }
}
