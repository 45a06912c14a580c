package org.bellbuoy.server.sweep;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.TreeFile;

/** Whether a tree says of itself that it is simulated. */
final class SimulatedMark {
  private static final String WORD = "SIMULATED";
  private static final int FILES = 3;
  private static final int HEAD_BYTES = 2048;

  private SimulatedMark() {}

  /** Looks at the beginnings of the first logs, where the simulator writes a remark. */
  static boolean of(ServerTree tree) {
    return tree.files().stream()
        .filter(f -> f.role().name().endsWith("_LOG"))
        .limit(FILES)
        .anyMatch(SimulatedMark::says);
  }

  private static boolean says(TreeFile file) {
    try (Content content = Content.open(file.input())) {
      String head = new String(content.peek(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      return head.lines().anyMatch(l -> l.startsWith("#") && l.contains(WORD));
    } catch (SourceException e) {
      // The reading comes to the same file and tells of it.
      return false;
    }
  }
}
