package org.bellbuoy.core.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.jspecify.annotations.Nullable;

/** Findings made up from a seed, with hostile text and shapes anywhere on Earth. */
public final class SampleFindings {
  private static final String[] PIECES = {
    "MARY ANN",
    "\"",
    "\\",
    "\u0000",
    "\u001b[31m",
    "\n",
    "\u202e",
    "\u2028",
    "å",
    "船",
    "😀",
    "'",
    "=cmd()",
    "</script>",
    ",",
    "\ud800",
    "\udc00",
    "\u007f",
    "\u0085",
    "\ufeff"
  };

  private final Random random;

  public SampleFindings(long seed) {
    random = new Random(seed);
  }

  public Finding next() {
    return new Finding(
        new UUID(random.nextLong(), random.nextLong()),
        "sea." + text(),
        1 + random.nextInt(9),
        any(State.values()),
        any(Severity.values()),
        new Subject(
            "vessel", Map.of("mmsi", text() + "1", text() + "x", text()), maybe(this::text)),
        many(this::asset),
        time(),
        maybe(this::time),
        maybe(this::geometry),
        new Assessment(
            any(Level.values()),
            maybe(random::nextDouble),
            many(() -> new Hypothesis(text(), random.nextDouble()))),
        many(() -> new Reason(text(), text(), maybe(this::measured), maybe(this::text))),
        new Coverage(text(), maybe(random::nextDouble), detail()),
        many(
            () ->
                new Evidence(
                    "sha256:" + text(),
                    text(),
                    random.nextLong(1L << 50),
                    random.nextInt(999),
                    random.nextLong(1L << 40),
                    random.nextInt(99),
                    maybe(this::text))),
        many(
            () ->
                new PartyRef(
                    text(),
                    text(),
                    many(() -> new PartyRef.Controller(text(), text(), text(), text())),
                    text(),
                    text(),
                    text(),
                    text())),
        text());
  }

  public Geometry geometry() {
    return switch (random.nextInt(5)) {
      case 0 -> new Geometry.Point(position());
      case 1 -> line();
      case 2 -> new Geometry.MultiLine(List.of(line(), line()));
      case 3 -> polygon();
      default -> new Geometry.MultiPolygon(List.of(polygon(), polygon()));
    };
  }

  private AssetRef asset() {
    return new AssetRef(
        "cable",
        text(),
        maybe(this::text),
        text(),
        many(() -> new AssetRef.Span(random.nextDouble() * 100, 100 + random.nextDouble() * 900)),
        detail());
  }

  private ObjectNode detail() {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put(text() + "a", text()).put("n", random.nextInt()).put("d", measured());
    detail.putArray("list").add(true).addNull().add(text()).add(12.0);
    return detail;
  }

  private Geometry.Line line() {
    List<Geometry.Position> positions = new ArrayList<>();
    double longitude = random.nextDouble() * 720 - 360;
    for (int i = 0; i < 2 + random.nextInt(5); i++) {
      longitude += random.nextGaussian() * 20;
      positions.add(new Geometry.Position(longitude, random.nextDouble() * 180 - 90));
    }
    return new Geometry.Line(positions);
  }

  private Geometry.Polygon polygon() {
    Geometry.Position at = position();
    double size = 1 + random.nextDouble() * 10;
    List<Geometry.Position> ring = new ArrayList<>();
    int corners = 3 + random.nextInt(9);
    double sense = random.nextBoolean() ? 1 : -1;
    for (int i = 0; i < corners; i++) {
      double angle = sense * 2 * Math.PI * i / corners;
      ring.add(
          new Geometry.Position(
              at.longitudeDegrees() + size * Math.cos(angle),
              at.latitudeDegrees() * 0.8 + size * Math.sin(angle)));
    }
    ring.add(ring.getFirst());
    return new Geometry.Polygon(List.of(ring));
  }

  private Geometry.Position position() {
    return new Geometry.Position(random.nextDouble() * 720 - 360, random.nextDouble() * 160 - 80);
  }

  private Instant time() {
    return Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000_000));
  }

  private double measured() {
    return random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private <T> @Nullable T maybe(Supplier<T> some) {
    return random.nextInt(4) == 0 ? null : some.get();
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private <T> List<T> many(Supplier<T> some) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(some.get());
    }
    return all;
  }
}
