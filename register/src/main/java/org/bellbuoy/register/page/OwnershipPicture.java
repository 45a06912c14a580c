package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.exhibit.Relations;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Words;

/** Who holds and controls a subject, and whom it holds, with at most twenty boxes. */
final class OwnershipPicture {
  private static final int MOST = 20;

  /** Holders get most of the room; what is held is told in the text as well. */
  private static final int MOST_ABOVE = 13;

  private final Controllers controllers;
  private final Register register;

  OwnershipPicture(Controllers controllers) {
    this.controllers = controllers;
    this.register = controllers.register();
  }

  /** What the picture rests on, with what was left out of it for want of room. */
  List<Role> rolesOf(String id) {
    Map<String, List<Role>> edges = new LinkedHashMap<>();
    gather(id, edges, new LinkedHashSet<>(), new LinkedHashSet<>());
    return edges.values().stream().flatMap(List::stream).toList();
  }

  Relations of(String id) {
    Map<String, List<Role>> edges = new LinkedHashMap<>();
    Set<String> above = new LinkedHashSet<>();
    Set<String> below = new LinkedHashSet<>();
    gather(id, edges, above, below);
    List<String> shown = new ArrayList<>(above.stream().limit(MOST_ABOVE).toList().reversed());
    shown.add(id);
    below.stream().limit(MOST - shown.size()).forEach(shown::add);
    return draw(id, shown, edges, above.size() + below.size() + 1 - shown.size());
  }

  private void gather(
      String id, Map<String, List<Role>> edges, Set<String> above, Set<String> below) {
    List<String> level = List.of(id);
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String target : level) {
        for (Role role : register.rolesIn(target)) {
          if (drawn(role, target.equals(id))) {
            edges
                .computeIfAbsent(role.holder() + '\n' + target, key -> new ArrayList<>())
                .add(role);
            if (!role.holder().equals(id) && above.add(role.holder())) {
              next.add(role.holder());
            }
          }
        }
      }
      level = next;
    }
    for (Role role : register.rolesOf(id)) {
      if (!above.contains(role.target())) {
        below.add(role.target());
        edges.computeIfAbsent(id + '\n' + role.target(), key -> new ArrayList<>()).add(role);
      }
    }
  }

  /** Of the subject all roles; further up only what owns or controls. */
  private static boolean drawn(Role role, boolean ofSubject) {
    return ofSubject
        || role.kind() == RoleKind.OWNER
        || role.kind() == RoleKind.CONTROLLER
        || role.basis().nature() == Basis.Nature.CONTROL;
  }

  private Relations draw(String id, List<String> shown, Map<String, List<Role>> edges, int more) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    List<Relations.Edge> arrows = new ArrayList<>();
    StringBuilder sentences = new StringBuilder();
    for (List<Role> roles : edges.values()) {
      Role first = roles.getFirst();
      if (!shown.contains(first.holder()) || !shown.contains(first.target())) {
        continue;
      }
      boolean certain = false;
      for (Role role : roles) {
        Share share = role.share();
        certain |= share == null ? role.basis().nature() == Basis.Nature.OTHER : share.exact();
        String what = share == null ? Words.of(role.kind()) : share.toString();
        String text = what + " of " + controllers.name(role.target());
        if (!told.computeIfAbsent(role.holder(), h -> new ArrayList<>()).contains(text)) {
          told.get(role.holder()).add(text);
          sentences.append(controllers.name(role.holder())).append(": ").append(text).append(". ");
        }
      }
      arrows.add(new Relations.Edge(first.holder(), first.target(), certain));
    }
    List<Relations.Node> nodes = new ArrayList<>();
    for (String node : shown) {
      nodes.add(
          new Relations.Node(
              node, controllers.name(node), detail(node, id, told), node.equals(id)));
    }
    return new Relations(
        "Who holds what", sentences.toString().strip(), nodes, arrows, Math.max(0, more));
  }

  private String detail(String node, String id, Map<String, List<String>> told) {
    Entity entity = register.entity(node).orElseThrow();
    String what = entity.kindWord() + (entity.country().isEmpty() ? "" : ", " + entity.country());
    List<String> holds = told.getOrDefault(node, List.of());
    if (node.equals(id) || holds.isEmpty()) {
      return what;
    }
    return what + "; " + String.join(", ", holds);
  }
}
