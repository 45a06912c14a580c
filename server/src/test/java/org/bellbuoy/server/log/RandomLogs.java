package org.bellbuoy.server.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** W3C logs with all that goes wrong in them. */
final class RandomLogs {
  private RandomLogs() {}

  static byte[] of(Random random) {
    StringBuilder log = new StringBuilder();
    String end = random.nextBoolean() ? "\r\n" : "\n";
    boolean referer = false;
    int second = random.nextInt(10_000);
    for (int i = 0; i < 400; i++) {
      int what = random.nextInt(40);
      if (i == 0 || what == 0) {
        referer = random.nextBoolean();
        log.append("#Date: 2025-07-18 00:00:00").append(end).append("#Fields: date time cs-method");
        log.append(referer ? " cs(Referer)" : "").append(" cs-uri-stem sc-status").append(end);
      }
      second += what == 1 ? -700 : random.nextInt(5);
      second = Math.floorMod(second, 86_400);
      String row =
          "2025-07-18 %02d:%02d:%02d GET %s/p%d.aspx %d"
              .formatted(
                  second / 3600,
                  second / 60 % 60,
                  second % 60,
                  referer ? "http://h/ " : "",
                  random.nextInt(9),
                  random.nextInt(900));
      switch (what) {
        case 2 -> log.append(row, 0, random.nextInt(row.length()));
        case 3 -> log.append("\0".repeat(random.nextInt(200))).append(row);
        case 4 -> log.append("a".repeat(random.nextInt(3000)));
        case 5 -> log.append(row).append(" more");
        case 6 -> log.append("# comment");
        case 7 -> log.append(row.replace("aspx", "\u00e4\u20ac\uD83D\uDE00"));
        case 8 -> log.append((char) random.nextInt(32)).append(row);
        default -> log.append(row);
      }
      log.append(i == 399 && random.nextBoolean() ? "" : end);
    }
    log.append("x".repeat(500)).append(end).append("bad").append(end).append("\0\0").append(end);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int encoding = random.nextInt(6);
    String text = (encoding < 3 ? "\uFEFF" : "") + log;
    out.writeBytes(
        text.getBytes(
            encoding == 0
                ? StandardCharsets.UTF_16LE
                : encoding == 1 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
