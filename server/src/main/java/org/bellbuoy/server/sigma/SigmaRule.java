package org.bellbuoy.server.sigma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a folder of rules and whether it can run.
 *
 * @param index place among all documents of the folder, from 0
 * @param file path below the folder, with slashes
 * @param document number of the document in its file, from 1
 * @param kind what it is
 * @param id its identifier, empty where it has none. Untrusted text, as all that follows
 * @param name its name for references, empty where it has none
 * @param title its title, empty where it has none
 * @param level {@code informational}, {@code low}, {@code medium}, {@code high}, {@code critical},
 *     or empty
 * @param tags its tags
 * @param logSource the log source as written, for example {@code category webserver}
 * @param cannotRun a sentence why it cannot run, with file, field and value; null where it can
 * @param notes sentences on how it was read, where that is not plain
 * @param standsAlone whether its hits are told: those of a rule that only feeds correlations are
 *     not
 * @param alwaysEvaluated whether it names no text that a line must hold, so that every line is
 *     tested
 */
public record SigmaRule(
    int index,
    String file,
    int document,
    Kind kind,
    String id,
    String name,
    String title,
    String level,
    List<String> tags,
    String logSource,
    @Nullable String cannotRun,
    List<String> notes,
    boolean standsAlone,
    boolean alwaysEvaluated) {
  /** What a document is. */
  public enum Kind {
    /** Tests one record. */
    DETECTION,
    /** Joins hits of other rules. */
    CORRELATION,
    /** Takes hits away from other rules. */
    FILTER,
    /** Not known, for it could not be read. */
    UNREADABLE
  }

  public SigmaRule {
    tags = List.copyOf(tags);
    notes = List.copyOf(notes);
  }

  /** Whether it runs. */
  public boolean runs() {
    return cannotRun == null;
  }

  /** Whether its author calls for prompt review: level {@code high} or {@code critical}. */
  public boolean callsForReview() {
    return level.equals("high") || level.equals("critical");
  }

  /** Identifier, else file and number of the document: what tells it from all others. */
  public String identity() {
    return !id.isEmpty() ? id : file + "#" + document;
  }

  /** Title, else name, else identifier, else file. */
  public String label() {
    return !title.isEmpty() ? title : !name.isEmpty() ? name : !id.isEmpty() ? id : file;
  }
}
