package org.bellbuoy.server.tree;

import java.util.List;

/**
 * One server as collected.
 *
 * @param identity whose
 * @param files all files, by path
 * @param problems sentences on what could not be read or was left out, and why
 * @param told sentences on what told the parts of the identity that nobody gave
 * @param notes sentences on what is to be known of the tree and is no problem
 */
public record ServerTree(
    ServerIdentity identity,
    List<TreeFile> files,
    List<String> problems,
    List<String> told,
    List<String> notes) {
  public ServerTree {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    told = List.copyOf(told);
    notes = List.copyOf(notes);
  }

  /** A tree whose identity was given. */
  public ServerTree(ServerIdentity identity, List<TreeFile> files, List<String> problems) {
    this(identity, files, problems, List.of(), List.of());
  }

  /** The same tree with more known of whose it is. */
  public ServerTree withIdentity(ServerIdentity other) {
    return new ServerTree(other, files, problems, told, notes);
  }

  /** Files of a role, by path. */
  public List<TreeFile> files(FileRole role) {
    return files.stream().filter(f -> f.role() == role).toList();
  }
}
