package org.bellbuoy.sea.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What was learnt of silences: a hearing model, and trees for those that are over and those that
 * last. Made by {@code sea evaluate silence}; immutable and safe for use by many threads.
 */
public final class SilenceModel {
  private static final String HEAD = "bellbuoy.silence-model/1";
  private static final String RESOURCE = "silence-model.txt";

  private final HearingModel hearing;
  private final TreeModel ended;
  private final TreeModel lasting;

  SilenceModel(HearingModel hearing, TreeModel ended, TreeModel lasting) {
    this.hearing = hearing;
    this.ended = ended;
    this.lasting = lasting;
  }

  /** The model that is shipped with the program. */
  public static SilenceModel shipped() {
    InputStream in = SilenceModel.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException("the program lacks " + RESOURCE);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what {@link #lines} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static SilenceModel read(List<String> lines) {
    Iterator<String> each = lines.stream().filter(line -> !line.startsWith("#")).iterator();
    if (!each.hasNext() || !each.next().equals(HEAD)) {
      throw new IllegalArgumentException("a silence model begins with " + HEAD);
    }
    String[] weights = each.hasNext() ? each.next().split(" ") : new String[] {""};
    if (!weights[0].equals("hearing")) {
      throw new IllegalArgumentException("a silence model tells its hearing weights first");
    }
    SilenceModel model =
        new SilenceModel(
            new HearingModel(
                Arrays.stream(weights).skip(1).mapToDouble(TreeModel::number).toArray()),
            TreeModel.read(each),
            TreeModel.read(each));
    if (each.hasNext()) {
      throw new IllegalArgumentException("a silence model has more lines than its trees");
    }
    return model;
  }

  /** The model as text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    StringBuilder weights = new StringBuilder("hearing");
    for (double weight : hearing.weights()) {
      weights.append(' ').append(weight);
    }
    lines.add(weights.toString());
    lines.addAll(ended.lines());
    lines.addAll(lasting.lines());
    return lines;
  }

  HearingModel hearing() {
    return hearing;
  }

  /** The facts with what the hearing model adds. */
  double[] values(SilenceFacts facts) {
    return values(hearing, facts);
  }

  static double[] values(HearingModel hearing, SilenceFacts facts) {
    double[] values = facts.values().clone();
    long from = facts.silence().fromMillis();
    values[Feature.EVIDENCE.ordinal()] = Chances.evidence(hearing, facts.steps(), Long.MAX_VALUE);
    values[Feature.EVIDENCE_10_MIN.ordinal()] =
        Chances.evidence(hearing, facts.steps(), from + 12 * 60_000);
    values[Feature.EVIDENCE_30_MIN.ordinal()] =
        Chances.evidence(hearing, facts.steps(), from + 32 * 60_000);
    values[Feature.EVIDENCE_HIDING.ordinal()] = Chances.hidingEvidence(hearing, facts.steps());
    return values;
  }

  private TreeModel trees(SilenceFacts facts) {
    return facts.ended() ? ended : lasting;
  }

  /**
   * ln of how many times likelier the facts are of a ship that was switched off than of one that
   * was not heard by chance.
   */
  double logLikelihoodRatio(SilenceFacts facts, double[] values) {
    return trees(facts).logOdds(values);
  }

  /** What each family of facts contributed to that, by {@link Feature.Family}. */
  double[] contributions(SilenceFacts facts, double[] values) {
    double[] byFeature = trees(facts).contributions(values);
    double[] byFamily = new double[Feature.Family.values().length];
    for (Feature feature : Feature.values()) {
      byFamily[feature.family.ordinal()] += byFeature[feature.ordinal()];
    }
    return byFamily;
  }
}
