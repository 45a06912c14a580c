package org.bellbuoy.core.rule;

import java.util.List;

/**
 * One way of judging.
 *
 * @param id for example {@code sea.silence}
 * @param version raised whenever the same records could lead to another finding
 * @param title a few words
 * @param claims what a finding of this rule asserts, one or two sentences
 * @param doesNotClaim what it must not be read as
 * @param parameters all it depends on
 * @param sources the standards and papers it rests on
 * @param innocentExplanations known harmless causes of the same picture
 */
public record Rule(
    String id,
    int version,
    String title,
    String claims,
    String doesNotClaim,
    List<Parameter> parameters,
    List<String> sources,
    List<String> innocentExplanations) {
  public Rule {
    parameters = List.copyOf(parameters);
    sources = List.copyOf(sources);
    innocentExplanations = List.copyOf(innocentExplanations);
  }
}
