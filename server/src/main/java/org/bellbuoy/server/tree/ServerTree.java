package org.bellbuoy.server.tree;

import java.util.List;

/**
 * One server as collected.
 *
 * @param identity whose
 * @param files all files, by path
 * @param problems sentences on what could not be read or was left out, and why
 * @param told sentences on what told the parts of the identity that nobody gave
 */
public record ServerTree(
    ServerIdentity identity, List<TreeFile> files, List<String> problems, List<String> told) {
  public ServerTree {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    told = List.copyOf(told);
  }

  /** A tree whose identity was given. */
  public ServerTree(ServerIdentity identity, List<TreeFile> files, List<String> problems) {
    this(identity, files, problems, List.of());
  }

  /** Files of a role, by path. */
  public List<TreeFile> files(FileRole role) {
    return files.stream().filter(f -> f.role() == role).toList();
  }
}
