package org.bellbuoy.server.sweep;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.tree.ServerIdentity;

/**
 * What a sweep says of one server, in one row and one story.
 *
 * @param identity whose
 * @param level of the claim that the server was entered
 * @param entered whether it was
 * @param left what was left behind
 * @param patch what its build is open to
 * @param key whether its machine key must be taken for stolen
 * @param coverage which days could be seen
 * @param next what to do, most urgent first
 * @param story what happened, by time; lines without a time last
 */
public record ServerVerdict(
    ServerIdentity identity,
    Level level,
    Cell entered,
    Cell left,
    Cell patch,
    Cell key,
    Cell coverage,
    List<String> next,
    List<StoryLine> story) {
  public ServerVerdict {
    next = List.copyOf(next);
    story = List.copyOf(story);
  }
}
