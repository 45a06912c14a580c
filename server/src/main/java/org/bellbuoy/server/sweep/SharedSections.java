package org.bellbuoy.server.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.server.build.BuildTables;
import org.bellbuoy.server.build.TableSource;
import org.bellbuoy.server.content.Cluster;
import org.bellbuoy.server.content.Likeness;
import org.bellbuoy.server.content.Sighting;
import org.bellbuoy.server.sigma.SigmaCorrelationHit;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.bellbuoy.server.sigma.SigmaHit;
import org.bellbuoy.server.sigma.SigmaRule;
import org.jspecify.annotations.Nullable;

/** What servers share, and what a user's own rules say, as sections of the page. */
final class SharedSections {
  private static final int MOST_CLUSTERS = 20;
  private static final int MOST_MEMBERS = 100;

  private SharedSections() {}

  /** What the answers on patches rest on. */
  static Section patchTables(BuildTables tables) {
    List<List<String>> rows = new ArrayList<>();
    for (TableSource source : tables.sources()) {
      LocalDate read = source.read();
      rows.add(
          List.of(
              source.name(),
              source.what(),
              source.address().isEmpty() ? "-" : source.address(),
              read == null ? "-" : read.toString()));
    }
    return new Section(
        "Where the answers on patches are from",
        List.of(
            Paragraph.of(
                "Tables of builds and fixes as of "
                    + tables.asOf()
                    + ". Each row of them names its source by these words. Newer tables are given"
                    + " with --builds; \"bellbuoy server tables\" writes these as CSV, to be"
                    + " changed."),
            new Table(
                "Sources of the tables, and the day on which each was last held against them.",
                List.of(
                    Column.text("source"),
                    Column.text("what"),
                    Column.text("address"),
                    Column.text("read")),
                rows)));
  }

  /** The same script in several places. */
  static List<Section> clusters(List<Cluster> clusters) {
    if (clusters.isEmpty()) {
      return List.of();
    }
    List<Document.Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Scripts that do not belong and lie in several places, the same or changed a little."
                + " Names do not count. The order is that of the files' own times, which can be set."));
    for (Cluster cluster : clusters.subList(0, Math.min(MOST_CLUSTERS, clusters.size()))) {
      blocks.add(new Paragraph(ScriptFacts.elsewhere(cluster), Tone.STATEMENT));
      Timeline spread = Pictures.spread(cluster);
      if (spread != null) {
        blocks.add(spread);
      }
      blocks.add(members(cluster));
    }
    if (clusters.size() > MOST_CLUSTERS) {
      blocks.add(Paragraph.of("And " + (clusters.size() - MOST_CLUSTERS) + " more of this kind."));
    }
    return List.of(new Section("The same script elsewhere", blocks));
  }

  private static Table members(Cluster cluster) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_MEMBERS, cluster.members().size()); i++) {
      Sighting member = cluster.members().get(i);
      Likeness likeness = cluster.likenesses().get(i);
      rows.add(
          List.of(
              Integer.toString(i + 1),
              member.host(),
              member.organisation().isEmpty() ? "-" : member.organisation(),
              member.path(),
              member.modifiedMillis() == Sighting.NO_TIME
                  ? "no time"
                  : Instant.ofEpochMilli(member.modifiedMillis()).toString().replace('T', ' '),
              likeness.way().word(),
              member.print().sha256().substring(0, 16)));
    }
    return new Table(
        "In order of first sight; how alike to the first.",
        List.of(
            Column.text("order"),
            Column.text("server"),
            Column.text("organisation"),
            Column.text("file"),
            Column.text("file's time (UTC)"),
            Column.text("likeness"),
            Column.text("SHA-256 begins")),
        rows);
  }

  /** The same key on several farms. */
  static List<Section> keys(Map<String, List<String>> shared) {
    if (shared.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    shared.forEach((letter, hosts) -> rows.add(List.of(letter, String.join(", ", hosts))));
    return List.of(
        new Section(
            "The same key elsewhere",
            List.of(
                Paragraph.of(
                    "Machine keys on servers of more than one farm. Who holds one can enter all of"
                        + " them. Keys are told apart by fingerprints; none is kept or shown."),
                new Table(
                    "Keys and the servers that have them.",
                    List.of(Column.text("key"), Column.text("servers")),
                    rows))));
  }

  /** What the user's rules hit, server by server, and which cannot run. */
  static List<Section> sigma(@Nullable SigmaEngine engine, List<ServerRead> reads) {
    if (engine == null) {
      return List.of();
    }
    List<Document.Block> blocks = new ArrayList<>();
    List<SigmaRule> rules = engine.rules();
    long running = rules.stream().filter(SigmaRule::runs).count();
    blocks.add(
        Paragraph.of(
            running
                + " of "
                + rules.size()
                + " rules of your folder run. A hit says that a record looks as the rule says, not"
                + " that anything came through."));
    List<List<String>> rows = new ArrayList<>();
    for (ServerRead read : reads) {
      var sigma = read.eyes().sigma;
      if (sigma == null) {
        continue;
      }
      for (SigmaHit hit : sigma.hits()) {
        rows.add(
            List.of(
                read.host(),
                hit.rule().title(),
                hit.rule().level(),
                Long.toString(hit.count()),
                Long.toString(hit.neededFullUri()),
                hit.kept().isEmpty() ? "" : hit.kept().getFirst().quote()));
      }
      for (SigmaCorrelationHit hit : sigma.correlations()) {
        rows.add(
            List.of(
                read.host(),
                hit.rule().title(),
                hit.rule().level(),
                Integer.toString(hit.events()),
                "",
                hit.group().toString()));
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(
          new Table(
              "Rules that hit.",
              List.of(
                  Column.text("server"),
                  Column.text("rule"),
                  Column.text("level"),
                  Column.number("records"),
                  Column.number("only by the full-URI reading"),
                  Column.text("first")),
              rows));
    }
    List<List<String>> broken = new ArrayList<>();
    for (SigmaRule rule : rules) {
      String why = rule.cannotRun();
      if (why != null) {
        broken.add(List.of(rule.file(), why));
      }
    }
    if (!broken.isEmpty()) {
      blocks.add(
          new Table(
              "Rules that cannot run, and why.",
              List.of(Column.text("file"), Column.text("why")),
              broken));
    }
    return List.of(new Section("Your Sigma rules", blocks));
  }
}
