package org.bellbuoy.core.exhibit;

import java.util.List;

/**
 * Who has what to do with whom, a box each, one under another, with arrows from holders to what
 * they hold.
 *
 * @param title heading
 * @param alternative what the picture shows, in sentences, for those who do not see it
 * @param nodes from the top down; few enough to be read
 * @param edges among them
 * @param more how many further nodes are not drawn
 */
public record Relations(
    String title, String alternative, List<Node> nodes, List<Edge> edges, int more)
    implements Document.Block {
  public Relations {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A box.
   *
   * @param id by which edges name it
   * @param label its name
   * @param detail what it is, and what it holds
   * @param subject whether the page is about it
   */
  public record Node(String id, String label, String detail, boolean subject) {}

  /**
   * An arrow.
   *
   * @param certain drawn whole; else dashed, for what is only possible or stated
   */
  public record Edge(String from, String to, boolean certain) {}
}
