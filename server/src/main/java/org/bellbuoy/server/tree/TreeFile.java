package org.bellbuoy.server.tree;

import org.bellbuoy.core.source.Input;

/**
 * One file of a server's tree, in a folder or an archive.
 *
 * @param path within the tree, with slashes, as collected
 * @param role what it is for
 * @param bytes size, uncompressed; −1 where not known
 * @param modifiedMillis when it was last changed, as the collection tells it; {@link #NO_TIME}
 * @param input how to read it
 */
public record TreeFile(String path, FileRole role, long bytes, long modifiedMillis, Input input) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;
}
