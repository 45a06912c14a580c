package org.bellbuoy.server.tree;

import org.bellbuoy.core.source.Input;

/**
 * One file of a server's tree, in a folder or an archive.
 *
 * @param path within the tree, with slashes, as collected
 * @param role what it is for
 * @param bytes size, uncompressed; −1 where not known
 * @param modifiedMillis when it was last changed, as the collection tells it; {@link #NO_TIME}
 * @param zoneUnknown whether that time was told without a zone, and nobody gave one: it is read as
 *     UTC and may be off by up to 14 hours
 * @param input how to read it
 */
public record TreeFile(
    String path, FileRole role, long bytes, long modifiedMillis, boolean zoneUnknown, Input input) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** A file whose time is a moment. */
  public TreeFile(String path, FileRole role, long bytes, long modifiedMillis, Input input) {
    this(path, role, bytes, modifiedMillis, false, input);
  }
}
