package org.bellbuoy.report.export;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.core.json.JsonOut;

/** What every STIX object begins with. */
final class StixOut {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final JsonOut json;

  /** Those of the finding at hand, for it may say one thing twice. */
  private final Set<String> relationships = new HashSet<>();

  StixOut(JsonOut json) {
    this.json = json;
  }

  /** The next finding begins. */
  void next() {
    relationships.clear();
  }

  JsonOut json() {
    return json;
  }

  /** Opens an object that Bellbuoy made; its own fields and {@link JsonOut#endObject} follow. */
  JsonOut open(String id, Instant created, Instant modified, boolean simulated) throws IOException {
    json.object()
        .text("type", id.substring(0, id.indexOf("--")))
        .text("spec_version", "2.1")
        .text("id", id);
    if (!id.equals(StixIds.BELLBUOY)) {
      json.text("created_by_ref", StixIds.BELLBUOY);
    }
    json.text("created", time(created)).text("modified", time(modified));
    if (simulated) {
      json.array("labels").text("simulated").endArray();
    }
    return json;
  }

  void relationship(String type, String source, String target, String description, Told told)
      throws IOException {
    String id = StixIds.of("relationship", type, source, target, told.finding().id().toString());
    if (!relationships.add(id)) {
      return;
    }
    open(id, told.finding().from(), told.last(), told.simulated())
        .text("relationship_type", type)
        .text("description", description)
        .text("source_ref", source)
        .text("target_ref", target)
        .endObject();
  }

  /** A moment as STIX wants it: to the millisecond, cut. */
  static String time(Instant instant) {
    return MILLIS.format(instant);
  }
}
