package org.bellbuoy.server.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** An ordinary site's log of thirty days, made from a seed, to which rows are added. */
final class Site {
  static final String BROWSER =
      "Mozilla/5.0+(Windows+NT+10.0;+Win64)+AppleWebKit/537.36+Chrome/126";
  private static final String FIELDS =
      "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent)"
          + " cs(Referer) sc-status sc-bytes cs-bytes time-taken\n";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

  private record Line(long millis, String text) {}

  private final List<Line> lines = new ArrayList<>();
  final Random random;

  Site(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 6000; i++) {
      int page = (int) (60 * Math.pow(random.nextDouble(), 3));
      String stem = page % 3 == 0 ? "/shop/page" + page + ".aspx" : "/docs/page" + page;
      String client = "198.51.100." + random.nextInt(200);
      double day = 30 * random.nextDouble();
      boolean post = page % 7 == 0 && random.nextInt(4) == 0;
      row(
          day,
          post ? "POST" : "GET",
          stem,
          "id=" + random.nextInt(50),
          "-",
          client,
          BROWSER,
          "https://site.test/docs/page" + random.nextInt(60),
          200,
          2000 + random.nextInt(50_000));
      if (i % 3 == 0) {
        row(
            day,
            "GET",
            "/images/i" + page + ".png",
            "-",
            "-",
            client,
            BROWSER,
            "https://site.test" + stem,
            200,
            900);
      }
    }
  }

  Site row(
      double day,
      String method,
      String stem,
      String query,
      String user,
      String client,
      String agent,
      String referer,
      int status,
      int sent) {
    long millis = START + (long) (day * 86_400_000);
    lines.add(
        new Line(
            millis,
            String.join(
                " ",
                TIME.format(Instant.ofEpochMilli(millis)),
                method,
                stem,
                query,
                user,
                client,
                agent,
                referer,
                "" + status,
                "" + sent,
                "700",
                "40")));
    return this;
  }

  String log() {
    StringBuilder log = new StringBuilder(FIELDS);
    lines.stream()
        .sorted(Comparator.comparingLong(Line::millis))
        .forEach(l -> log.append(l.text()).append('\n'));
    return log.toString();
  }
}
