package org.bellbuoy.cli;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;

/** Holds quotes against the bytes they were taken from, in one pass through a source. */
final class FindingsCommandEvidence {
  private static final int LONGEST_QUOTE = 512;

  /** No character takes more bytes, so a quote is within this many. */
  private static final int LONGEST_BYTES = 4 * LONGEST_QUOTE;

  private FindingsCommandEvidence() {}

  /** A quote whose bytes are being gathered. */
  private static final class Wanted {
    final Evidence evidence;
    final byte[] bytes;
    int filled;

    Wanted(Evidence evidence) {
      this.evidence = evidence;
      this.bytes = new byte[Math.clamp(evidence.length(), 0, LONGEST_BYTES)];
    }

    /** Takes what it wants of a stretch of the content. */
    void take(byte[] buffer, int length, long bufferOffset) {
      int at = Math.toIntExact(evidence.offset() + filled - bufferOffset);
      int n = Math.min(length - at, bytes.length - filled);
      if (at >= 0 && n > 0) {
        System.arraycopy(buffer, at, bytes, filled, n);
        filled += n;
      }
    }
  }

  /** Those of the evidence that are not at their place in the content. */
  static Set<Evidence> wrong(Input input, Collection<Evidence> evidence) throws SourceException {
    List<Wanted> wanted =
        evidence.stream()
            .distinct()
            .filter(one -> one.offset() >= 0 && one.length() >= 0)
            .sorted(Comparator.comparingLong(Evidence::offset))
            .map(Wanted::new)
            .toList();
    long size;
    try (Content content = Content.open(input)) {
      byte[] buffer = new byte[1 << 17];
      int first = 0;
      int n;
      while ((n = content.read(buffer)) > 0) {
        long end = content.offset();
        while (first < wanted.size() && done(wanted.get(first), end - n)) {
          first++;
        }
        for (int i = first; i < wanted.size() && wanted.get(i).evidence.offset() < end; i++) {
          Wanted one = wanted.get(i);
          if (!done(one, end - n)) {
            one.take(buffer, n, end - n);
          }
        }
      }
      size = content.offset();
    }
    Set<Evidence> wrong = new HashSet<>();
    evidence.stream().filter(one -> one.offset() < 0 || one.length() < 0).forEach(wrong::add);
    for (Wanted one : wanted) {
      if (!holds(one, size)) {
        wrong.add(one.evidence);
      }
    }
    return wrong;
  }

  private static boolean done(Wanted one, long offset) {
    return one.evidence.offset() + one.bytes.length <= offset;
  }

  private static boolean holds(Wanted one, long size) {
    Evidence evidence = one.evidence;
    if (evidence.offset() > size - evidence.length()) {
      return false;
    }
    String quote = evidence.quote();
    if (quote == null) {
      // Bytes that are no text are named by place only; the digest of the whole stands for them.
      return true;
    }
    // A quote is cut at 512; whether bytes or characters matters only beyond ASCII.
    String whole = new String(one.bytes, StandardCharsets.UTF_8);
    String byBytes =
        new String(one.bytes, 0, Math.min(one.bytes.length, LONGEST_QUOTE), StandardCharsets.UTF_8);
    String byCharacters = whole.substring(0, Math.min(whole.length(), LONGEST_QUOTE));
    return quote.equals(byBytes.stripTrailing()) || quote.equals(byCharacters.stripTrailing());
  }
}
