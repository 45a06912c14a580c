package org.bellbuoy.server.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.server.build.ExposureWindow;
import org.bellbuoy.server.config.KeyFlaw;
import org.bellbuoy.server.config.MachineKey;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.sweep.ServerRead.ReadConfig;
import org.bellbuoy.server.tree.ServerIdentity;
import org.bellbuoy.server.tree.TreeFile;

/**
 * Whose machine keys must be taken for known by others. Keys are told apart by letters in the order
 * in which they are met: a letter is the same in every run over the same trees, a fingerprint is
 * not, and neither gives the key away.
 */
final class KeyFacts {
  /** Names, in what an exposed key is about, that an entry would not have shown. */
  static final String NOT_SEEN = "exposure";

  private final Map<String, String> letters = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<String>>> farms = new TreeMap<>();

  /**
   * A key of a server.
   *
   * @param letter names it
   * @param config where it stands
   * @param shared servers of other farms that have it too
   */
  record Held(String letter, ReadConfig config, MachineKey key, List<String> shared) {}

  KeyFacts(List<ServerRead> reads) {
    for (ServerRead read : reads) {
      for (ReadConfig config : read.configs()) {
        for (MachineKey key : config.report().keys()) {
          if (key.explicit()) {
            String letter =
                letters.computeIfAbsent(print(key), p -> "key " + letter(letters.size()));
            farms
                .computeIfAbsent(letter, l -> new TreeMap<>())
                .computeIfAbsent(farm(read.tree().identity()), f -> new LinkedHashSet<>())
                .add(read.host());
          }
        }
      }
    }
  }

  /** A, B ... Z, AA, AB and so on. */
  static String letter(int index) {
    StringBuilder name = new StringBuilder();
    int left = index;
    do {
      name.insert(0, (char) ('A' + left % 26));
      left = left / 26 - 1;
    } while (left >= 0);
    return name.toString();
  }

  private static String print(MachineKey key) {
    return key.validation().fingerprint() + "|" + key.decryption().fingerprint();
  }

  /** Servers that rightly share a key. One whose farm is not told stands for itself. */
  private static String farm(ServerIdentity server) {
    return server.farm().isEmpty()
        ? "server " + server.host()
        : server.organisation() + "/" + server.farm();
  }

  /** Explicit keys of a server, each once. */
  List<Held> of(ServerRead read) {
    Map<String, Held> held = new LinkedHashMap<>();
    String own = farm(read.tree().identity());
    for (ReadConfig config : read.configs()) {
      for (MachineKey key : config.report().keys()) {
        String letter = letters.get(print(key));
        if (!key.explicit() || letter == null) {
          continue;
        }
        List<String> shared = new ArrayList<>();
        farms
            .getOrDefault(letter, Map.of())
            .forEach(
                (farm, hosts) -> {
                  if (!farm.equals(own)) {
                    shared.addAll(hosts);
                  }
                });
        held.putIfAbsent(letter, new Held(letter, config, key, shared));
      }
    }
    return List.copyOf(held.values());
  }

  /** Keys that several farms have, with the servers that have each. */
  Map<String, List<String>> shared() {
    Map<String, List<String>> shared = new LinkedHashMap<>();
    for (String letter : letters.values()) {
      Map<String, Set<String>> by = farms.getOrDefault(letter, Map.of());
      if (by.size() > 1) {
        List<String> hosts = new ArrayList<>();
        by.values().forEach(hosts::addAll);
        shared.put(letter, hosts);
      }
    }
    return shared;
  }

  /**
   * Facts of one server's keys.
   *
   * @param firstSuccess first entry into it, null where none is known
   * @param used when somebody first sent view state that only a holder of the key can make, null
   *     where nobody did
   * @param lastLog end of the logs, null where there are none: a file that is younger has the time
   *     of its collection
   * @param exposed tells for how long a key could have been taken, null where that is not asked
   */
  List<ServerFact> facts(
      ServerRead read,
      @org.jspecify.annotations.Nullable Instant firstSuccess,
      @org.jspecify.annotations.Nullable Instant used,
      @org.jspecify.annotations.Nullable Instant lastLog,
      @org.jspecify.annotations.Nullable Exposed exposed) {
    List<ServerFact> facts = new ArrayList<>();
    for (Held held : of(read)) {
      Set<KeyFlaw> flaws = new LinkedHashSet<>(held.key().validation().sortedFlaws());
      flaws.addAll(held.key().decryption().sortedFlaws());
      if (flaws.contains(KeyFlaw.PUBLIC)) {
        facts.add(
            fact(held, "key-public", Strength.STRONG)
                .reason("key-public", "It is on the list of keys that are known to all.")
                .make());
      }
      if (flaws.contains(KeyFlaw.TOO_SHORT) || flaws.contains(KeyFlaw.REPEATED_PATTERN)) {
        facts.add(
            fact(held, "key-weak", Strength.MEDIUM)
                .reason("key-weak", "It is too short or repeats itself, so that it can be guessed.")
                .make());
      }
      if (!held.shared().isEmpty()) {
        facts.add(
            fact(held, "key-shared", Strength.MEDIUM)
                .reason(
                    "key-shared",
                    "The same key is on servers of other farms: "
                        + String.join(", ", held.shared())
                        + ". Who took it there can use it here.",
                    held.shared().size(),
                    "servers")
                .make());
      }
      if (used != null) {
        facts.add(
            fact(held, "key-used", Strength.STRONG)
                .reason(
                    "key-used",
                    "View state that had passed the check with the key was called invalid at "
                        + used
                        + ": the sender may hold the key.")
                .make());
      }
      if (firstSuccess != null && unchangedSince(held, firstSuccess)) {
        facts.add(
            fact(held, "key-unchanged", Strength.STRONG)
                .reason(
                    "key-unchanged",
                    "The server was entered at "
                        + firstSuccess
                        + ", and the file with the key was last changed before: whoever entered may"
                        + " hold the key, and no patch takes it from them.")
                .make());
        continue;
      }
      if (firstSuccess != null && changed(held, lastLog) == null) {
        facts.add(
            fact(held, "key-unknown", Strength.MEDIUM, EntryState.CANNOT_TELL)
                .reason(
                    "key-unknown",
                    "The server was entered at "
                        + firstSuccess
                        + ", and whether the key was changed since cannot be told: "
                        + whyUnknown(List.of(held), lastLog)
                        + ". Take it for stolen until it is changed.")
                .make());
      } else if (exposed != null) {
        ExposureWindow window = exposed.window(changed(held, lastLog));
        if (window.state() == ExposureWindow.State.OPEN_KEY) {
          FactBuilder fact =
              exposed(held, firstSuccess == null).reason("key-exposed", window.sentence());
          if (!exposed.seen()) {
            fact.about(NOT_SEEN, "days not covered")
                .reason(
                    "exposure-not-seen",
                    "The logs do not cover all days until the patch: an entry on the others would not"
                        + " show.");
          }
          facts.add(fact.make());
        }
      }
    }
    return facts;
  }

  /** For how long one server's key could have been taken. */
  interface Exposed {
    /** The window, given when the key was last changed; null where that is not known. */
    ExposureWindow window(@org.jspecify.annotations.Nullable Instant keyChanged);

    /** Whether the logs cover every day on which it could have been taken. */
    boolean seen();
  }

  /**
   * When a key was last changed, as far as its file tells: not later than that. Null where the file
   * tells no time, or one after the end of the logs, which is when it was collected.
   */
  static @org.jspecify.annotations.Nullable Instant changed(
      Held held, @org.jspecify.annotations.Nullable Instant lastLog) {
    long modified = held.config().file().modifiedMillis();
    if (modified == TreeFile.NO_TIME) {
      return null;
    }
    Instant changed = Instant.ofEpochMilli(modified);
    return lastLog != null && changed.isAfter(lastLog) ? null : changed;
  }

  /** Why it is not known when one of these was last changed. */
  static String whyUnknown(List<Held> keys, @org.jspecify.annotations.Nullable Instant lastLog) {
    boolean none =
        keys.stream().anyMatch(k -> k.config().file().modifiedMillis() == TreeFile.NO_TIME);
    return none || lastLog == null
        ? "its file tells no time"
        : "its file has a time after the end of the logs, which may be that of the collection";
  }

  /** Whether the file tells that the key is older than an entry. */
  static boolean unchangedSince(Held held, Instant entry) {
    long modified = held.config().file().modifiedMillis();
    return modified != TreeFile.NO_TIME && modified < entry.toEpochMilli();
  }

  /** Whether it was taken is not told where no entry is known. */
  private static FactBuilder exposed(Held held, boolean noEntry) {
    return fact(
        held,
        "key-exposed",
        Strength.MEDIUM,
        noEntry ? EntryState.CANNOT_TELL : EntryState.PERSISTED);
  }

  private static FactBuilder fact(Held held, String technique, Strength strength) {
    return fact(held, technique, strength, EntryState.PERSISTED);
  }

  private static FactBuilder fact(
      Held held, String technique, Strength strength, EntryState state) {
    TreeFile file = held.config().file();
    return new FactBuilder(ServerRules.MACHINE_KEY.id(), state, strength)
        .about("technique", technique)
        .about("key", held.letter())
        .about("configuration", file.path())
        .at(file.modifiedMillis())
        // The bytes hold the key: they are named, never quoted.
        .trace(
            new Trace(
                held.config().source(),
                file.modifiedMillis(),
                held.key().place().offset(),
                held.key().place().length(),
                held.key().place().line(),
                0,
                ""));
  }
}
