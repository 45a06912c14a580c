package org.bellbuoy.register.model;

import java.util.List;
import java.util.Map;

/** A party or an asset, as one source describes it. */
public sealed interface Entity permits Party, Asset {
  /** The register's own identifier, one over parties and assets. */
  String id();

  /** What it is called; never empty. */
  String name();

  /** Other and former names. */
  List<String> aliases();

  /** ISO 3166-1 alpha-2 code, upper case; empty where not known. */
  String country();

  /** Numbers under which it is kept elsewhere. */
  List<Identifier> identifiers();

  /** Anything else a source said of it, by its own field names, kept for writing out again. */
  Map<String, String> details();

  /** Who says so. */
  Statement statement();

  /** Its kind as a word, for example {@code state-body} or {@code vessel}. */
  String kindWord();
}
