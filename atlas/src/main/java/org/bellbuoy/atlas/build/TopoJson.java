package org.bellbuoy.atlas.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.atlas.BinaryAngle;

/** Reads the rings of all polygons of a quantized TopoJSON file. */
final class TopoJson {
  private final double[] scale = {1, 1};
  private final double[] translate = {0, 0};

  /** In quanta, for the transform may come last. */
  private final List<int[]> arcs = new ArrayList<>();

  private final List<int[]> ringArcs = new ArrayList<>();

  private TopoJson() {}

  static List<Ring> rings(Path file) throws IOException {
    TopoJson topology = new TopoJson();
    try (JsonParser in = new JsonFactory().createParser(file.toFile())) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "transform" -> topology.readTransform(in);
          case "objects" -> topology.readObjects(in);
          case "arcs" -> topology.readArcs(in);
          default -> in.skipChildren();
        }
      }
    }
    return topology.ringArcs.stream().map(topology::ring).toList();
  }

  private void readTransform(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      double[] pair = in.currentName().equals("scale") ? scale : translate;
      in.nextToken();
      for (int axis = 0; axis < 2; axis++) {
        in.nextToken();
        pair[axis] = in.getDoubleValue();
      }
      in.nextToken();
    }
  }

  /** Every innermost array of whole numbers under "objects" is the list of arcs of one ring. */
  private void readObjects(JsonParser in) throws IOException {
    int depth = 1;
    boolean inArcs = false;
    int[] numbers = new int[16];
    int n = 0;
    while (depth > 0) {
      switch (in.nextToken()) {
        case START_OBJECT -> depth++;
        case END_OBJECT -> depth--;
        case FIELD_NAME -> inArcs = in.currentName().equals("arcs");
        case VALUE_NUMBER_INT -> {
          if (inArcs) {
            numbers = n == numbers.length ? Arrays.copyOf(numbers, 2 * n) : numbers;
            numbers[n++] = in.getIntValue();
          }
        }
        case END_ARRAY -> {
          if (n > 0) {
            ringArcs.add(Arrays.copyOf(numbers, n));
          }
          n = 0;
        }
        default -> {}
      }
    }
  }

  private void readArcs(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.START_ARRAY) {
      int[] arc = new int[64];
      int n = 0;
      int x = 0;
      int y = 0;
      while (in.nextToken() == JsonToken.START_ARRAY) {
        x += in.nextIntValue(0);
        y += in.nextIntValue(0);
        in.nextToken();
        arc = n == arc.length ? Arrays.copyOf(arc, 2 * n) : arc;
        arc[n++] = x;
        arc[n++] = y;
      }
      arcs.add(Arrays.copyOf(arc, n));
    }
  }

  /** Joins arcs end to end; a complemented number means that arc backwards. */
  private Ring ring(int[] references) {
    int length = 0;
    for (int reference : references) {
      length += arcs.get(reference < 0 ? ~reference : reference).length / 2;
    }
    int[] lon = new int[length];
    int[] lat = new int[length];
    int n = 0;
    for (int reference : references) {
      int[] arc = arcs.get(reference < 0 ? ~reference : reference);
      int points = arc.length / 2;
      for (int i = 0; i < points; i++) {
        int at = reference < 0 ? points - 1 - i : i;
        lon[n] = BinaryAngle.ofDegrees(arc[2 * at] * scale[0] + translate[0]);
        lat[n++] = BinaryAngle.ofDegrees(arc[2 * at + 1] * scale[1] + translate[1]);
      }
    }
    return Ring.of(lon, lat);
  }
}
