package org.bellbuoy.sea.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SeaFindings;
import org.bellbuoy.sea.detect.SeaRules;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.SilenceFindings;
import org.jspecify.annotations.Nullable;

/**
 * What was judged of one silence while it lasted, and what of it is news: the first time that it is
 * possible or likely, each later change of level, and its end. Fed in order of event time.
 */
final class LiveStory {
  private final UUID id;
  private final Subject subject;
  private final long fromMillis;
  private final List<Told> judged = new ArrayList<>();
  private @Nullable Told news;
  private boolean likely;
  private boolean withdrawn;
  private long endMillis = Long.MAX_VALUE;
  private long endKnownMillis = Long.MAX_VALUE;

  private record Told(
      long momentMillis, Level level, @Nullable Double probability, List<Hypothesis> hypotheses) {
    boolean isSuspicion() {
      return level == Level.LIKELY || level == Level.POSSIBLE;
    }
  }

  LiveStory(SeaEvent.Lasting lasting) {
    fromMillis = lasting.fromMillis();
    id =
        FindingIds.of(
            SeaRules.SILENCE.id(),
            SeaFindings.idSubject(lasting.mmsi(), lasting.hull()),
            Instant.ofEpochMilli(fromMillis));
    subject =
        SeaFindings.subject(
            lasting.mmsi(),
            new SeaEvent.Identity(lasting.mmsi(), lasting.name(), null, lasting.imo(), -1, -1, 1));
  }

  UUID id() {
    return id;
  }

  long fromMillis() {
    return fromMillis;
  }

  boolean isOver() {
    return endMillis != Long.MAX_VALUE;
  }

  /** Since when it is known to be over; the greatest number while it lasts. */
  long endKnownMillis() {
    return endKnownMillis;
  }

  boolean wasTold() {
    return news != null;
  }

  boolean wasLikely() {
    return likely;
  }

  boolean isWithdrawn() {
    return withdrawn;
  }

  /** A judgement while it lasts. */
  @Nullable LiveLine judged(Judgement judgement) {
    if (isOver()) {
      return null;
    }
    Assessment assessment = SilenceFindings.assessment(judgement);
    Told now =
        new Told(
            judgement.facts().momentMillis(),
            judgement.level(),
            assessment.probability(),
            assessment.hypotheses());
    judged.add(now);
    likely |= now.level() == Level.LIKELY;
    Told before = news;
    if (before == null ? !now.isSuspicion() : before.level() == now.level()) {
      return null;
    }
    news = now;
    return line(now, now.momentMillis(), LiveLine.State.OPEN, SilenceFindings.why(judgement));
  }

  /** It was transmitting at a time, which came to be known at another. */
  @Nullable LiveLine heard(long epochMillis, long knownMillis) {
    if (epochMillis <= fromMillis || epochMillis >= endMillis) {
      return null;
    }
    boolean first = !isOver();
    endMillis = epochMillis;
    endKnownMillis = first ? knownMillis : endKnownMillis;
    Told told = news;
    if (told == null || withdrawn) {
      return null;
    }
    List<Told> stand = judged.stream().filter(j -> j.momentMillis() < epochMillis).toList();
    if (stand.stream().noneMatch(Told::isSuspicion)) {
      withdrawn = true;
      return line(
          told,
          knownMillis,
          LiveLine.State.WITHDRAWN,
          "A record that came late shows that it was transmitting "
              + Words.span(epochMillis - fromMillis)
              + " after it was last heard: it was not silent when that was told.");
    }
    if (!first) {
      return null;
    }
    return line(
        stand.getLast(),
        knownMillis,
        LiveLine.State.FINAL,
        "It was heard again after " + Words.span(epochMillis - fromMillis) + ".");
  }

  private LiveLine line(Told told, long momentMillis, LiveLine.State state, String why) {
    return new LiveLine(
        id,
        subject,
        fromMillis,
        momentMillis,
        told.level(),
        told.probability(),
        told.hypotheses(),
        state,
        why);
  }
}
