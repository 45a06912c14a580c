package org.bellbuoy.sea.ais;

/**
 * Which payload lengths are a message. The least is the end of the last mandatory field of the
 * type's table in ITU-R M.1371-5 annex 8; a communication state or spare bits cut off are no loss.
 * The most leaves room for the frame check and flags that some base stations hand on behind the
 * message (up to 282 bits behind type 1 were seen); types of free length end with five slots.
 */
final class AisLengths {
  private static final int SLACK = 64;
  private static final int REPORT = 168 + 120;
  private static final int FREE = AisBits.MAX_BITS;

  private static final short[] LEAST = {
    0, 149, 149, 149, 149, 422, 88, 70, 56, 147, 70, 149, 72, 70, 40, 88, 92, 75, 148, 308, 70, 271,
    145, 154, 40, 40, 40, 95
  };
  private static final short[] MOST = {
    0,
    REPORT,
    REPORT,
    REPORT,
    REPORT,
    424 + SLACK,
    FREE,
    168 + SLACK,
    FREE,
    REPORT,
    72 + SLACK,
    REPORT,
    FREE,
    168 + SLACK,
    FREE,
    160 + SLACK,
    144 + SLACK,
    FREE,
    REPORT,
    312 + SLACK,
    160 + SLACK,
    360 + SLACK,
    168 + SLACK,
    160 + SLACK,
    168 + SLACK,
    FREE,
    FREE,
    168 + SLACK
  };

  private AisLengths() {}

  /** Least bits of the message; types 24 to 26 depend on what their first bits say. */
  static int least(int type, AisBits bits) {
    return switch (type) {
      case 24 -> bits.has(38, 2) && bits.unsigned(38, 2) == 0 ? 160 : 162;
      case 25, 26 -> {
        int header = 40 + (bits.flag(38) ? 30 : 0) + (bits.flag(39) ? 16 : 0);
        yield type == 26 ? header + 20 : header;
      }
      default -> LEAST[type];
    };
  }

  static int most(int type) {
    return MOST[type];
  }
}
