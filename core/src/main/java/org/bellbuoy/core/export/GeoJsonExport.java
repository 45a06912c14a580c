package org.bellbuoy.core.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.GeoJson;
import org.bellbuoy.core.json.JsonOut;
import org.jspecify.annotations.Nullable;

/** Findings as a GeoJSON FeatureCollection: one feature each, its properties flat. */
public final class GeoJsonExport {
  private static final int SHARE_PLACES = 4;

  private GeoJsonExport() {}

  /**
   * Writes all findings; the writer is left open. A finding without a place keeps its feature.
   *
   * @param origin whether a finding's data are simulated
   */
  public static void write(List<Finding> findings, Function<Finding, Origin> origin, Writer writer)
      throws IOException {
    try (JsonOut out = JsonOut.compact(writer)) {
      out.object().text("type", "FeatureCollection").array("features");
      for (Finding finding : findings) {
        out.object().text("type", "Feature").text("id", finding.id().toString()).name("geometry");
        GeoJson.write(finding.place(), out);
        out.object("properties");
        for (Map.Entry<String, @Nullable Object> column :
            Columns.of(finding, origin.apply(finding)).entrySet()) {
          switch (column.getValue()) {
            case Long whole -> out.whole(column.getKey(), whole);
            case Double number -> out.places(column.getKey(), number, SHARE_PLACES);
            case null -> out.text(column.getKey(), null);
            case Object text -> out.text(column.getKey(), text.toString());
          }
        }
        out.endObject().endObject();
      }
      out.endArray().endObject();
    }
    writer.write('\n');
    writer.flush();
  }
}
