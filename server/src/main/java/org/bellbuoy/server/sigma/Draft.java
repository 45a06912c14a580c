package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document while a folder is being read: what is known of it so far. */
final class Draft {
  final String file;
  final int document;
  SigmaRule.Kind kind = SigmaRule.Kind.UNREADABLE;
  String id = "";
  String name = "";
  String title = "";
  String level = "";
  List<String> tags = List.of();
  LogSources.@Nullable Named source;
  @Nullable LogTarget target;
  @Nullable Node node;
  @Nullable CorrelationSpec correlation;
  List<String> filtered = List.of();
  List<Draft> parts = List.of();
  @Nullable String cannotRun;
  final List<String> notes = new ArrayList<>();
  boolean standsAlone = true;
  boolean alwaysEvaluated;
  int index;

  Draft(String file, int document) {
    this.file = file;
    this.document = document;
  }

  /** Says why it cannot run. */
  void fail(String why) {
    cannotRun = file + (document > 1 ? ", document " + document : "") + ": " + why + ".";
  }

  SigmaRule rule() {
    return new SigmaRule(
        index,
        file,
        document,
        kind,
        id,
        name,
        title,
        level,
        tags,
        source == null ? "" : source.told(),
        cannotRun,
        notes,
        standsAlone,
        alwaysEvaluated);
  }
}
