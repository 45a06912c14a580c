package org.bellbuoy.report.webhook;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.JsonOut;

/**
 * What is posted: findings whole, each with the word whether its data are simulated. Nothing of a
 * finding is dropped.
 *
 * @param delivery the same for the same findings, so that a receiver knows a repetition
 * @param json the body
 * @param findings how many are in it
 */
record WebhookBody(String delivery, String json, int findings) {
  static final String SCHEMA = "bellbuoy.webhook/1";

  /** In batches of at most that many findings, in their order. */
  static List<WebhookBody> batches(
      List<Finding> findings, Function<Finding, Origin> origins, int batch) {
    List<WebhookBody> all = new ArrayList<>();
    for (int from = 0; from < findings.size(); from += batch) {
      all.add(of(findings.subList(from, Math.min(findings.size(), from + batch)), origins));
    }
    return all;
  }

  private static WebhookBody of(List<Finding> findings, Function<Finding, Origin> origins) {
    StringWriter items = new StringWriter(4096 * findings.size());
    try (JsonOut out = JsonOut.compact(items)) {
      out.array();
      for (Finding finding : findings) {
        out.object().text("origin", origins.apply(finding).word()).name("finding");
        FindingJson.write(finding, out);
        out.endObject();
      }
      out.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String id = FindingIds.ofName("webhook|" + items).toString();
    boolean simulated = findings.stream().anyMatch(f -> origins.apply(f) == Origin.SIMULATED);
    String json =
        "{\"schema\":\""
            + SCHEMA
            + "\",\"delivery\":\""
            + id
            + "\",\"simulated\":"
            + simulated
            + ",\"findings\":"
            + items
            + '}';
    return new WebhookBody(id, json, findings.size());
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
