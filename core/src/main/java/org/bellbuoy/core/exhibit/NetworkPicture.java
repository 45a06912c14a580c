package org.bellbuoy.core.exhibit;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * A network: zones as boxes, what is in them, and who speaks to whom between them. Whoever makes it
 * has joined members that are alike, so that it can be drawn; it is drawn in the order given.
 *
 * @param title heading
 * @param alternative what it shows, in sentences, for those who do not see it
 * @param zones one under another
 * @param links in the order of their weight, gravest first
 */
public record NetworkPicture(String title, String alternative, List<Zone> zones, List<Link> links)
    implements Document.Block {
  public NetworkPicture {
    zones = List.copyOf(zones);
    links = List.copyOf(links);
    for (Link link : links) {
      if (Math.max(link.from(), link.to()) >= zones.size()
          || Math.min(link.from(), link.to()) < 0) {
        throw new IllegalArgumentException("a link of a zone that is not there: " + link);
      }
    }
  }

  /**
   * One box.
   *
   * @param name untrusted
   * @param detail addresses or level, a few words; may be empty
   * @param outside whether it is not part of the watched network
   * @param members in it
   */
  public record Zone(String name, String detail, boolean outside, List<Member> members) {
    public Zone {
      members = List.copyOf(members);
    }
  }

  /**
   * A device, or several that are alike.
   *
   * @param name untrusted
   * @param detail role, maker, address or how many of what; untrusted
   * @param count how many devices it stands for
   * @param worst the surest level of findings about it, null for none
   */
  public record Member(String name, String detail, int count, @Nullable Level worst) {}

  /**
   * Traffic from those who ask to those who are asked.
   *
   * @param from index of a zone
   * @param to index of a zone, which may be the same
   * @param label protocols and what is asked for, or what was found; untrusted
   * @param worst level of the finding that it shows, null where it shows ordinary traffic
   */
  public record Link(int from, int to, String label, @Nullable Level worst) {}
}
