package org.bellbuoy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bellbuoy.register.match.EntityIndex;
import org.bellbuoy.register.match.EntityMatcher;
import org.bellbuoy.register.match.IndexOptions;
import org.bellbuoy.register.match.LabelledPairs;
import org.bellbuoy.register.match.MatchOptions;
import org.bellbuoy.register.match.MatchResult;
import org.bellbuoy.register.match.NamedEntity;
import org.bellbuoy.register.match.Searcher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Names asked for among many, on two threads. The records are SYNTHETIC and seeded, with the second
 * names of labelled pairs among them where {@code -p pairs=FILE} gives some. Half of the questions
 * are synthetic names written differently, half first names of pairs. How many of the pairs that
 * match and are told so are found again is printed at the start.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Threads(2)
public class MatchBenchmark {
  private static final int QUESTIONS = 8192;
  private static final int MOST = 10;

  /** Labelled pairs, CSV; empty for none. */
  @Param("")
  public String pairs = "";

  /** Records in the index. */
  @Param("250000")
  public int records;

  private final List<NamedEntity> questions = new ArrayList<>();
  private EntityIndex index =
      EntityIndex.of(List.of(), EntityMatcher.of(MatchOptions.defaults()), IndexOptions.defaults());

  /** One searcher a thread. */
  @State(Scope.Thread)
  public static class Asker {
    private Searcher searcher =
        EntityIndex.of(
                List.of(), EntityMatcher.of(MatchOptions.defaults()), IndexOptions.defaults())
            .searcher();
    private int next;

    /** Takes the index. */
    @Setup
    public void setUp(MatchBenchmark all) {
      searcher = all.index.searcher();
      next = (int) (Thread.currentThread().threadId() * 977);
    }
  }

  /** Makes records and questions, and prints what the index loses. */
  @Setup
  public void setUp() throws IOException {
    EntityMatcher matcher = EntityMatcher.of(MatchOptions.defaults());
    List<LabelledPairs.Pair> labelled =
        pairs.isEmpty()
            ? List.of()
            : LabelledPairs.read(Files.readAllBytes(Path.of(pairs))).pairs();
    SyntheticNames names = new SyntheticNames(17);
    List<NamedEntity> all = new ArrayList<>(names.entities(records - labelled.size()));
    for (int i = 0; i < labelled.size(); i++) {
      LabelledPairs.Pair pair = labelled.get(i);
      all.add(NamedEntity.named("pair " + i, pair.type(), pair.second()));
    }
    int synthetic = records - labelled.size();
    for (int i = 0; i < QUESTIONS; i++) {
      int at = i * 29;
      questions.add(
          i % 2 == 0 || labelled.isEmpty()
              ? names.written(all.get(at % synthetic))
              : NamedEntity.named(
                  "asked",
                  labelled.get(i / 2 % labelled.size()).type(),
                  labelled.get(i / 2 % labelled.size()).first()));
    }
    long start = System.nanoTime();
    index = EntityIndex.of(all, matcher, IndexOptions.defaults());
    System.out.printf(
        "%n%d records indexed in %.1f s%n", records, (System.nanoTime() - start) / 1e9);
    recall(labelled, matcher);
  }

  private void recall(List<LabelledPairs.Pair> labelled, EntityMatcher matcher) {
    Searcher searcher = index.searcher();
    int matches = 0;
    int told = 0;
    int found = 0;
    for (int i = 0; i < labelled.size(); i++) {
      LabelledPairs.Pair pair = labelled.get(i);
      if (!pair.match()) {
        continue;
      }
      matches++;
      NamedEntity asked = NamedEntity.named("asked", pair.type(), pair.first());
      NamedEntity other = NamedEntity.named("pair " + i, pair.type(), pair.second());
      boolean alone = matcher.compare(asked, other).verdict() != MatchResult.Verdict.DIFFERENT;
      told += alone ? 1 : 0;
      boolean again =
          searcher.find(asked, Integer.MAX_VALUE).stream()
              .anyMatch(result -> result.rightId().equals(other.id()));
      found += again ? 1 : 0;
    }
    System.out.printf(
        "%d labelled matches, %d told when held against each other, %d found through the index%n",
        matches, told, found);
  }

  /** One question, the ten best answers. */
  @Benchmark
  public int find(Asker asker) {
    NamedEntity asked = questions.get(Math.floorMod(asker.next++, QUESTIONS));
    return asker.searcher.find(asked, MOST).size();
  }
}
