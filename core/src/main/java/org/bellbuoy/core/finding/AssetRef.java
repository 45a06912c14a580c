package org.bellbuoy.core.finding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protected thing that a finding touches.
 *
 * @param type for example {@code cable}
 * @param id stable identifier within its type
 * @param name name for people, may be null
 * @param relation how it is touched, for example {@code within-reach}
 * @param alongKilometres spans along a line asset, each from and to in kilometres from its start;
 *     empty where the asset is no line
 * @param detail further measured facts; not to be changed after construction
 */
public record AssetRef(
    String type,
    String id,
    @Nullable String name,
    String relation,
    List<Span> alongKilometres,
    ObjectNode detail) {
  public AssetRef {
    alongKilometres = List.copyOf(alongKilometres);
  }

  /** An asset without further detail. */
  public static AssetRef of(String type, String id, @Nullable String name, String relation) {
    return new AssetRef(type, id, name, relation, List.of(), JsonNodeFactory.instance.objectNode());
  }

  /**
   * A stretch of a line.
   *
   * @param fromKilometres from the line's start
   * @param toKilometres from the line's start, not less than {@code fromKilometres}
   */
  public record Span(double fromKilometres, double toKilometres) {}
}
